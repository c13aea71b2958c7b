import { createAssumptions } from "./assumptions.ts";
import { constrainedType } from "../model/constrained-type.ts";
import { typeOfValue } from "../model/json-type.ts";
import { conjoin, type Conjunction, conjunctionKey, isImpossible } from "./conjunction.ts";
import { demandObstacles } from "./demand-obstacles.ts";
import { listedValues } from "./demands/values.ts";
import { judgeAssertion } from "./judge-value.ts";
import type { AnyDemand, Obstacle, Prover } from "./prover.ts";
import { type Models, type SidedSchema, sidedNode } from "./sides.ts";
import type { StructureClasses } from "./structure-classes.ts";
import { unionCases } from "./union-cases.ts";

/** What containment is decided with. */
export interface ContainmentOptions {
  readonly models: Models;
  readonly classOf: StructureClasses;
  readonly partnerOf: Prover["partnerOf"];
  readonly ignoresUndeclared: boolean;
}

/** Tells whether a schema accepts all that another accepts. */
export interface Containment {
  /** Whether each value that the one accepts is known to be accepted by the other. */
  readonly isContained: (inner: SidedSchema, outer: SidedSchema) => boolean;
  /** What keeps the other from that; none where it is so. */
  readonly explain: (inner: SidedSchema, outer: SidedSchema) => readonly Obstacle[];
}

/** How many unions, one inside another, a keyword is looked at case by case for. */
const mostSplits = 2;

/**
 * Decides containment of schemas: soundly, so that what is not known is an obstacle.
 */
export function createContainment(options: ContainmentOptions): Containment {
  const { models, classOf } = options;
  const assumptions = createAssumptions();

  // What has the same structure accepts the same, so that a question is asked once for all copies.
  const keyOf = (known: Conjunction, demanded: SidedSchema) =>
    `${conjunctionKey(known, classOf)} in ${classOf(demanded)}`;
  const holds = (known: Conjunction, demanded: SidedSchema): boolean =>
    isEvident(options, known, demanded) ||
    assumptions.decide(
      keyOf(known, demanded),
      () => isImpossible(models, known) || judge(decider, known, demanded).length === 0,
    );
  const decider: Prover = {
    ...options,
    explains: false,
    holds,
    obstacles: (known, demanded) =>
      holds(known, demanded) ? [] : judgeNothing(models, known, demanded),
  };

  const explain = (inner: SidedSchema, outer: SidedSchema): readonly Obstacle[] => {
    const explained = new Set<string>();
    const explainer: Prover = {
      ...options,
      explains: true,
      holds,
      obstacles: (known, demanded) => {
        const key = keyOf(known, demanded);
        if (explained.has(key) || holds(known, demanded)) return [];
        explained.add(key);
        const found = judge(explainer, known, demanded);
        explained.delete(key);
        return found;
      },
    };
    return explainer.obstacles(conjoinOne(models, inner), outer);
  };
  return { isContained: (inner, outer) => holds(conjoinOne(models, inner), outer), explain };
}

function conjoinOne(models: Models, { side, id }: SidedSchema): Conjunction {
  return conjoin(models, side, [id], id);
}

/** Whether one of the schemas that are known to hold has the structure of the one demanded. */
function isEvident(
  { models, classOf }: ContainmentOptions,
  known: Conjunction,
  demanded: SidedSchema,
): boolean {
  if (sidedNode(models, demanded).assertions.length === 0) return true;
  const wanted = classOf(demanded);
  return known.ids.some((id) => classOf({ side: known.side, id }) === wanted);
}

/** An obstacle of which only that it is there is asked. */
function judgeNothing(
  models: Models,
  known: Conjunction,
  demanded: SidedSchema,
): readonly Obstacle[] {
  const node = sidedNode(models, demanded);
  const place = { side: known.side, node, path: "", assertion: undefined };
  return [{ aspect: "false", subject: "", known: place, demanded: place, isCertain: false }];
}

function judge(prover: Prover, known: Conjunction, demanded: SidedSchema): readonly Obstacle[] {
  const node = sidedNode(prover.models, demanded);
  const values = listedValues(prover.models, known);
  const obstacles: Obstacle[] = [];
  for (const assertion of node.assertions) {
    const demand = { side: demanded.side, node, assertion };
    const found = obstaclesOf(prover, known, demand, values, mostSplits);
    obstacles.push(...found);
    if (!prover.explains && found.length > 0) break;
  }
  return obstacles;
}

function obstaclesOf(
  prover: Prover,
  known: Conjunction,
  demand: AnyDemand,
  values: readonly unknown[] | undefined,
  splits: number,
): readonly Obstacle[] {
  const { models } = prover;
  const constrained = constrainedType(demand.assertion.keyword);
  if (constrained !== undefined && !known.types.has(constrained)) return [];
  const isMet = values?.every(
    (value) =>
      !hasTypeOf(known, value) ||
      judgeAssertion(models[demand.side], demand.assertion, value) === true,
  );
  if (isMet === true) return [];
  const direct = demandObstacles(prover, known, demand);
  if (direct.length === 0 || splits === 0 || isDelegated(demand)) return direct;
  const isMetInCases = unionCases(models, known).some((cases) =>
    cases.every(
      (each) =>
        isImpossible(models, each) ||
        obstaclesOf(
          { ...prover, explains: false },
          each,
          demand,
          listedValues(models, each),
          splits - 1,
        ).length === 0,
    ),
  );
  return isMetInCases ? [] : direct;
}

/** Whether a demand is one of other schemas, for which cases are told apart anyway. */
function isDelegated({ assertion: { keyword } }: AnyDemand): boolean {
  return keyword === "$ref" || keyword === "allOf" || keyword === "anyOf" || keyword === "oneOf";
}

function hasTypeOf({ types }: Conjunction, value: unknown): boolean {
  return types.has(typeOfValue(value));
}
