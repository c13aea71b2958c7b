import path from "node:path";
import type { OutputKind } from "../../generator/config/config.ts";
import type { GenerateOptions } from "../../generator/options.ts";
import {
  makeOutput,
  optionsFor,
  type Project,
  repository,
  writeProject,
} from "../harness/project.ts";
import type { Issue } from "../../templates/runtime/issue.ts";
import type { Result } from "../../templates/runtime/result.ts";
import { rootName } from "./closure.ts";
import { type Mode, vapiData } from "./payloads.ts";

/** The two forms of input that the schemas come in. */
export const sources = ["the folder of single files", "the OpenAPI document"] as const;
export type Source = (typeof sources)[number];

/** What modules are made of, without the pages that document them. */
export const moduleOutputs: ReadonlySet<OutputKind> = new Set(["types", "guards"]);

/** What a module exports to judge values by its schema. */
export interface Guard {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => Result<unknown>;
}

/** The options that make the output of the Vapi schemas into a new temporary folder. */
export function vapiOptions(source: Source, mode: Mode): GenerateOptions {
  const input =
    source === sources[0] ? path.join(repository, "schemas") : path.join(vapiData, "openapi.json");
  return {
    ...optionsFor(writeProject({})),
    inputs: [input],
    overlays:
      mode === "repaired" ? [path.join(repository, "schemas/vapi-repairs.overlay.yaml")] : [],
    defaultDialect: "openapi-3.0",
  };
}

/** Makes the output of the Vapi schemas in a temporary folder: its modules, where no more is asked for. */
export async function makeVapi(
  source: Source,
  mode: Mode,
  outputs: ReadonlySet<OutputKind> = moduleOutputs,
): Promise<Project> {
  const options = vapiOptions(source, mode);
  return makeOutput(options.cwd, { ...options, outputs });
}

/** The guard and the validator of a schema, by its name. */
export async function guardOf(project: Project, name: string): Promise<Guard> {
  const entry = project.manifest.entries.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`no schema ${name} in the manifest`);
  const module = await project.importModule(entry.module ?? "");
  return {
    is: module[entry.guard ?? ""] as Guard["is"],
    validate: module[entry.validator ?? ""] as Guard["validate"],
  };
}

/** Whether the guard of a schema accepts a value. */
export async function accepts(project: Project, name: string, value: unknown): Promise<boolean> {
  return (await guardOf(project, name)).is(value);
}

/** The issues that a value has as an instance of a schema. */
export async function issues(
  project: Project,
  name: string,
  value: unknown,
): Promise<readonly Issue[]> {
  return issuesOf(await guardOf(project, name), value);
}

/** The guard that payloads are judged by. */
export async function twilioGuard(source: Source, mode: Mode): Promise<Guard> {
  return guardOf(await makeVapi(source, mode), rootName);
}

/** The issues of a value; none where it is valid. */
export function issuesOf(guard: Guard, value: unknown): readonly Issue[] {
  const result = guard.validate(value);
  return result.ok ? [] : result.issues;
}
