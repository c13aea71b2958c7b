import { neverType, type TypeExpression, wholeType } from "./type-expression.ts";

/**
 * The type of one JSON value: literals, and for arrays and objects the closed shapes that hold them.
 */
export function typeOfJson(value: unknown): TypeExpression {
  if (typeof value === "string" || typeof value === "boolean") return { kind: "literal", value };
  if (typeof value === "number") {
    // JSON can write a number beyond the range of a double, a literal type cannot.
    return Number.isFinite(value) ? { kind: "literal", value } : wholeType("number");
  }
  if (Array.isArray(value)) {
    const elements = value.map((item) => ({ type: typeOfJson(item), required: true }));
    return { kind: "array", elements, rest: neverType };
  }
  if (typeof value !== "object" || value === null) return wholeType("null");
  const properties = Object.entries(value).map(([name, member]) => ({
    name,
    type: typeOfJson(member),
    required: true,
    documentation: "",
  }));
  return { kind: "object", properties, patterns: [], rest: neverType };
}
