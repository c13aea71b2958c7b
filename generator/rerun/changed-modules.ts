import { documentRows, type ModuleRow, type OutputRows } from "../cache/module-rows.ts";
import { type SchemaHashes, schemaHashing } from "../cache/schema-hashes.ts";
import { writtenSchema } from "../cache/module-keys.ts";
import type { InputSchema, LoadedInputs } from "../load/document.ts";
import { hashText } from "../write/content-hash.ts";

/** How much of a schema is another: its words, the values that examples are made of, or what it accepts. */
export type ChangeDepth = "words" | "values" | "structure";

/** A module whose schema is another than it was. */
export interface ChangedModule {
  readonly hashes: SchemaHashes;
  readonly depth: ChangeDepth;
}

/**
 * Finds the modules whose schemas are others than they were, by their numbers.
 *
 * @param schemas the input schemas, by the numbers of their modules
 * @returns `undefined` where something else is another, too
 */
export function findChangedModules(
  inputs: LoadedInputs,
  schemas: readonly InputSchema[],
  { documents, modules }: Pick<OutputRows, "documents" | "modules">,
): ReadonlyMap<number, ChangedModule> | undefined {
  if (JSON.stringify(documentRows(inputs.documents)) !== JSON.stringify(documents))
    return undefined;
  const hashing = schemaHashing([]);
  const changed = new Map<number, ChangedModule>();
  for (const [number, schema] of schemas.entries()) {
    const before = modules[number]?.hashes;
    const value = writtenSchema(schema);
    if (before === undefined || hashText(JSON.stringify(value)) === before.text) continue;
    const hashes = hashing.hashesOf(value);
    if (hashes.marks !== before.marks) return undefined;
    changed.set(number, { hashes, depth: depthOf(hashes, before) });
  }
  return changed;
}

function depthOf(hashes: SchemaHashes, before: SchemaHashes): ChangeDepth {
  if (hashes.structure !== before.structure) return "structure";
  return hashes.values === before.values ? "words" : "values";
}

/**
 * The input schemas by the numbers of the modules that they became; `undefined` where one came or went.
 */
export function schemasOfModules(
  { schemas, unread }: LoadedInputs,
  modules: readonly ModuleRow[],
): readonly InputSchema[] | undefined {
  if (unread.length > 0 || schemas.length !== modules.length) return undefined;
  const placed = new Map(
    schemas.map((schema) => [`${schema.document.source}#${schema.pointer}`, schema]),
  );
  const found = modules.flatMap(({ source, pointer }) => placed.get(`${source}#${pointer}`) ?? []);
  return found.length === modules.length ? found : undefined;
}
