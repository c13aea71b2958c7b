import type { AssertionOf } from "../../dialects/canonical-keywords.ts";
import { nodeOf } from "../../model/node-of.ts";
import { type AdditionalItems, additionalItemsOf, unevaluatedFrom } from "../additional-items.ts";
import { conjoin, type Conjunction, knownAssertions, knownItem } from "../conjunction.ts";
import { type Demand, type Obstacle, obstacleTo, type Prover } from "../prover.ts";
import type { Models } from "../sides.ts";
import { knownLeast, knownMost, limitObstacle } from "./limits.ts";

/** The highest count of items that is known: by limit, or by items that no value can be. */
export function mostItems(models: Models, known: Conjunction): number {
  const closed = restOfItems(models, known).flatMap(({ node, from }) =>
    models[known.side].facts[node]?.types.size === 0 ? [from] : [],
  );
  return Math.min(knownMost(models, known, "maxItems"), ...closed);
}

/** The lowest count of items that is known. */
export function leastItems(models: Models, known: Conjunction): number {
  const contained = knownAssertions(models, known, "contains").map(
    ({ assertion }) => assertion.minimum,
  );
  return Math.max(knownLeast(models, known, "minItems"), ...contained);
}

function restOfItems(models: Models, { side, ids }: Conjunction): readonly AdditionalItems[] {
  return ids.flatMap((id) => additionalItemsOf(models[side], nodeOf(models[side], id)));
}

/** An index of which is known what is known of all items behind it. */
function lastOfItems(models: Models, known: Conjunction): number {
  const prefixes = knownAssertions(models, known, "prefixItems").map(
    ({ assertion }) => assertion.subschemas.length,
  );
  return Math.max(0, ...prefixes, ...restOfItems(models, known).map(({ from }) => from));
}

/** Obstacles to `prefixItems`. */
export function prefixObstacles(
  prover: Prover,
  known: Conjunction,
  { side, assertion }: Demand<"prefixItems">,
): readonly Obstacle[] {
  const most = mostItems(prover.models, known);
  return assertion.subschemas.flatMap(({ node }, index) =>
    index >= most
      ? []
      : prover.obstacles(knownItem(prover.models, known, index), { side, id: node }),
  );
}

/** Obstacles to `items`, which speaks for those behind `prefixItems`. */
export function itemsObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"items">,
): readonly Obstacle[] {
  const { subschema, from } = demand.assertion;
  return restObstacles(prover, known, demand, { node: subschema.node, from });
}

/** Obstacles to `unevaluatedItems`. */
export function unevaluatedItemsObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"unevaluatedItems">,
): readonly Obstacle[] {
  const rest = unevaluatedFrom(prover.models[demand.side], demand.node, demand.assertion);
  return rest === undefined ? [] : restObstacles(prover, known, demand, rest);
}

function restObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"items" | "unevaluatedItems">,
  { node, from }: AdditionalItems,
): readonly Obstacle[] {
  const { models } = prover;
  const most = mostItems(models, known);
  const last = Math.max(from, lastOfItems(models, known));
  const isClosed = models[demand.side].facts[node]?.types.size === 0;
  for (let index = from; index <= Math.min(last, most - 1); index += 1) {
    const item = knownItem(models, known, index);
    if (prover.holds(item, { side: demand.side, id: node })) continue;
    if (isClosed || item.ids.length === 0) {
      const keyword = demand.assertion.keyword;
      return [
        {
          ...limitObstacle(prover, known, demand, [keyword, "items"]),
          isCertain: keyword === "items",
        },
      ];
    }
    return prover.obstacles(item, { side: demand.side, id: node });
  }
  return [];
}

/** Obstacles to `uniqueItems`. */
export function uniqueObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"uniqueItems">,
): readonly Obstacle[] {
  const isMet =
    knownAssertions(prover.models, known, "uniqueItems").length > 0 ||
    mostItems(prover.models, known) <= 1;
  return isMet ? [] : [obstacleTo(prover, known, demand)];
}

/** Obstacles to `contains`, `minContains` and `maxContains`. */
export function containsObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"contains">,
): readonly Obstacle[] {
  const wanted = demand.assertion;
  const same = knownAssertions(prover.models, known, "contains");
  const hasLeast =
    wanted.minimum === 0 ||
    same.some(({ assertion }) => meetsLeast(prover, known, assertion, demand)) ||
    everyItemCounts(prover, known, demand);
  const hasMost =
    wanted.maximum === undefined ||
    mostItems(prover.models, known) <= wanted.maximum ||
    same.some(({ assertion }) => meetsMost(prover, known, assertion, demand));
  if (hasLeast && hasMost) return [];
  const [knownAssertion] = same;
  return [obstacleTo(prover, known, demand, { knownAssertion, isCertain: false })];
}

function meetsLeast(
  prover: Prover,
  { side }: Conjunction,
  { minimum, subschema }: AssertionOf<"contains">,
  demand: Demand<"contains">,
): boolean {
  if (minimum < demand.assertion.minimum) return false;
  const item = conjoin(prover.models, side, [subschema.node], subschema.node);
  return prover.holds(item, { side: demand.side, id: demand.assertion.subschema.node });
}

function meetsMost(
  prover: Prover,
  { side }: Conjunction,
  { maximum, subschema }: AssertionOf<"contains">,
  { side: demandSide, assertion }: Demand<"contains">,
): boolean {
  if (maximum === undefined || maximum > (assertion.maximum ?? Infinity)) return false;
  const { node } = assertion.subschema;
  const item = conjoin(prover.models, demandSide, [node], node);
  return prover.holds(item, { side, id: subschema.node });
}

/** Whether there are enough items, each of which matches. */
function everyItemCounts(prover: Prover, known: Conjunction, demand: Demand<"contains">): boolean {
  const { models } = prover;
  const { minimum, subschema } = demand.assertion;
  if (leastItems(models, known) < minimum) return false;
  // Behind those that some schema counts out, all items are alike.
  const length = Math.min(minimum, lastOfItems(models, known) + 1);
  const first = Array.from({ length }, (_, index) => knownItem(models, known, index));
  return first.every((item) => prover.holds(item, { side: demand.side, id: subschema.node }));
}
