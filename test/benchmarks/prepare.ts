import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Entry, type ScriptSize, bundle, bundleSize } from "./bundle.ts";
import type { BenchmarkCase } from "./cases/benchmark-case.ts";
import { writeModules } from "./emit.ts";
import { ajvStandaloneText } from "./peers/ajv-standalone.ts";
import { type Subject, ajvModule, ownModule, withoutFormats, writeSubject } from "./subject.ts";

/** The sizes of what is bundled for a schema. */
export interface CaseSizes {
  readonly guard: ScriptSize;
  readonly guardAndValidator: ScriptSize;
  /** `undefined` where ajv makes no module of the schema. */
  readonly ajv: ScriptSize | undefined;
}

/** A case that lies in a folder, ready to be measured. */
export interface Prepared {
  readonly folder: string;
  readonly sizes: CaseSizes;
}

/**
 * Lays a case into a folder: its schema and documents, and bundles of our modules and of ajv's.
 */
export async function prepare(each: BenchmarkCase): Promise<Prepared> {
  const folder = mkdtempSync(path.join(tmpdir(), `schemaloom-bench-${each.name}-`));
  const emitted = await each.emit();
  const { guard, validator } = emitted;
  const subject = {
    dialect: each.dialect,
    schema: withoutFormats(each.schema),
    ...(await each.documents()),
    guard,
    validator,
  };
  writeSubject(folder, subject);
  const file = writeModules(path.join(folder, "modules"), emitted);
  const entry = (...names: readonly string[]): Entry => ({
    text: `export { ${names.join(", ")} } from "./${path.basename(file)}";`,
    folder: path.dirname(file),
  });
  writeFileSync(path.join(folder, ownModule), await bundle(entry(guard, validator), false));
  return {
    folder,
    sizes: {
      guard: await bundleSize(entry(guard)),
      guardAndValidator: await bundleSize(entry(guard, validator)),
      ajv: await prepareAjv(folder, subject),
    },
  };
}

async function prepareAjv(
  folder: string,
  { schema, dialect }: Subject,
): Promise<ScriptSize | undefined> {
  let text: string;
  try {
    text = ajvStandaloneText(schema, dialect);
  } catch {
    return undefined;
  }
  writeFileSync(path.join(folder, "ajv.js"), text);
  const entry = { text: 'export { validate } from "./ajv.js";', folder };
  writeFileSync(path.join(folder, ajvModule), await bundle(entry, false));
  return bundleSize(entry);
}
