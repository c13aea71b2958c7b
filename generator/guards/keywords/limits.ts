import { constrainedType } from "../../model/constrained-type.ts";
import { stringLiteral } from "../../text/string-literal.ts";
import type {
  Assertion,
  AssertionKeyword,
  AssertionOf,
  ValueType,
} from "../../dialects/canonical-keywords.ts";
import type { Params } from "../check.ts";
import { type Condition, comparison, truth } from "../condition.ts";
import {
  type ModuleScope,
  constantOf,
  jsonExpression,
  patternConstant,
  predicateName,
  runtimeName,
} from "../module-scope.ts";

/** The keywords that hold a value of one type against a limit and have no subschema. */
const limits = [
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "multipleOf",
  "maxLength",
  "minLength",
  "pattern",
  "format",
  "contentEncoding",
  "contentMediaType",
  "maxItems",
  "minItems",
  "maxProperties",
  "minProperties",
  "custom",
] as const satisfies readonly AssertionKeyword[];

const limitKeywords: ReadonlySet<AssertionKeyword> = new Set(limits);

export type LimitAssertion = AssertionOf<(typeof limits)[number]>;

/** A limit keyword as guards take it: its condition, and what a failure says. */
export interface Limit {
  readonly condition: Condition;
  readonly message: string;
  readonly params: Params;
}

/**
 * Whether an assertion is one of a limit keyword.
 */
export function isLimit(assertion: Assertion): assertion is LimitAssertion {
  return limitKeywords.has(assertion.keyword);
}

/**
 * The type of the values that a limit keyword constrains.
 */
export function limitedType(assertion: LimitAssertion): ValueType | undefined {
  return assertion.keyword === "format" || assertion.keyword === "custom"
    ? assertion.predicate.constrains
    : constrainedType(assertion.keyword);
}

/**
 * Describes a limit keyword for the value of its type that `variable` holds (2020-12 validation
 * §6.2 numbers, §6.3 strings, §6.4 arrays, §6.5 objects).
 */
export function describeLimit(
  assertion: LimitAssertion,
  variable: string,
  scope: ModuleScope,
): Limit {
  const limit = limitParts(assertion, variable, scope);
  return { ...limit, message: stringLiteral(limit.message) };
}

/**
 * Whether a limit is one of length that a value keeps; a value of another type does.
 */
export function isLengthWithin(assertion: LimitAssertion, value: unknown): boolean {
  switch (assertion.keyword) {
    case "maxLength":
      return typeof value !== "string" || Array.from(value).length <= assertion.limit;
    case "minLength":
      return typeof value !== "string" || Array.from(value).length >= assertion.limit;
    default:
      return false;
  }
}

function limitParts(assertion: LimitAssertion, variable: string, scope: ModuleScope): Limit {
  switch (assertion.keyword) {
    case "maximum":
      return bound(variable, "<=", assertion.limit, "must be at most");
    case "exclusiveMaximum":
      return bound(variable, "<", assertion.limit, "must be less than");
    case "minimum":
      return bound(variable, ">=", assertion.limit, "must be at least");
    case "exclusiveMinimum":
      return bound(variable, ">", assertion.limit, "must be greater than");
    case "multipleOf": {
      const divisor = jsonExpression(assertion.divisor);
      return {
        condition: truth(`${runtimeName(scope, "multipleOf")}(${variable}, ${divisor})`),
        message: `must be a multiple of ${divisor}`,
        params: [["multipleOf", divisor]],
      };
    }
    case "maxLength":
      return {
        condition: truth(
          `${runtimeName(scope, "atMostCodePoints")}(${variable}, ${assertion.limit})`,
        ),
        message: `must have at most ${counted(assertion.limit, "character", "characters")}`,
        params: [["limit", String(assertion.limit)]],
      };
    case "minLength":
      return {
        condition:
          assertion.limit === 1
            ? comparison(variable, "!==", '""')
            : truth(`${runtimeName(scope, "atLeastCodePoints")}(${variable}, ${assertion.limit})`),
        message: `must have at least ${counted(assertion.limit, "character", "characters")}`,
        params: [["limit", String(assertion.limit)]],
      };
    case "pattern":
      return {
        condition: truth(`${patternConstant(scope, assertion.pattern)}.test(${variable})`),
        message: `must match the pattern ${assertion.pattern.source}`,
        params: [["pattern", stringLiteral(assertion.pattern.source)]],
      };
    case "format":
      return {
        condition: truth(`${predicateName(scope, assertion.predicate)}(${variable})`),
        message: `must have the format ${assertion.format}`,
        params: [["format", stringLiteral(assertion.format)]],
      };
    case "contentEncoding":
      return {
        condition: truth(`${runtimeName(scope, assertion.predicate)}(${variable})`),
        message: `must be encoded in ${assertion.encoding}`,
        params: [["contentEncoding", stringLiteral(assertion.encoding)]],
      };
    case "contentMediaType":
      return {
        condition: truth(`${runtimeName(scope, assertion.predicate)}(${variable})`),
        message: `must hold ${assertion.mediaType}`,
        params: [["contentMediaType", stringLiteral(assertion.mediaType)]],
      };
    case "custom": {
      const { predicate, message, argument } = assertion;
      const given = predicate.argument === undefined ? [] : [givenArgument(scope, assertion)];
      return {
        condition: truth(`${predicateName(scope, predicate)}(${[variable, ...given].join(", ")})`),
        message,
        params: given.length === 0 ? [] : [["argument", jsonExpression(argument)]],
      };
    }
    case "maxItems":
      return {
        ...bound(`${variable}.length`, "<=", assertion.limit, ""),
        message: `must have at most ${counted(assertion.limit, "item", "items")}`,
      };
    case "minItems":
      return {
        ...bound(`${variable}.length`, ">=", assertion.limit, ""),
        message: `must have at least ${counted(assertion.limit, "item", "items")}`,
      };
    case "maxProperties":
      return {
        ...bound(`${runtimeName(scope, "propertyCount")}(${variable})`, "<=", assertion.limit, ""),
        message: `must have at most ${counted(assertion.limit, "property", "properties")}`,
      };
    case "minProperties":
      return {
        ...bound(`${runtimeName(scope, "propertyCount")}(${variable})`, ">=", assertion.limit, ""),
        message: `must have at least ${counted(assertion.limit, "property", "properties")}`,
      };
  }
}

/** What a custom keyword is given, made once where it is an object or array. */
function givenArgument(scope: ModuleScope, { name, argument }: AssertionOf<"custom">): string {
  const expression = jsonExpression(argument);
  const isStructure = typeof argument === "object" && argument !== null;
  return isStructure ? constantOf(scope, `${name} argument`, expression) : expression;
}

function bound(
  subject: string,
  operator: "<" | "<=" | ">" | ">=",
  limit: number,
  words: string,
): Limit {
  const literal = jsonExpression(limit);
  return {
    condition: comparison(subject, operator, literal),
    message: `${words} ${literal}`,
    params: [["limit", literal]],
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
