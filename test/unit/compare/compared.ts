import { compareModels, type CompareOptions } from "../../../generator/compare/compare-models.ts";
import type { Comparison, SchemaComparison } from "../../../generator/compare/comparison.ts";
import type { SchemaModel } from "../../../generator/model/model.ts";
import { nameDeclarations } from "../../../generator/names/declarations.ts";
import { documentOf, runOn } from "../model/inputs.ts";

function modelOf(schemas: Readonly<Record<string, unknown>>): SchemaModel {
  const documents = Object.entries(schemas).map(([source, value]) => documentOf(source, value));
  const { graph, diagnostics } = runOn(documents);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
  return nameDeclarations(graph, { by: "file", rename: new Map() });
}

/** Compares two sets of schema files, each from its source to the schema. */
export function compareFiles(
  old: Readonly<Record<string, unknown>>,
  later: Readonly<Record<string, unknown>>,
  options: CompareOptions = { ignoreUndeclared: false },
): Comparison {
  return compareModels(modelOf(old), modelOf(later), options);
}

/** Compares two schemas; `undefined` where the later one is as the old one was. */
export function compareSchemas(
  old: unknown,
  later: unknown,
  options?: CompareOptions,
): SchemaComparison | undefined {
  const { schemas } = compareFiles({ "a.json": old }, { "a.json": later }, options);
  return schemas.find(({ new: schema }) => schema?.pointer === "");
}

/** What changed, in a line each: the words, and what it is for producers and consumers. */
export function linesOf(comparison: SchemaComparison | undefined): readonly string[] {
  return (comparison?.changes ?? []).map(
    ({ words, producers, consumers }) => `${words}: ${producers}, ${consumers}`,
  );
}
