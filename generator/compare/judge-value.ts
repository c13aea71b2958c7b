import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import { constrainedType } from "../model/constrained-type.ts";
import { hasType, typeOfValue } from "../model/json-type.ts";
import { nodeOf } from "../model/node-of.ts";
import { matches } from "./conjunction.ts";
import type { ComparedModel } from "./sides.ts";
import { valueText } from "./value-text.ts";

/** Whether a value is accepted; `undefined` where that is not looked into. */
export type Verdict = boolean | undefined;

/**
 * Whether a schema accepts a value. What objects and arrays hold is not looked into, nor are formats.
 */
export function judgeValue(model: ComparedModel, id: NodeId, value: unknown): Verdict {
  return every(
    nodeOf(model, id).assertions.map((assertion) => judgeAssertion(model, assertion, value)),
  );
}

/**
 * Whether a value meets one assertion, as {@link judgeValue}.
 */
export function judgeAssertion(
  model: ComparedModel,
  assertion: Assertion,
  value: unknown,
): Verdict {
  const constrained = constrainedType(assertion.keyword);
  if (constrained !== undefined && constrained !== typeOfValue(value)) return true;
  const judge = (id: NodeId) => judgeValue(model, id, value);
  switch (assertion.keyword) {
    case "false":
      return false;
    case "type":
      return hasType(value, assertion.types);
    case "enum":
      return listedTexts(assertion.values).has(valueText(value));
    case "const":
      return valueText(assertion.value) === valueText(value);
    case "$ref":
      return judge(assertion.target);
    case "allOf":
      return every(assertion.subschemas.map(({ node }) => judge(node)));
    case "anyOf":
      return some(assertion.subschemas.map(({ node }) => judge(node)));
    case "oneOf":
      return exactlyOne(assertion.subschemas.map(({ node }) => judge(node)));
    case "not":
      return negation(judge(assertion.subschema.node));
    case "if": {
      const met = judge(assertion.condition.node);
      if (met === undefined) return undefined;
      const branch = met ? assertion.consequent : assertion.alternative;
      return branch === undefined || judge(branch.node);
    }
    default:
      if (typeof value === "number") return judgeNumber(assertion, value);
      return typeof value === "string" ? judgeString(assertion, value) : undefined;
  }
}

const knownTexts = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** The texts of listed values, made once of each list. */
export function listedTexts(values: readonly unknown[]): ReadonlySet<string> {
  const found = knownTexts.get(values) ?? new Set(values.map(valueText));
  knownTexts.set(values, found);
  return found;
}

function judgeNumber(assertion: Assertion, value: number): Verdict {
  switch (assertion.keyword) {
    case "maximum":
      return value <= assertion.limit;
    case "exclusiveMaximum":
      return value < assertion.limit;
    case "minimum":
      return value >= assertion.limit;
    case "exclusiveMinimum":
      return value > assertion.limit;
    case "multipleOf": {
      const isExact = Number.isSafeInteger(value) && Number.isSafeInteger(assertion.divisor);
      return isExact ? value % assertion.divisor === 0 : undefined;
    }
    default:
      return undefined;
  }
}

function judgeString(assertion: Assertion, value: string): Verdict {
  switch (assertion.keyword) {
    case "maxLength":
      return Array.from(value).length <= assertion.limit;
    case "minLength":
      return Array.from(value).length >= assertion.limit;
    case "pattern":
      return matches(assertion.pattern, value);
    default:
      return undefined;
  }
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function some(verdicts: readonly Verdict[]): Verdict {
  return negation(every(verdicts.map(negation)));
}

function exactlyOne(verdicts: readonly Verdict[]): Verdict {
  const met = verdicts.filter((verdict) => verdict === true).length;
  if (met > 1) return false;
  return verdicts.includes(undefined) ? undefined : met === 1;
}

function negation(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}
