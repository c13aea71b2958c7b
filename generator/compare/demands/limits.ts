import type { AssertionKeyword, AssertionOf } from "../../dialects/canonical-keywords.ts";
import { customIdentity } from "../../dialects/custom-keywords.ts";
import { formatIdentity } from "../../dialects/formats.ts";
import { type Conjunction, type AnyKnownAssertion, knownAssertions } from "../conjunction.ts";
import { type AnyDemand, type Demand, type Obstacle, obstacleTo, type Prover } from "../prover.ts";
import type { Models } from "../sides.ts";
import { patternText } from "../structure-classes.ts";
import { isWhole } from "./values.ts";

/** An end of the range that a number is known to be in. */
interface Bound {
  readonly limit: number;
  readonly isExclusive: boolean;
}

/** Obstacles to a lower limit of numbers. */
export function minimumObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"minimum" | "exclusiveMinimum">,
): readonly Obstacle[] {
  const { keyword, limit } = demand.assertion;
  const isMet = bounds(prover.models, known, "minimum", "exclusiveMinimum").some(
    (bound) =>
      bound.limit > limit ||
      (bound.limit === limit && (bound.isExclusive || keyword === "minimum")),
  );
  return isMet
    ? []
    : [limitObstacle(prover, known, demand, [keyword, "minimum", "exclusiveMinimum"])];
}

/** Obstacles to an upper limit of numbers. */
export function maximumObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"maximum" | "exclusiveMaximum">,
): readonly Obstacle[] {
  const { keyword, limit } = demand.assertion;
  const isMet = bounds(prover.models, known, "maximum", "exclusiveMaximum").some(
    (bound) =>
      bound.limit < limit ||
      (bound.limit === limit && (bound.isExclusive || keyword === "maximum")),
  );
  return isMet
    ? []
    : [limitObstacle(prover, known, demand, [keyword, "maximum", "exclusiveMaximum"])];
}

function bounds(
  models: Models,
  known: Conjunction,
  inclusive: "minimum" | "maximum",
  exclusive: "exclusiveMinimum" | "exclusiveMaximum",
): readonly Bound[] {
  return [
    ...knownAssertions(models, known, inclusive).map(({ assertion: { limit } }) => ({
      limit,
      isExclusive: false,
    })),
    ...knownAssertions(models, known, exclusive).map(({ assertion: { limit } }) => ({
      limit,
      isExclusive: true,
    })),
  ];
}

/** The obstacle of a limit, beside that which is known of the first of some keywords. */
export function limitObstacle(
  prover: Prover,
  known: Conjunction,
  demand: AnyDemand,
  keywords: readonly AssertionKeyword[],
): Obstacle {
  const [knownAssertion] = keywords.flatMap((keyword): readonly AnyKnownAssertion[] =>
    knownAssertions(prover.models, known, keyword),
  );
  return obstacleTo(prover, known, demand, { knownAssertion });
}

/** Obstacles to an upper limit of a count. */
export function mostObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"maxLength" | "maxItems" | "maxProperties">,
  atMost: number,
): readonly Obstacle[] {
  if (atMost <= demand.assertion.limit) return [];
  return [limitObstacle(prover, known, demand, [demand.assertion.keyword])];
}

/** Obstacles to a lower limit of a count. */
export function leastObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"minLength" | "minItems" | "minProperties">,
  atLeast: number,
): readonly Obstacle[] {
  if (atLeast >= demand.assertion.limit) return [];
  return [limitObstacle(prover, known, demand, [demand.assertion.keyword])];
}

/** The lowest upper limit that is known by a keyword. */
export function knownMost(
  models: Models,
  known: Conjunction,
  keyword: "maxLength" | "maxItems" | "maxProperties",
): number {
  return Math.min(
    Infinity,
    ...knownAssertions(models, known, keyword).map(({ assertion }) => assertion.limit),
  );
}

/** The highest lower limit that is known by a keyword. */
export function knownLeast(
  models: Models,
  known: Conjunction,
  keyword: "minLength" | "minItems" | "minProperties",
): number {
  return Math.max(
    0,
    ...knownAssertions(models, known, keyword).map(({ assertion }) => assertion.limit),
  );
}

/** Obstacles to `multipleOf`: floats are compared as they are, integers by what they divide. */
export function multipleObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"multipleOf">,
): readonly Obstacle[] {
  const { divisor } = demand.assertion;
  const isMet =
    (divisor === 1 && isWhole(prover.models, known)) ||
    knownAssertions(prover.models, known, "multipleOf").some(
      ({ assertion }) =>
        assertion.divisor === divisor ||
        (Number.isSafeInteger(assertion.divisor) &&
          Number.isSafeInteger(divisor) &&
          assertion.divisor % divisor === 0),
    );
  return isMet ? [] : [limitObstacle(prover, known, demand, ["multipleOf"])];
}

/** Obstacles to what a pattern or a predicate asserts: the same must be known. */
export function textObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"pattern" | "format" | "contentEncoding" | "contentMediaType" | "custom">,
): readonly Obstacle[] {
  const { keyword } = demand.assertion;
  const same = knownAssertions(prover.models, known, keyword);
  const text = textKey(demand.assertion);
  if (same.some(({ assertion }) => textKey(assertion) === text)) return [];
  const [knownAssertion] = same;
  const isCertain = knownAssertion === undefined;
  return [obstacleTo(prover, known, demand, { knownAssertion, isCertain })];
}

function textKey(
  assertion: AssertionOf<"pattern" | "format" | "contentEncoding" | "contentMediaType" | "custom">,
): string {
  switch (assertion.keyword) {
    case "pattern":
      return patternText(assertion.pattern);
    case "format":
      return formatIdentity(assertion.format, assertion.predicate);
    case "contentEncoding":
    case "contentMediaType":
      return assertion.predicate;
    case "custom":
      return customIdentity(assertion);
  }
}
