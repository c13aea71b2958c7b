import { isDeepStrictEqual } from "node:util";
import type { Declaration, SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import { moduleStem } from "../names/module-files.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import { codeSpan } from "../text/markdown.ts";
import { compareCodeUnits } from "../text/order.ts";
import { schemaChanges } from "./changes.ts";
import {
  type Change,
  type ComparedSchema,
  type Comparison,
  type Effect,
  type SchemaComparison,
  worstEffect,
} from "./comparison.ts";
import { type Containment, createContainment } from "./containment.ts";
import { declaredChanges } from "./declared-properties.ts";
import { matchDeclarations } from "./match-declarations.ts";
import type { Obstacle, Prover } from "./prover.ts";
import type { Side } from "./sides.ts";
import { type StructureClasses, structureClasses } from "./structure-classes.ts";

/** How models are compared. */
export interface CompareOptions {
  /** Whether properties that a schema does not declare are taken not to be there. */
  readonly ignoreUndeclared: boolean;
}

/** A declaration with what it is matched by. */
interface Candidate {
  readonly declaration: Declaration;
  readonly key: string;
  readonly name: string;
  readonly exported: string;
  readonly structure: string;
}

/** What the schemas of a pair are compared with. */
interface Circumstances {
  readonly models: Readonly<Record<Side, SchemaModel>>;
  readonly classOf: StructureClasses;
  readonly partnerOf: Prover["partnerOf"];
  readonly containment: Containment;
}

/**
 * Compares two models: what became of each named schema, in what its type says and its guard accepts.
 * What is called safe is proven: no value that the one guard accepts is refused by the other.
 */
export function compareModels(
  old: SchemaModel,
  later: SchemaModel,
  { ignoreUndeclared }: CompareOptions,
): Comparison {
  const models = { old, new: later };
  const classOf = structureClasses(models);
  const { pairs, removed, added } = matchDeclarations(
    candidates("old", models, classOf),
    candidates("new", models, classOf),
  );
  const partners = {
    old: new Map(pairs.map(([left, right]) => [left.declaration.node, right.declaration.node])),
    new: new Map(pairs.map(([left, right]) => [right.declaration.node, left.declaration.node])),
  };
  const partnerOf: Prover["partnerOf"] = ({ side, id }) => partners[side].get(id);
  const containment = createContainment({
    models,
    classOf,
    partnerOf,
    ignoresUndeclared: ignoreUndeclared,
  });
  const circumstances = { models, classOf, partnerOf, containment };
  const compared = pairs.map((pair) => comparePair(circumstances, pair));
  const schemas = [
    ...compared.filter((schema) => schema !== undefined),
    ...removed.map((each) => loneSchema("removed", describe(old, each.declaration))),
    ...added.map((each) => loneSchema("added", describe(later, each.declaration))),
  ];
  return {
    detail: "schemas",
    schemas: schemas.sort(bySchema),
    unchanged: compared.filter((schema) => schema === undefined).length,
  };
}

/** Orders schemas by where they are, or were. */
export function bySchema(a: SchemaComparison, b: SchemaComparison): number {
  const [left, right] = [a.new ?? a.old, b.new ?? b.old];
  return (
    compareCodeUnits(left?.source ?? "", right?.source ?? "") ||
    compareCodeUnits(left?.pointer ?? "", right?.pointer ?? "") ||
    compareCodeUnits(left?.name ?? "", right?.name ?? "")
  );
}

/** What became of a schema that only one set has. */
export function loneSchema(status: "added" | "removed", schema: ComparedSchema): SchemaComparison {
  const effect = status === "removed" ? "breaking" : "safe";
  const sides = status === "removed" ? { old: schema } : { new: schema };
  return { status, ...sides, changes: [], through: [], producers: effect, consumers: effect };
}

/** The change that a schema is exported otherwise; `undefined` where it is not. */
export function exportChange(old: ComparedSchema, later: ComparedSchema): Change | undefined {
  const moved = folderAndName(old) !== folderAndName(later);
  if (old.name === later.name && !moved) return undefined;
  const words =
    old.name === later.name
      ? `moved from ${old.module ?? old.source} to ${later.module ?? later.source}`
      : `${codeSpan(old.name)} is now called ${codeSpan(later.name)}`;
  return {
    aspect: "export",
    words,
    old: placeOf(old),
    new: placeOf(later),
    producers: "breaking",
    consumers: "breaking",
  };
}

function folderAndName({ module, source }: ComparedSchema): string {
  return module === undefined ? source : moduleStem(module);
}

function placeOf({ source, pointer }: ComparedSchema) {
  return { source, pointer };
}

function candidates(
  side: Side,
  models: Readonly<Record<Side, SchemaModel>>,
  classOf: StructureClasses,
): readonly Candidate[] {
  return models[side].modules
    .flatMap(({ declarations }) => declarations)
    .map((declaration) => ({
      declaration,
      key: declaration.key,
      name: declaration.name,
      exported: `${declaration.module} ${declaration.name}`,
      structure: String(classOf({ side, id: declaration.node })),
    }));
}

function describe(model: SchemaModel, { node, name, module }: Declaration): ComparedSchema {
  const { document, pointer } = nodeOf(model, node).location;
  return { name, source: document.source, pointer, module: `${module}.ts` };
}

function comparePair(
  circumstances: Circumstances,
  [left, right]: readonly [Candidate, Candidate],
): SchemaComparison | undefined {
  const { models, classOf, partnerOf, containment } = circumstances;
  const [before, after] = [left.declaration, right.declaration];
  const [old, later] = [describe(models.old, before), describe(models.new, after)];
  const names = [exportChange(old, later)].filter((change) => change !== undefined);
  const inner = { side: "old", id: before.node } as const;
  const outer = { side: "new", id: after.node } as const;
  const both = { old, new: later };
  if (classOf(inner) === classOf(outer)) {
    const gone = inlineTypeChanges(circumstances, [before, after], both);
    const changes = [...names, ...gone];
    const isSameText = isDeepStrictEqual(
      wordsOf(models.old, before.node),
      wordsOf(models.new, after.node),
    );
    if (changes.length === 0 && isSameText) return undefined;
    return settle(both, changes, [], names.length > 0, {});
  }
  const narrowing = containment.isContained(inner, outer) ? [] : containment.explain(inner, outer);
  const widening = containment.isContained(outer, inner) ? [] : containment.explain(outer, inner);
  const declared = declaredChanges(models, classOf, partnerOf, [before.node, after.node]);
  const isOwn = (obstacle: Obstacle) => obstacle.through === undefined;
  const through = [...narrowing, ...widening].flatMap(({ through: id, demanded }) => {
    const declaration = id === undefined ? undefined : models[demanded.side].declarations.get(id);
    return declaration === undefined || id === before.node || id === after.node
      ? []
      : [
          models.new.declarations.get(partnerIn(circumstances, demanded.side, declaration.node))
            ?.name ?? declaration.name,
        ];
  });
  const changes = [
    ...names,
    ...schemaChanges(narrowing.filter(isOwn), widening.filter(isOwn), declared),
    ...inlineTypeChanges(circumstances, [before, after], both),
  ];
  return settle(both, changes, [...new Set(through)].sort(compareCodeUnits), names.length > 0, {
    producers: containment.isContained(inner, outer) ? "safe" : effectOf(narrowing),
    consumers: containment.isContained(outer, inner) ? "safe" : effectOf(widening),
  });
}

/** The node of the new side for a declaration of either. */
function partnerIn({ partnerOf }: Circumstances, side: Side, id: NodeId): NodeId {
  return side === "new" ? id : (partnerOf({ side, id }) ?? id);
}

function effectOf(obstacles: readonly Obstacle[]): Effect {
  return obstacles.some(({ isCertain }) => isCertain) ? "breaking" : "may-break";
}

function settle(
  both: Pick<Required<SchemaComparison>, "old" | "new">,
  changes: readonly Change[],
  through: readonly string[],
  isRenamed: boolean,
  effects: { readonly producers?: Effect; readonly consumers?: Effect },
): SchemaComparison {
  const own = changes.length > 0 ? "changed" : through.length > 0 ? "reached" : "reworded";
  return {
    status: isRenamed ? "renamed" : own,
    ...both,
    changes,
    through,
    producers: worstEffect([
      effects.producers ?? "safe",
      ...changes.map(({ producers }) => producers),
    ]),
    consumers: worstEffect([
      effects.consumers ?? "safe",
      ...changes.map(({ consumers }) => consumers),
    ]),
  };
}

/** The types that a declaration exports beside itself and that are gone or new. */
function inlineTypeChanges(
  { models }: Circumstances,
  [before, after]: readonly [Declaration, Declaration],
  both: Pick<Required<SchemaComparison>, "old" | "new">,
): readonly Change[] {
  const [old, later] = [inlineNames(models.old, before), inlineNames(models.new, after)];
  const change = (name: string, isGone: boolean): Change => ({
    aspect: "export",
    words: `the type ${codeSpan(name)} of a part of it is ${isGone ? "no longer exported" : "exported, too"}`,
    old: placeOf(both.old),
    new: placeOf(both.new),
    producers: isGone ? "breaking" : "safe",
    consumers: isGone ? "breaking" : "safe",
  });
  return [
    ...[...old].filter((name) => !later.has(name)).map((name) => change(name, true)),
    ...[...later].filter((name) => !old.has(name)).map((name) => change(name, false)),
  ];
}

function inlineNames({ modules }: SchemaModel, { node, module }: Declaration): ReadonlySet<string> {
  const types = modules.find(({ path }) => path === module)?.inlineTypes ?? [];
  return new Set(types.filter((each) => each.declaration === node).map(({ name }) => name));
}

/** What a declaration says to readers, schema by schema, with what it is written as. */
function wordsOf(model: SchemaModel, id: NodeId): readonly unknown[] {
  const said: unknown[] = [];
  const visit = (each: NodeId) => {
    const node = nodeOf(model, each);
    said.push(node.annotations);
    for (const assertion of node.assertions) {
      for (const inner of assertionSubschemas(assertion)) {
        if (!model.declarations.has(inner.node)) visit(inner.node);
      }
    }
  };
  visit(id);
  return said;
}
