import type { JsonType, ValueType } from "../dialects/canonical-keywords.ts";

/**
 * The type of a JSON value.
 */
export function typeOfValue(value: unknown): ValueType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "boolean" || type === "number" || type === "string" ? type : "object";
}

/**
 * Whether a JSON value has one of some types; a number without a fraction is an integer, however it
 * is written (2020-12 validation §6.1.1).
 */
export function hasType(value: unknown, types: readonly JsonType[]): boolean {
  const type = typeOfValue(value);
  return types.some((candidate) =>
    candidate === "integer" ? Number.isInteger(value) : candidate === type,
  );
}

/**
 * The type that a value of a `type` has: an integer is a number.
 */
export function valueTypeOf(type: JsonType): ValueType {
  return type === "integer" ? "number" : type;
}
