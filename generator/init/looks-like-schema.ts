/** The values of `type` in any dialect. */
const types: ReadonlySet<unknown> = new Set([
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
]);

/** Keywords that say more of a value beside its `type`. */
const companions = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "required",
  "items",
  "prefixItems",
  "enum",
  "pattern",
  "format",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
];

/**
 * Whether a value is most likely a schema, though it names no dialect: by a `type` with a keyword beside
 * it, by definitions, by properties or branches that are schemas themselves. Data seldom has those.
 */
export function looksLikeSchema(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { type, properties, $defs, definitions, oneOf, anyOf, allOf } = value;
  const isTyped = Array.isArray(type) ? type.length > 0 && type.every(isType) : isType(type);
  if (isTyped && companions.some((keyword) => Object.hasOwn(value, keyword))) return true;
  if ([$defs, definitions, properties].some(holdsSchemas)) return true;
  return [oneOf, anyOf, allOf].some(
    (branches) => Array.isArray(branches) && branches.length > 0 && branches.every(isSubschema),
  );
}

function holdsSchemas(members: unknown): boolean {
  if (!isObject(members)) return false;
  const values = Object.values(members);
  return values.length > 0 && values.every(isSubschema);
}

/** Inside of a schema less is needed to be told for one. */
function isSubschema(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { type, $ref, enum: values } = value;
  const isTyped = Array.isArray(type) ? type.every(isType) : isType(type);
  return (
    isTyped ||
    typeof $ref === "string" ||
    Array.isArray(values) ||
    "const" in value ||
    looksLikeSchema(value)
  );
}

function isType(value: unknown): boolean {
  return types.has(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
