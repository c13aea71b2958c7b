import { stringLiteral } from "../../text/string-literal.ts";
import { typeOfValue } from "../../model/json-type.ts";
import type { AssertionOf } from "../../dialects/canonical-keywords.ts";
import type { KnownTypes, Params } from "../check.ts";
import { type Condition, comparison, some, truth } from "../condition.ts";
import {
  type ModuleScope,
  setConstant,
  structureConstant,
  jsonExpression,
  runtimeName,
} from "../module-scope.ts";

/** Up to so many values are compared one by one; more are looked up in a Set. */
const longestChain = 8;

/** Up to so many values are told in a message. */
const longestList = 8;

/**
 * The condition that a value equals one of some JSON values (2020-12 validation §6.1.2, §6.1.3), of
 * which at least one has a known type; `undefined` where none does.
 *
 * @param name what the values are of, for the name of a constant
 */
export function membership(
  values: readonly unknown[],
  variable: string,
  known: KnownTypes,
  name: string,
  scope: ModuleScope,
): Condition | undefined {
  const isPossible = (value: unknown) => known.has(typeOfValue(value));
  const possible = values.every(isPossible) ? values : values.filter(isPossible);
  const scalars = possible.every(isScalar) ? possible : possible.filter(isScalar);
  const structures = scalars === possible ? [] : possible.filter(isStructure);
  if (possible.length === 0) return undefined;
  const scalarConditions =
    scalars.length > longestChain
      ? [truth(`${valueSet(scalars, name, scope)}.has(${variable})`)]
      : scalars.map((scalar) => comparison(variable, "===", jsonExpression(scalar)));
  const structureConditions = structures.map((structure) => {
    const constant = structureConstant(scope, `${name} value`, structure);
    return truth(`${runtimeName(scope, "deepEqual")}(${variable}, ${constant})`);
  });
  return some([...scalarConditions, ...structureConditions]);
}

/**
 * Whether that condition tells `tsc` which of the values it is.
 */
export function narrows(values: readonly unknown[], known: KnownTypes): boolean {
  const possible = values.filter((value) => known.has(typeOfValue(value)));
  return possible.length > 0 && possible.length <= longestChain && possible.every(isScalar);
}

function isScalar(value: unknown): boolean {
  return !isStructure(value);
}

function isStructure(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function valueSet(values: readonly unknown[], name: string, scope: ModuleScope): string {
  // What a guard holds values against, its issue lists.
  const known = scope.valueSets.get(values);
  if (known !== undefined) return known;
  const constant = setConstant(scope, `${name} values`, "unknown", values);
  scope.valueSets.set(values, constant);
  return constant;
}

/**
 * What a failed `enum` or `const` says.
 *
 * @param name what the values are of, for the name of a constant
 */
export function describeValues(
  assertion: AssertionOf<"enum"> | AssertionOf<"const">,
  name: string,
  scope: ModuleScope,
): { message: string; params: Params } {
  if (assertion.keyword === "const") {
    return {
      message: stringLiteral(`must be ${JSON.stringify(assertion.value)}`),
      params: [["allowedValue", jsonExpression(assertion.value)]],
    };
  }
  const { values } = assertion;
  return {
    message: stringLiteral(`must be ${allowedValuesWords(values)}`),
    params: [["allowedValues", valuesExpression(values, name, scope)]],
  };
}

/**
 * The expression of a list of allowed values.
 *
 * @param name what they are of, for the name of a constant
 */
export function valuesExpression(
  values: readonly unknown[],
  name: string,
  scope: ModuleScope,
): string {
  return values.every(isScalar) && values.length > longestChain
    ? `[...${valueSet(values, name, scope)}]`
    : jsonExpression(values);
}

/**
 * Says in words which values are allowed: what stands behind "must be".
 */
export function allowedValuesWords(values: readonly unknown[]): string {
  if (values.length === 1) return JSON.stringify(values[0]);
  if (values.length > longestList) return `one of the ${values.length} allowed values`;
  return `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
}
