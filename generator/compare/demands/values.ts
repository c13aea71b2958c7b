import type { JsonType, ValueType } from "../../dialects/canonical-keywords.ts";
import { type Conjunction, knownAssertions } from "../conjunction.ts";
import { judgeValue, listedTexts } from "../judge-value.ts";
import { type Demand, type Obstacle, obstacleTo, type Prover } from "../prover.ts";
import type { Models } from "../sides.ts";
import { valueText } from "../value-text.ts";

/** Obstacles to `type`. */
export function typeObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"type">,
): readonly Obstacle[] {
  const { types } = demand.assertion;
  const lacking = [...known.types].some((type) => !admits(types, type, prover.models, known));
  if (!lacking) return [];
  const [knownAssertion] = knownAssertions(prover.models, known, "type");
  return [obstacleTo(prover, known, demand, { knownAssertion })];
}

function admits(
  types: readonly JsonType[],
  type: ValueType,
  models: Models,
  known: Conjunction,
): boolean {
  if (types.includes(type)) return true;
  return type === "number" && types.includes("integer") && isWhole(models, known);
}

/** Whether every number is known to be whole. */
export function isWhole(models: Models, known: Conjunction): boolean {
  return (
    knownAssertions(models, known, "type").some(
      ({ assertion: { types } }) => types.includes("integer") && !types.includes("number"),
    ) ||
    knownAssertions(models, known, "multipleOf").some(({ assertion }) =>
      Number.isSafeInteger(assertion.divisor),
    )
  );
}

/** The types that have few values, with these. */
const fewValues: ReadonlyMap<ValueType, readonly unknown[]> = new Map<
  ValueType,
  readonly unknown[]
>([
  ["null", [null]],
  ["boolean", [true, false]],
]);

/** Obstacles to `enum` and `const`. What lists its own values has been judged value by value. */
export function listObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"enum" | "const">,
): readonly Obstacle[] {
  const { assertion } = demand;
  const listed = listedTexts(assertion.keyword === "const" ? [assertion.value] : assertion.values);
  const isCovered = [...known.types].every((type) =>
    fewValues.get(type)?.every((value) => listed.has(valueText(value))),
  );
  if (isCovered) return [];
  const [knownAssertion] = [
    ...knownAssertions(prover.models, known, "enum"),
    ...knownAssertions(prover.models, known, "const"),
  ];
  return [obstacleTo(prover, known, demand, { aspect: "enum", knownAssertion })];
}

/**
 * The values of which one is known to be had; `undefined` where no list is known.
 */
export function listedValues(models: Models, known: Conjunction): readonly unknown[] | undefined {
  const lists = [
    ...knownAssertions(models, known, "const").map(({ assertion }) => [assertion.value]),
    ...knownAssertions(models, known, "enum").map(({ assertion }) => assertion.values),
  ];
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  const shortest = others.reduce((a, b) => (b.length < a.length ? b : a), first);
  return shortest.filter((value) =>
    known.ids.every((id) => judgeValue(models[known.side], id, value) !== false),
  );
}
