import type { TypeExpression } from "./type-expression.ts";

const typeName = /^[A-Za-z_$][\w$]*$/;

/** A template literal, or the type of a member of every object. */
const singleTerm = /^(?:`[^`\\\n]*`|\{\}\["\w+"\])$/;

const ascii = /^[ -~]*$/;

/**
 * Whether the text of a type is a single name.
 */
export function isTypeName(text: string): boolean {
  return typeName.test(text);
}

/**
 * Whether the text of a type means the same beside any operator.
 */
export function isTerm(text: string): boolean {
  return isTypeName(text) || singleTerm.test(text);
}

/**
 * Whether a type has parts of which the layout is not known: text that a user wrote, and names of
 * properties that are quoted by rules of Unicode.
 */
export function isForeign(type: TypeExpression): boolean {
  switch (type.kind) {
    case "text":
      return !isTerm(type.text);
    case "array":
      return isForeign(type.rest) || type.elements.some((element) => isForeign(element.type));
    case "object":
      return (
        isForeign(type.rest) ||
        type.patterns.some((pattern) => isForeign(pattern.type)) ||
        type.properties.some((property) => !ascii.test(property.name) || isForeign(property.type))
      );
    case "union":
    case "intersection":
      return type.members.some(isForeign);
    case "unknown":
    case "never":
    case "primitive":
    case "literal":
    case "reference":
      return false;
  }
}
