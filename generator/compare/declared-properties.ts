import type { NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import { nodeOf } from "../model/node-of.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import type { AssertedPlace, Prover } from "./prover.ts";
import type { Models, Side } from "./sides.ts";
import type { StructureClasses } from "./structure-classes.ts";

/** A property that the type has on one side alone. */
export interface DeclaredChange {
  readonly name: string;
  /** Where it is declared. */
  readonly declared: AssertedPlace;
  /** The schema of the other side that lacks it. */
  readonly lacking: AssertedPlace;
}

/** Schemas of one side that a type is made of. */
type Ids = readonly NodeId[];

/**
 * Finds the properties that one of two types declares and the other does not, whatever the guards say
 * of them: programs that name them no longer compile. Schemas with a name of their own are passed over
 * where they are the same on both sides.
 */
export function declaredChanges(
  models: Models,
  classOf: StructureClasses,
  partnerOf: Prover["partnerOf"],
  [old, later]: readonly [NodeId, NodeId],
): readonly DeclaredChange[] {
  const seen = new Set<string>();
  const changes: DeclaredChange[] = [];
  const isAlike = (id: NodeId, other: NodeId) =>
    partnerOf({ side: "old", id }) === other ||
    classOf({ side: "old", id }) === classOf({ side: "new", id: other });
  /** Whether each of some schemas is like one of others, which are of the other side. */
  const areIn = (ids: Ids, side: Side, others: Ids) => {
    const partners = new Set<NodeId | undefined>(others);
    const otherSide = side === "old" ? "new" : "old";
    const classes = new Set(others.map((id) => classOf({ side: otherSide, id })));
    return ids.every(
      (id) => partners.has(partnerOf({ side, id })) || classes.has(classOf({ side, id })),
    );
  };
  const visit = (left: Ids, right: Ids) => {
    const key = `${left.join()} ${right.join()}`;
    if (seen.has(key)) return;
    seen.add(key);
    const sides = [expand(models, "old", left), expand(models, "new", right)] as const;
    const [before, after] = [
      withoutThose(sides[0], sides[1].targets, isAlike),
      withoutThose(sides[1], sides[0].targets, (id, other) => isAlike(other, id)),
    ];
    const lack = (members: Members, others: Expansion, lacking: AssertedPlace | undefined) => {
      for (const [step, [first]] of members) {
        if (others.members.has(step) || first?.name === undefined || lacking === undefined)
          continue;
        changes.push({ name: first.name, declared: first.place, lacking });
      }
    };
    lack(before, sides[1], placeOf(models, "new", right));
    lack(after, sides[0], placeOf(models, "old", left));
    for (const [step, members] of before) {
      const [inner, outer] = [idsOf(members), idsOf(sides[1].members.get(step) ?? [])];
      const isSame = areIn(inner, "old", outer) && areIn(outer, "new", inner);
      if (!isSame && outer.length > 0) visit(inner, outer);
    }
  };
  visit([old], [later]);
  return changes;
}

function idsOf(members: readonly Member[]): Ids {
  return [...new Set(members.map(({ node }) => node))].sort((a, b) => a - b);
}

function placeOf(models: Models, side: Side, [id]: Ids): AssertedPlace | undefined {
  if (id === undefined) return undefined;
  return { side, node: nodeOf(models[side], id), path: "", assertion: undefined };
}

interface Member {
  readonly node: NodeId;
  /** Absent of items and of properties without a name. */
  readonly name?: string;
  readonly place: AssertedPlace;
  /** The named schema that it belongs to, where it is reached through a reference. */
  readonly owner: NodeId | undefined;
}

type Members = ReadonlyMap<string, readonly Member[]>;

/** What schemas that judge one value say of its properties and items. */
interface Expansion {
  /** By how a program reaches these. */
  readonly members: Members;
  /** The named schemas that are referred to on the way. */
  readonly targets: readonly NodeId[];
}

/** The members that do not belong to a named schema which is the same on the other side. */
function withoutThose(
  { members }: Expansion,
  others: readonly NodeId[],
  isAlike: (own: NodeId, other: NodeId) => boolean,
): Members {
  const kept = [...members].map(([step, each]) => {
    const own = each.filter(
      ({ owner }) => owner === undefined || !others.some((other) => isAlike(owner, other)),
    );
    return [step, own] as const;
  });
  return new Map(kept.filter(([, own]) => own.length > 0));
}

function expand(models: Models, side: Side, ids: Ids): Expansion {
  const { declarations } = models[side];
  const members = new Map<string, Member[]>();
  const seen = new Set<NodeId>();
  const targets: NodeId[] = [];
  const visit = (id: NodeId, owner: NodeId | undefined) => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = nodeOf(models[side], id);
    for (const assertion of node.assertions) {
      const add = (step: string, inner: Subschema, name?: string) => {
        const place = { side, node, path: inner.path, assertion };
        const member = { node: inner.node, place, owner, ...(name === undefined ? {} : { name }) };
        const group = members.get(step);
        if (group === undefined) members.set(step, [member]);
        else group.push(member);
      };
      switch (assertion.keyword) {
        case "$ref":
          if (declarations.has(assertion.target)) targets.push(assertion.target);
          visit(
            assertion.target,
            owner ?? (declarations.has(assertion.target) ? assertion.target : undefined),
          );
          break;
        case "allOf":
        case "anyOf":
        case "oneOf":
        case "if":
        case "dependentSchemas":
          for (const inner of assertionSubschemas(assertion)) visit(inner.node, owner);
          break;
        case "properties":
          for (const inner of assertion.properties) add(`.${inner.name}`, inner, inner.name);
          break;
        case "patternProperties":
        case "additionalProperties":
          for (const inner of assertionSubschemas(assertion)) add("{}", inner);
          break;
        case "items":
        case "prefixItems":
          for (const inner of assertionSubschemas(assertion)) add("[]", inner);
          break;
        default:
          break;
      }
    }
  };
  for (const id of ids) visit(id, undefined);
  return { members, targets };
}
