import type { Diagnostic, SourceFile } from "../../../generator/diagnostics/diagnostic.ts";
import { addVariants } from "../../../generator/model/variants.ts";
import type { SchemaModel } from "../../../generator/model/model.ts";
import { reportLockClashes, reportNameClashes } from "../../../generator/names/clashes.ts";
import { nameDeclarations } from "../../../generator/names/declarations.ts";
import { namesToLock } from "../../../generator/names/lock-names.ts";
import type { NameOptions } from "../../../generator/options.ts";
import { documentOf, runOn } from "../model/inputs.ts";

/** Names by the keys of their schemas. */
export type Names = Readonly<Record<string, string>>;

/** How schemas are named. */
export interface NamingOptions extends Partial<Pick<NameOptions, "by">> {
  readonly rename?: Names;
  readonly variants?: boolean;
}

/** What naming gave and said. */
export interface Naming {
  readonly model: SchemaModel;
  /** What the next run is to keep. */
  readonly names: Names;
  readonly diagnostics: readonly Diagnostic[];
}

const lockFile: SourceFile = { path: "/names.lock.json", text: "", rangeOf: () => undefined };

/** Names schema files, given by their source, after an earlier run that gave the names locked. */
export function nameSchemas(
  schemas: Readonly<Record<string, unknown>>,
  locked: Names = {},
  { by = "id", rename = {}, variants = false }: NamingOptions = {},
): Naming {
  const { graph } = runOn(
    Object.entries(schemas).map(([source, value]) => documentOf(source, value)),
  );
  const whole = variants ? addVariants(graph) : graph;
  const options = { by, rename: new Map(Object.entries(rename)) };
  const lock = { file: lockFile, names: new Map(Object.entries(locked)) };
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  reportNameClashes(graph, options, lock.names, report);
  reportLockClashes(whole, options, lock, report);
  const model = nameDeclarations(whole, options, lock.names);
  return { model, names: Object.fromEntries(namesToLock(model)), diagnostics };
}

/** The names that schemas have after an earlier run gave the names locked. */
export function namesOf(
  schemas: Readonly<Record<string, unknown>>,
  locked?: Names,
  options?: NamingOptions,
): Names {
  return nameSchemas(schemas, locked, options).names;
}

/** An object that deserves a name wherever it stands. */
export function threeOf(type: unknown = {}): Readonly<Record<string, unknown>> {
  return { type: "object", properties: { a: type, b: type, c: type } };
}
