import path from "node:path";
import { makeOutput, optionsFor, repository, writeProject } from "../harness/project.ts";
import { type Compiler, type Resolution, typeErrors } from "./type-check.ts";
import { expectedViolations, sortedCodes, writeViolations } from "./violations.ts";

/** As published, as repaired, and with the other ending that every resolver takes. */
const outputs = [
  { name: "published", overlays: [], importExtension: ".ts" },
  { name: "repaired", overlays: ["schemas/vapi-repairs.overlay.yaml"], importExtension: ".ts" },
  { name: "js-specifiers", overlays: [], importExtension: ".js" },
] as const;

/** What a compiler says of a folder beside what it must. */
export interface Surprises {
  /** Errors that nothing asked for, as `FILE: CODE`. */
  readonly surplus: readonly string[];
  /** Violations of strict options that were not seen. */
  readonly missing: readonly string[];
}

/**
 * Makes the outputs of schemas/ that every compiler must take, beside a violation of each strict
 * option, which shows that the option is on.
 *
 * @returns the folder that holds them
 */
export async function makeCompatible(): Promise<string> {
  const folder = writeProject({});
  for (const { name, overlays, importExtension } of outputs) {
    await makeOutput(folder, {
      ...optionsFor(folder),
      inputs: [path.join(repository, "schemas")],
      out: path.join(folder, name),
      overlays: overlays.map((overlay) => path.join(repository, overlay)),
      defaultDialect: "openapi-3.0",
      importExtension,
    });
  }
  writeViolations(folder);
  return folder;
}

/**
 * Lets a compiler judge the folder that {@link makeCompatible} has made.
 */
export async function surprisesOf(
  folder: string,
  compiler: Compiler,
  resolution: Resolution,
): Promise<Surprises> {
  const found = sortedCodes(await typeErrors(folder, { compiler, resolution }));
  const expected = expectedViolations(compiler);
  return {
    surplus: found.filter((each) => !expected.includes(each)),
    missing: expected.filter((each) => !found.includes(each)),
  };
}
