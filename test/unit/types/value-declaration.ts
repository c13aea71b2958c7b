import { printType } from "../../../generator/types/print-type.ts";
import type { PropertyType, TypeExpression } from "../../../generator/types/type-expression.ts";
import { typeOfJson } from "../../../generator/types/value-type.ts";
import { layOutType } from "../../../generator/types/type-layout.ts";

/**
 * Declares that a JSON value is a `Root`. The value is not written as a literal, whose undeclared
 * properties TypeScript refuses even where a type admits them. And it is told not to have what else
 * its schema declares: TypeScript refuses an object that shares no property with the type (TS2559),
 * and believes that each has `toString` and `constructor`.
 */
export function valueDeclaration(name: string, value: unknown, schema: unknown): string {
  const scope = {
    nameOf: String,
    hasRecord: true,
    isEager: false,
    isReadonly: false,
    hasOpenIndex: false,
  };
  const type = withAbsent(typeOfJson(value), declaredNames(schema));
  const text = layOutType(printType(type, scope)).replaceAll("\n", " ");
  return `declare const ${name}: ${text}; export const ${name}Root: Root = ${name};`;
}

function withAbsent(type: TypeExpression, names: readonly string[]): TypeExpression {
  if (type.kind === "array") {
    const elements = type.elements.map((element) => ({
      ...element,
      type: withAbsent(element.type, names),
    }));
    return { ...type, elements };
  }
  if (type.kind !== "object") return type;
  const present = type.properties.map((property) => ({
    ...property,
    type: withAbsent(property.type, names),
  }));
  const absent = names
    .filter((name) => !present.some((property) => property.name === name))
    .map((name): PropertyType => {
      return { name, type: { kind: "never" }, required: false, documentation: "" };
    });
  return { ...type, properties: [...present, ...absent] };
}

function declaredNames(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const names = Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) => {
    const own = keyword === "properties" ? Object.keys(value as object) : [];
    return [...own, ...declaredNames(value)];
  });
  return [...new Set(names)];
}
