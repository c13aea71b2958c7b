import { stringLiteral } from "../../text/string-literal.ts";
import { valueTypeOf } from "../../model/json-type.ts";
import type { AssertionOf, JsonType } from "../../dialects/canonical-keywords.ts";
import type { Condition, KnownTypes, Params } from "../check.ts";
import { type ModuleScope, jsonExpression, runtimeName } from "../module-scope.ts";

const typeWords: Readonly<Record<JsonType, string>> = {
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
  const admitted = new Set(types.map(valueTypeOf));
  return new Set([...known].filter((type) => admitted.has(type)));
}

/**
 * The condition that a value has one of some types (2020-12 validation §6.1.1). NaN and the
 * infinities are no JSON numbers.
 */
export function typeCondition(
  types: readonly JsonType[],
  variable: string,
  scope: ModuleScope,
): Condition {
  const unique = types.includes("number") ? types.filter((type) => type !== "integer") : types;
  const conditions = unique.map((type) => singleTypeCondition(type, variable, scope));
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  return {
    holds: conditions.map((condition) => parenthesized(condition.holds)).join(" || "),
    fails: conditions.map((condition) => parenthesized(condition.fails)).join(" && "),
  };
}

function singleTypeCondition(type: JsonType, variable: string, scope: ModuleScope): Condition {
  switch (type) {
    case "null":
      return { holds: `${variable} === null`, fails: `${variable} !== null` };
    case "boolean":
    case "string":
      return {
        holds: `typeof ${variable} === "${type}"`,
        fails: `typeof ${variable} !== "${type}"`,
      };
    case "number":
    case "integer": {
      const test = `Number.${type === "number" ? "isFinite" : "isInteger"}(${variable})`;
      return {
        holds: `typeof ${variable} === "number" && ${test}`,
        fails: `typeof ${variable} !== "number" || !${test}`,
      };
    }
    case "array":
    case "object": {
      const call = `${runtimeName(scope, type === "array" ? "typeIsArray" : "typeIsObject")}(${variable})`;
      return { holds: call, fails: `!${call}` };
    }
  }
}

/**
 * What a failed `type` says.
 */
export function describeType(assertion: AssertionOf<"type">): { message: string; params: Params } {
  const [only] = assertion.types;
  const expected = assertion.types.length === 1 && only !== undefined ? only : [...assertion.types];
  return {
    message: stringLiteral(
      `must be ${assertion.types.map((type) => typeWords[type]).join(" or ")}`,
    ),
    params: [["type", jsonExpression(expected)]],
  };
}

/**
 * Puts an expression in parentheses where it holds a logical operator.
 */
export function parenthesized(expression: string): string {
  return / \|\| | && | \? /.test(expression) ? `(${expression})` : expression;
}
