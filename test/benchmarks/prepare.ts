import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BenchmarkCase } from "./benchmark-case.ts";
import { type ScriptSize, bundle, bundleSize } from "./bundle.ts";
import { writeModules } from "./emit.ts";
import { ownModule, withoutFormats, writeSubject } from "./subject.ts";

/** A case that lies in a folder, ready to be measured. */
export interface Prepared {
  readonly folder: string;
  readonly sizes: {
    readonly guard: ScriptSize;
    readonly guardAndValidator: ScriptSize;
  };
}

/**
 * Emits and bundles the modules of a case, and lays them with its documents into a folder.
 */
export async function prepare(each: BenchmarkCase): Promise<Prepared> {
  const folder = mkdtempSync(path.join(tmpdir(), `schemaloom-bench-${each.name}-`));
  const emitted = await each.emit();
  const file = writeModules(path.join(folder, "modules"), emitted);
  const entry = (...names: readonly string[]) => ({
    text: `export { ${names.join(", ")} } from "./${path.basename(file)}";`,
    folder: path.dirname(file),
  });
  const { guard, validator } = emitted;
  writeFileSync(path.join(folder, ownModule), await bundle(entry(guard, validator), false));
  writeSubject(folder, {
    dialect: each.dialect,
    schema: withoutFormats(each.schema),
    documents: each.documents,
    spoiled: await each.spoiled(),
    guard,
    validator,
  });
  return {
    folder,
    sizes: {
      guard: await bundleSize(entry(guard)),
      guardAndValidator: await bundleSize(entry(guard, validator)),
    },
  };
}
