/** Keywords that say something to readers alone. */
export const words: ReadonlySet<string> = new Set([
  "title",
  "description",
  "$comment",
  "externalDocs",
  "xml",
]);

/** Keywords that say something about values and nothing of which there may be. */
const annotations: ReadonlySet<string> = new Set([
  ...words,
  "default",
  "example",
  "examples",
  "deprecated",
]);

/** Keywords whose members are schemas, in any dialect. */
const schemaMaps: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependencies",
  "definitions",
  "$defs",
]);

/** Keywords that hold a schema or a list of them, in any dialect. */
const schemas: ReadonlySet<string> = new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "items",
  "prefixItems",
  "additionalItems",
  "unevaluatedItems",
  "contains",
  "additionalProperties",
  "unevaluatedProperties",
  "propertyNames",
]);

/**
 * A schema as it is written without its annotations: what schemas that refer to it can depend on
 * wherever they do not show it themselves.
 *
 * @param left which annotations are left out: all, or {@link words}
 */
export function structuralSchema(schema: unknown, left = annotations): unknown {
  if (Array.isArray(schema)) return schema.map((member) => structuralSchema(member, left));
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (left.has(keyword)) return [];
    if (schemas.has(keyword)) return [keyword, structuralSchema(value, left)];
    return [keyword, schemaMaps.has(keyword) ? structuralMembers(value, left) : (value as unknown)];
  });
}

function structuralMembers(map: unknown, left: ReadonlySet<string>): unknown {
  if (typeof map !== "object" || map === null) return map;
  return Object.entries(map).flatMap(([name, schema]) => [name, structuralSchema(schema, left)]);
}
