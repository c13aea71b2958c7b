import type { AssertionOf, NodeId, Subschema } from "../../dialects/canonical-keywords.ts";
import {
  conjoin,
  conjunctIds,
  conjoinType,
  type Conjunction,
  isImpossible,
  knownAssertions,
} from "../conjunction.ts";
import { nodeOf } from "../../model/node-of.ts";
import { areBranchesDisjoint, areKnownDisjoint } from "../disjoint-knowledge.ts";
import { type AnyDemand, type Demand, type Obstacle, obstacleTo, type Prover } from "../prover.ts";
import type { Models } from "../sides.ts";
import { unionCases } from "../union-cases.ts";

type Union = AssertionOf<"anyOf" | "oneOf">;

/** How many unions, one inside another, are looked at case by case. */
const mostSplits = 2;

/** Obstacles to `anyOf` and `oneOf`: each case must be known to match a branch, or exactly one. */
export function unionObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"anyOf" | "oneOf">,
): readonly Obstacle[] {
  const isExclusive = demand.assertion.keyword === "oneOf" && !areBranchesDisjoint(prover, demand);
  if (isExclusive && hasSameBranches(prover, known, demand)) return [];
  if (isCovered(prover, known, demand, isExclusive, mostSplits)) return [];
  return prover.explains
    ? explain(prover, known, demand, isExclusive)
    : [obstacleTo(prover, known, demand)];
}

function isCovered(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"anyOf" | "oneOf">,
  isExclusive: boolean,
  splits: number,
): boolean {
  const { models } = prover;
  if (isImpossible(models, known)) return true;
  if (
    likelyFirst(prover, known, demand).some((each) =>
      fits(prover, known, demand, isExclusive, each),
    )
  )
    return true;
  const isEach = (cases: readonly Conjunction[], left: number) =>
    cases.every((each) => isCovered(prover, each, demand, isExclusive, left));
  if (splits > 0 && unionCases(models, known).some((cases) => isEach(cases, splits - 1)))
    return true;
  return known.types.size > 1 && isEach(typeCases(known), splits);
}

/** The branches, with those in front that a case of a union mostly fits: the same ones as it was. */
function likelyFirst(
  prover: Prover,
  known: Conjunction,
  { side, assertion }: Demand<"anyOf" | "oneOf">,
): readonly Subschema[] {
  const isLikely = likelihood(prover, known, side);
  const likely = assertion.subschemas.filter(isLikely);
  return likely.length === 0
    ? assertion.subschemas
    : [...likely, ...assertion.subschemas.filter((branch) => !likely.includes(branch))];
}

function typeCases(known: Conjunction): readonly Conjunction[] {
  return [...known.types].map((type) => conjoinType(known, type));
}

function fits(
  prover: Prover,
  known: Conjunction,
  { side, assertion }: Demand<"anyOf" | "oneOf">,
  isExclusive: boolean,
  branch: Subschema,
): boolean {
  if (!prover.holds(known, { side, id: branch.node })) return false;
  return (
    !isExclusive ||
    assertion.subschemas.every((other) => other === branch || isApart(prover, known, side, other))
  );
}

/** Whether no value that is known matches a branch. */
function isApart(
  { models, holds }: Prover,
  known: Conjunction,
  side: AnyDemand["side"],
  { node }: Subschema,
): boolean {
  const branch = conjoin(models, side, [node], node);
  return (
    areKnownDisjoint(models, known, branch) ||
    refusedSchemas(models, known).some((id) => holds(branch, { side: known.side, id }))
  );
}

/** The schemas that are known to refuse the value: those of `not`, and all branches but the one of `oneOf`. */
function refusedSchemas(models: Models, known: Conjunction): readonly NodeId[] {
  return [
    ...knownAssertions(models, known, "not").map(({ assertion }) => assertion.subschema.node),
    ...knownAssertions(models, known, "oneOf").flatMap(({ assertion: { subschemas } }) => {
      const matched = subschemas.findIndex(({ node }) => known.ids.includes(node));
      return matched < 0
        ? []
        : subschemas.filter((_, index) => index !== matched).map(({ node }) => node);
    }),
  ];
}

/** Whether a `oneOf` is known to be met whose branches accept, one by one, what those here do. */
function hasSameBranches(
  prover: Prover,
  known: Conjunction,
  { side, assertion }: Demand<"anyOf" | "oneOf">,
): boolean {
  return knownAssertions(prover.models, known, "oneOf").some(({ assertion: { subschemas } }) => {
    if (subschemas.length !== assertion.subschemas.length) return false;
    const left = [...subschemas];
    return assertion.subschemas.every((branch) => {
      const index = left.findIndex(({ node }) =>
        isSame(prover, { side: known.side, id: node }, { side, id: branch.node }),
      );
      if (index >= 0) left.splice(index, 1);
      return index >= 0;
    });
  });
}

/** Whether two schemas are known to accept the same values. */
export function isSame(
  { models, holds }: Prover,
  left: Parameters<Prover["holds"]>[1],
  right: Parameters<Prover["holds"]>[1],
): boolean {
  return (
    holds(conjoin(models, left.side, [left.id], left.id), right) &&
    holds(conjoin(models, right.side, [right.id], right.id), left)
  );
}

/** Tells of each case that fits no branch what is missing, by the branch that it is nearest to. */
function explain(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"anyOf" | "oneOf">,
  isExclusive: boolean,
): readonly Obstacle[] {
  const [union] = knownAssertions(prover.models, known, "oneOf");
  const doubt = obstacleTo(prover, known, demand, {
    subject: "exactly one",
    knownAssertion: union,
    isCertain: false,
  });
  const obstacles = casesOf(prover, known).flatMap(({ known: each, place }) => {
    if (isCovered(prover, each, demand, isExclusive, mostSplits)) return [];
    const nearest = nearestBranch(prover, each, demand);
    if (nearest === undefined) {
      const details = place && { subject: branchLabel(prover, each), knownPlace: place };
      return [obstacleTo(prover, each, demand, details)];
    }
    // It matches a branch, and perhaps another one.
    return nearest.length > 0 ? nearest : [doubt];
  });
  return obstacles.length > 0 ? [...new Set(obstacles)] : [doubt];
}

/** What a branch is called: what it refers to, or its title; "" where it has neither. */
function branchLabel({ models }: Prover, { side, anchor }: Conjunction): string {
  const { annotations, assertions } = nodeOf(models[side], anchor);
  const [reference, ...others] = assertions;
  if (reference?.keyword !== "$ref" || others.length > 0) return annotations.title ?? "";
  const { name } = models[side].declarations.get(reference.target) ?? {};
  return name ?? annotations.title ?? "";
}

interface ExplainedCase {
  readonly known: Conjunction;
  readonly place?: { readonly node: AnyDemand["node"]; readonly path: string };
}

function casesOf({ models }: Prover, known: Conjunction): readonly ExplainedCase[] {
  const [union] = [
    ...knownAssertions(models, known, "oneOf"),
    ...knownAssertions(models, known, "anyOf"),
  ].filter(({ assertion }) => !assertion.subschemas.some(({ node }) => known.ids.includes(node)));
  if (union === undefined) {
    return known.types.size > 1 && known.ids.length > 0
      ? typeCases(known).map((each) => ({ known: each }))
      : [{ known }];
  }
  const { subschemas }: Union = union.assertion;
  return subschemas.map(({ node, path }) => {
    const each = conjoin(models, known.side, [...known.ids, node], node, known.types);
    return { known: each, place: { node: union.node, path } };
  });
}

/** The obstacles of the branch that has fewest; `undefined` where no branch has a value in common. */
function nearestBranch(
  prover: Prover,
  known: Conjunction,
  { side, assertion }: Demand<"anyOf" | "oneOf">,
): readonly Obstacle[] | undefined {
  const likely = assertion.subschemas.filter(likelihood(prover, known, side));
  const candidates =
    likely.length > 0
      ? likely
      : assertion.subschemas.filter((branch) => !isApart(prover, known, side, branch));
  const all = candidates.map(({ node }) => prover.obstacles(known, { side, id: node }));
  return all.reduce<readonly Obstacle[] | undefined>(
    (best, each) => (best === undefined || each.length < best.length ? each : best),
    undefined,
  );
}

/** Tells whether a branch has the structure of a schema that is known to hold, or is the same declaration. */
function likelihood(
  { models, partnerOf, classOf }: Prover,
  known: Conjunction,
  side: AnyDemand["side"],
): (branch: Subschema) => boolean {
  const classes = new Set(known.ids.map((id) => classOf({ side: known.side, id })));
  return ({ node }) =>
    conjunctIds(models[side].nodes, node).some((id) => {
      const partner = partnerOf({ side, id });
      return (
        (partner !== undefined && known.ids.includes(partner)) || classes.has(classOf({ side, id }))
      );
    });
}
