import type { NodeId } from "../../dialects/canonical-keywords.ts";
import { assertionOf } from "../../model/assertion-of.ts";
import { unevaluatedDemand, type AdditionalSchema } from "../additional-properties.ts";
import {
  conjoin,
  type Conjunction,
  isImpossible,
  knownAssertions,
  knownProperty,
  knownRequired,
} from "../conjunction.ts";
import { judgeValue } from "../judge-value.ts";
import {
  knownProperties,
  matchEverything,
  type PropertyClass,
  someMatches,
} from "../property-names.ts";
import { type AnyDemand, type Demand, type Obstacle, obstacleTo, type Prover } from "../prover.ts";
import type { Models } from "../sides.ts";
import { patternText } from "../structure-classes.ts";
import { knownLeast, knownMost } from "./limits.ts";

/** Obstacles to `required`: one for each name. */
export function requiredObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"required">,
): readonly Obstacle[] {
  const present = knownRequired(prover.models, known);
  return demand.assertion.names
    .filter((name) => !present.has(name))
    .map((name) => {
      const declared = declarationOf(prover.models, known, name);
      const demanded = assertionOf(demand.node, "properties")?.properties.find(
        (property) => property.name === name,
      );
      return obstacleTo(prover, known, demand, {
        subject: name,
        ...(demanded && { demandedPath: demanded.path }),
        ...(declared && { knownPlace: declared }),
      });
    });
}

/** Where a property is declared that is known. */
function declarationOf(models: Models, known: Conjunction, name: string) {
  for (const { node, assertion } of knownAssertions(models, known, "properties")) {
    const found = assertion.properties.find((property) => property.name === name);
    if (found !== undefined) return { node, path: found.path };
  }
  return undefined;
}

/** Obstacles to `properties`. */
export function propertiesObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"properties">,
): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  for (const { name, node, path } of demand.assertion.properties) {
    const value = knownProperty(prover.models, known, name);
    const demanded = { side: demand.side, id: node };
    if (prover.holds(value, demanded)) continue;
    if (value.ids.length > 0) obstacles.push(...prover.obstacles(value, demanded));
    else if (!prover.ignoresUndeclared) {
      const details = { subject: name, demandedPath: path, declaredOn: demand.side };
      obstacles.push(obstacleTo(prover, known, demand, { aspect: "property", ...details }));
    }
    if (!prover.explains && obstacles.length > 0) break;
  }
  return obstacles;
}

/** Obstacles to `patternProperties`. */
export function patternsObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"patternProperties">,
): readonly Obstacle[] {
  const { named, others } = knownProperties(prover.models, known);
  return demand.assertion.patterns.flatMap(({ pattern, node, path }) => {
    const demanded = { side: demand.side, id: node };
    const text = patternText(pattern);
    const byName = [...named].filter(([name]) => someMatches([pattern], name));
    const same = others.find((each) => each.pattern && patternText(each.pattern) === text);
    const classes = same === undefined ? others : [same];
    const failing = [
      ...byName.map(([, value]) => value),
      ...(prover.ignoresUndeclared && same === undefined ? [] : classes.map((each) => each.known)),
    ].find((value) => !prover.holds(value, demanded));
    if (failing === undefined) return [];
    if (failing.ids.length > 0 && (same === undefined || failing === same.known)) {
      return prover.obstacles(failing, demanded);
    }
    return [
      obstacleTo(prover, known, demand, {
        subject: pattern.source,
        demandedPath: path,
        isCertain: false,
      }),
    ];
  });
}

/** Obstacles to `additionalProperties`. */
export function additionalObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"additionalProperties">,
): readonly Obstacle[] {
  const { subschema, declared, patterns } = demand.assertion;
  return restObstacles(prover, known, demand, {
    node: subschema.node,
    declared: new Set(declared),
    patterns,
  });
}

/** Obstacles to `unevaluatedProperties`. */
export function unevaluatedPropertiesObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"unevaluatedProperties">,
): readonly Obstacle[] {
  const rest = unevaluatedDemand(
    prover.models[demand.side],
    demand.node,
    demand.assertion.subschema.node,
  );
  return rest === undefined ? [] : restObstacles(prover, known, demand, rest);
}

function restObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"additionalProperties" | "unevaluatedProperties">,
  { node, declared, patterns }: AdditionalSchema,
): readonly Obstacle[] {
  if (matchEverything(patterns)) return [];
  const { named, others } = knownProperties(prover.models, known);
  const demanded = { side: demand.side, id: node };
  const byName = [...named]
    .filter(([name]) => !declared.has(name) && !someMatches(patterns, name))
    .filter(([, value]) => !prover.holds(value, demanded))
    .flatMap(([name, value]) => namedObstacles(prover, known, demand, { name, value, node }));
  const excluded = new Set(patterns.map(patternText));
  const open = others.find(
    (each) =>
      !(each.pattern && excluded.has(patternText(each.pattern))) &&
      !prover.holds(each.known, demanded),
  );
  if (open === undefined || prover.ignoresUndeclared) return byName;
  return [...byName, ...openObstacles(prover, known, demand, { open, node })];
}

interface NamedProperty {
  readonly name: string;
  readonly value: Conjunction;
  readonly node: NodeId;
}

function namedObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"additionalProperties" | "unevaluatedProperties">,
  { name, value, node }: NamedProperty,
): readonly Obstacle[] {
  const place = declarationOf(prover.models, known, name);
  if (place === undefined || !isClosed(prover.models, demand, node)) {
    return prover.obstacles(value, { side: demand.side, id: node });
  }
  return [
    obstacleTo(prover, known, demand, {
      aspect: "property",
      subject: name,
      knownPlace: place,
      declaredOn: known.side,
      isCertain: demand.assertion.keyword === "additionalProperties",
    }),
  ];
}

function isClosed(models: Models, { side }: AnyDemand, node: NodeId): boolean {
  return models[side].facts[node]?.types.size === 0;
}

function openObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"additionalProperties" | "unevaluatedProperties">,
  { open, node }: { readonly open: PropertyClass; readonly node: NodeId },
): readonly Obstacle[] {
  if (open.known.ids.length > 0 && !isClosed(prover.models, demand, node)) {
    return prover.obstacles(open.known, { side: demand.side, id: node });
  }
  const [knownAssertion] = [
    ...knownAssertions(prover.models, known, "additionalProperties"),
    ...knownAssertions(prover.models, known, "unevaluatedProperties"),
  ];
  const isCertain = demand.assertion.keyword === "additionalProperties";
  return [obstacleTo(prover, known, demand, { knownAssertion, isCertain })];
}

/** Obstacles to `propertyNames`. */
export function namesObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"propertyNames">,
): readonly Obstacle[] {
  const { models } = prover;
  const demanded = { side: demand.side, id: demand.assertion.subschema.node };
  const same = knownAssertions(models, known, "propertyNames");
  const ids = same.map(({ assertion }) => assertion.subschema.node);
  const name = conjoin(models, known.side, ids, ids[0] ?? known.anchor, new Set(["string"]));
  if (prover.holds(name, demanded)) return [];
  const { named, others } = knownProperties(models, known);
  const isNamed =
    (others.length === 0 || prover.ignoresUndeclared) &&
    [...named.keys()].every((each) => judgeValue(models[demand.side], demanded.id, each) === true);
  if (isNamed) return [];
  const [knownAssertion] = same;
  return [obstacleTo(prover, known, demand, { knownAssertion, isCertain: false })];
}

/** Obstacles to `dependentRequired`: one for each property that others depend on. */
export function dependentRequiredObstacles(
  prover: Prover,
  known: Conjunction,
  demand: Demand<"dependentRequired">,
): readonly Obstacle[] {
  const present = knownRequired(prover.models, known);
  const same = knownAssertions(prover.models, known, "dependentRequired");
  return demand.assertion.dependencies
    .filter(({ name, required }) => {
      if (isAbsent(prover.models, known, name)) return false;
      const implied = same.flatMap(({ assertion }) =>
        assertion.dependencies.flatMap((each) => (each.name === name ? each.required : [])),
      );
      return !required.every(
        (each) => each === name || present.has(each) || implied.includes(each),
      );
    })
    .map(({ name, path }) =>
      obstacleTo(prover, known, demand, {
        subject: name,
        knownAssertion: same[0],
        demandedPath: path,
      }),
    );
}

/** Whether an object is known not to have a property. */
export function isAbsent(models: Models, known: Conjunction, name: string): boolean {
  return isImpossible(models, knownProperty(models, known, name));
}

/** The highest count of properties that is known: by limit, or by names where no others can be. */
export function mostProperties(models: Models, known: Conjunction): number {
  const { named, others } = knownProperties(models, known);
  return Math.min(
    knownMost(models, known, "maxProperties"),
    others.length === 0 ? named.size : Infinity,
  );
}

/** The lowest count of properties that is known. */
export function leastProperties(models: Models, known: Conjunction): number {
  return Math.max(knownLeast(models, known, "minProperties"), knownRequired(models, known).size);
}
