import { areDisjoint } from "../model/disjoint.ts";
import { everyType } from "../model/type-sets.ts";
import type { Subschema } from "../dialects/canonical-keywords.ts";
import {
  conjoinAlso,
  type Conjunction,
  isImpossible,
  knownProperty,
  knownRequired,
} from "./conjunction.ts";
import { listedValues } from "./demands/values.ts";
import { judgeValue } from "./judge-value.ts";
import type { Demand, Prover } from "./prover.ts";
import type { Models } from "./sides.ts";
import type { StructureClasses } from "./structure-classes.ts";
import { unionCases } from "./union-cases.ts";

/** How deep properties are looked into for what tells two objects apart. */
const deepest = 3;

/**
 * Whether no value is known to be both: by type, by listed values, or by a property that one of them
 * requires.
 */
export function areKnownDisjoint(
  models: Models,
  left: Conjunction,
  right: Conjunction,
  depth = deepest,
): boolean {
  if (isImpossible(models, left) || isImpossible(models, right)) return true;
  const common = [...left.types].filter((type) => right.types.has(type));
  if (common.length === 0) return true;
  if (listsOthers(models, left, right) || listsOthers(models, right, left)) return true;
  if (depth === 0) return false;
  const isObject = common.length === 1 && common[0] === "object";
  const required = [...knownRequired(models, left), ...knownRequired(models, right)];
  const isToldApart =
    isObject &&
    required.some((name) =>
      areKnownDisjoint(
        models,
        knownProperty(models, left, name),
        knownProperty(models, right, name),
        depth - 1,
      ),
    );
  return (
    isToldApart ||
    unionCases(models, left).some((cases) =>
      cases.every((each) => areKnownDisjoint(models, each, right, depth - 1)),
    ) ||
    unionCases(models, right).some((cases) =>
      cases.every((each) => areKnownDisjoint(models, left, each, depth - 1)),
    )
  );
}

function listsOthers(models: Models, listing: Conjunction, other: Conjunction): boolean {
  const values = listedValues(models, listing);
  return (
    values?.every((value) =>
      other.ids.some((id) => judgeValue(models[other.side], id, value) === false),
    ) === true
  );
}

const knownOfBranches = new WeakMap<StructureClasses, Map<string, boolean>>();

/**
 * Whether no value matches two of the branches of a union; looked for once for all unions of branches
 * with the same structure.
 */
export function areBranchesDisjoint(
  { models, classOf }: Pick<Prover, "models" | "classOf">,
  { side, node: { id: anchor }, assertion: { subschemas } }: Demand<"anyOf" | "oneOf">,
): boolean {
  const key = subschemas.map(({ node }) => classOf({ side, id: node })).join();
  const known = knownOfBranches.get(classOf) ?? new Map<string, boolean>();
  knownOfBranches.set(classOf, known);
  const found = known.get(key) ?? lookAtBranches(models, { side, anchor }, subschemas);
  known.set(key, found);
  return found;
}

function lookAtBranches(
  models: Models,
  { side, anchor }: Pick<Conjunction, "side" | "anchor">,
  branches: readonly Subschema[],
): boolean {
  if (areDisjoint(models[side], branches)) return true;
  const all = branches.map(({ node }) => conjoinAlso(models, emptyOf(side, anchor), node));
  return all.every((left, index) =>
    all.every((right, other) => other <= index || areKnownDisjoint(models, left, right, 2)),
  );
}

function emptyOf(side: Conjunction["side"], anchor: number): Conjunction {
  return { side, ids: [], types: everyType, anchor };
}
