import type { Subschema } from "../../dialects/canonical-keywords.ts";
import { conjoin, conjoinAlso, type Conjunction, knownAssertions } from "../conjunction.ts";
import { areKnownDisjoint } from "../disjoint-knowledge.ts";
import { type Demand, type Obstacle, obstacleTo, type Prover } from "../prover.ts";
import { isAbsent } from "./objects.ts";
import { isSame } from "./unions.ts";

/** Obstacles to `not`. */
export function notObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"not">,
): readonly Obstacle[] {
  const { models } = prover;
  const { node } = demand.assertion.subschema;
  const refused = conjoin(models, demand.side, [node], node);
  if (areKnownDisjoint(models, known, refused)) return [];
  const same = knownAssertions(models, known, "not");
  const isRefused = same.some(({ assertion }) =>
    prover.holds(refused, { side: known.side, id: assertion.subschema.node }),
  );
  if (isRefused) return [];
  return [obstacleTo(prover, known, demand, { knownAssertion: same[0], isCertain: false })];
}

/** Obstacles to `if`, `then` and `else`. */
export function conditionObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"if">,
): readonly Obstacle[] {
  const { models } = prover;
  const { side } = demand;
  const { condition, consequent, alternative } = demand.assertion;
  const accepts = (each: Conjunction, branch: Subschema | undefined) =>
    branch === undefined || prover.holds(each, { side, id: branch.node });
  const met = conjoin(models, side, [condition.node], condition.node);
  const hasConsequent = accepts(known, consequent) || areKnownDisjoint(models, known, met);
  const hasAlternative =
    accepts(known, alternative) || prover.holds(known, { side, id: condition.node });
  if (hasConsequent && hasAlternative) return [];
  const same = knownAssertions(models, known, "if");
  const isKnown = same.some(({ assertion }) => {
    const left = { side: known.side, id: assertion.condition.node };
    if (!isSame(prover, left, { side, id: condition.node })) return false;
    const whereMet = [assertion.condition, assertion.consequent].reduce(
      (each, branch) => (branch === undefined ? each : conjoinAlso(models, each, branch.node)),
      known,
    );
    const whereUnmet =
      assertion.alternative === undefined
        ? known
        : conjoinAlso(models, known, assertion.alternative.node);
    return accepts(whereMet, consequent) && accepts(whereUnmet, alternative);
  });
  if (isKnown) return [];
  return [obstacleTo(prover, known, demand, { knownAssertion: same[0], isCertain: false })];
}

/** Obstacles to `dependentSchemas`: one for each property that a schema depends on. */
export function dependentSchemasObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"dependentSchemas">,
): readonly Obstacle[] {
  const { models } = prover;
  const same = knownAssertions(models, known, "dependentSchemas");
  return demand.assertion.dependencies
    .filter(({ name, node }) => {
      if (isAbsent(models, known, name)) return false;
      const implied = same.flatMap(({ assertion }) =>
        assertion.dependencies.filter((each) => each.name === name),
      );
      const present = implied.reduce((each, { node: id }) => conjoinAlso(models, each, id), known);
      return !prover.holds(present, { side: demand.side, id: node });
    })
    .map(({ name, path }) =>
      obstacleTo(prover, known, demand, {
        subject: name,
        knownAssertion: same[0],
        demandedPath: path,
        isCertain: false,
      }),
    );
}
