import { conjoinAlso, type Conjunction, knownAssertions } from "./conjunction.ts";
import type { Models } from "./sides.ts";

type Cases = readonly (readonly Conjunction[])[];

const found = new WeakMap<Conjunction, Cases>();

/**
 * The cases that each union which is known to be met leaves, one of which is given: `anyOf`, `oneOf`,
 * and an `if` with both its branches. A union of which one branch is known already leaves none.
 * They are looked for once.
 */
export function unionCases(models: Models, known: Conjunction): Cases {
  const cases = found.get(known) ?? findCases(models, known);
  found.set(known, cases);
  return cases;
}

function findCases(models: Models, known: Conjunction): Cases {
  const unions = [
    ...knownAssertions(models, known, "anyOf"),
    ...knownAssertions(models, known, "oneOf"),
  ].map(({ assertion }) => assertion.subschemas.map(({ node }) => [node]));
  const conditions = knownAssertions(models, known, "if").flatMap(({ assertion }) => {
    const { condition, consequent, alternative } = assertion;
    if (alternative === undefined) return [];
    return [[[condition.node, ...(consequent ? [consequent.node] : [])], [alternative.node]]];
  });
  return [...unions, ...conditions]
    .filter((branches) => !branches.some((ids) => ids.every((id) => known.ids.includes(id))))
    .map((branches) =>
      branches.map((ids) => ids.reduce((each, id) => conjoinAlso(models, each, id), known)),
    );
}
