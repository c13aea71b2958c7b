import { stringLiteral } from "../../text/string-literal.ts";
import { valueTypeOf } from "../../model/json-type.ts";
import { commonTypes, typeSet } from "../../model/type-sets.ts";
import type { JsonType } from "../../dialects/canonical-keywords.ts";
import type { KnownTypes, Params } from "../check.ts";
import { type Condition, comparison, every, some, truth } from "../condition.ts";
import { type ModuleScope, jsonExpression, runtimeName } from "../module-scope.ts";

/** What a value of a type is called in a message. */
export const typeWords: Readonly<Record<JsonType, string>> = {
  null: "null",
  boolean: "a boolean",
  integer: "an integer",
  number: "a number",
  string: "a string",
  array: "an array",
  object: "an object",
};

/**
 * The value types among which `types` admits some.
 */
export function admittedTypes(types: readonly JsonType[], known: KnownTypes): KnownTypes {
  return commonTypes(known, typeSet(types.map(valueTypeOf)));
}

/**
 * The condition that a value has one of some types (2020-12 validation §6.1.1), by which TypeScript knows
 * the value's. NaN and the infinities are no JSON numbers.
 */
export function typeCondition(
  types: readonly JsonType[],
  variable: string,
  scope: ModuleScope,
): Condition {
  const [only] = types;
  if (types.length === 1 && only !== undefined) return singleTypeCondition(only, variable, scope);
  const unique = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  return some(unique.map((type) => singleTypeCondition(type, variable, scope)));
}

/**
 * The condition that a value has one of some types, of which nothing else is asked.
 */
export function bareTypeCondition(
  types: readonly JsonType[],
  variable: string,
  scope: ModuleScope,
): Condition {
  const [only] = types;
  return types.length === 1 && (only === "number" || only === "integer")
    ? numberTest(only, variable)
    : typeCondition(types, variable, scope);
}

/** With `typeof`, from which only TypeScript learns, a chain of 200 objects takes 8 % longer. */
function numberTest(type: "number" | "integer", variable: string): Condition {
  return truth(`Number.${type === "number" ? "isFinite" : "isInteger"}(${variable})`);
}

function singleTypeCondition(type: JsonType, variable: string, scope: ModuleScope): Condition {
  switch (type) {
    case "null":
      return comparison(variable, "===", "null");
    case "boolean":
    case "string":
      return comparison(`typeof ${variable}`, "===", `"${type}"`);
    case "number":
    case "integer":
      return every([
        comparison(`typeof ${variable}`, "===", '"number"'),
        numberTest(type, variable),
      ]);
    case "array":
    case "object":
      return truth(
        `${runtimeName(scope, type === "array" ? "typeIsArray" : "typeIsObject")}(${variable})`,
      );
  }
}

/**
 * What is said of a value that has none of some types.
 */
export function describeTypes(types: readonly JsonType[]): { message: string; params: Params } {
  const [only] = types;
  if (types.length === 1 && only !== undefined) {
    return { message: `"must be ${typeWords[only]}"`, params: [["type", `"${only}"`]] };
  }
  return {
    message: stringLiteral(`must be ${types.map((type) => typeWords[type]).join(" or ")}`),
    params: [["type", jsonExpression(types)]],
  };
}
