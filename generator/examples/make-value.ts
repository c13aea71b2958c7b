import type { JsonType, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel } from "../model/model.ts";
import {
  type Choose,
  type Conjunction,
  annotationOf,
  assertionsOf,
  fits,
  joinSchemas,
  likelyTypes,
} from "./conjunction.ts";
import type { Heights } from "./heights.ts";
import { makeArray } from "./make-array.ts";
import { makeObject } from "./make-object.ts";
import type { PatternTests } from "../patterns/pattern-tests.ts";
import { makeNumber, makeString } from "./make-scalar.ts";

/** What values are made with. */
export interface Making {
  readonly model: SchemaModel;
  readonly heights: Heights;
  readonly choose: Choose;
  readonly matches: PatternTests;
  /** The value of a declaration inside another; `undefined` where there is none. */
  readonly declared: (id: NodeId, level: number) => unknown;
  /** Scalars that were made before, where every choice is the first; else absent. */
  readonly scalars?: KnownScalars;
}

/** Scalars by their schemas, minimal ones apart. A schema nearly always stands below one name. */
export type KnownScalars = Readonly<
  Record<"minimal" | "full", Map<NodeId, { readonly name: string; readonly value: unknown }>>
>;

/** What is to be made in one place. */
export interface Wanted {
  /** The schemas that all hold of the value. */
  readonly ids: readonly NodeId[];
  /** How many objects inside each other show what is optional; 0 for what must be there alone. */
  readonly level: number;
  /** The name of the nearest property around it; "" for none. */
  readonly name: string;
  /** Another number gives another value, where there are several. */
  readonly variation: number;
  /** How many values are around it. */
  readonly depth: number;
}

/** The most values inside each other. */
const mostDepth = 12;

/**
 * Makes a value of schemas that all hold of it: from what they list, give as examples or have for a
 * default, else by what they demand. Whether they accept it is left to who judges it.
 *
 * @returns `undefined` where their keywords do not lead to one
 */
export function makeValue(making: Making, wanted: Wanted): unknown {
  const { ids, level, name, variation, depth } = wanted;
  if (depth > mostDepth) return undefined;
  const [only] = ids;
  if (only === undefined || ids.length > 1 || depth === 0 || variation > 0)
    return makeAnew(making, wanted);
  const scalars = making.scalars?.[level === 0 ? "minimal" : "full"];
  const known = scalars?.get(only);
  if (known?.name === name) return known.value;
  const declaration = declarationOf(making.model, only);
  if (declaration !== undefined) return making.declared(declaration, level);
  const value = makeAnew(making, wanted);
  if (value !== undefined && typeof value !== "object") scalars?.set(only, { name, value });
  return value;
}

function makeAnew(making: Making, wanted: Wanted): unknown {
  const { ids, level, variation, depth } = wanted;
  const joined = joinSchemas(making.model, ids, { ...making, isMinimal: level === 0 });
  const listed = listedValues(joined);
  if (listed !== undefined)
    return listed[(making.choose(listed.length, "way") + variation) % listed.length];
  const given = depth === 0 || variation > 0 ? [] : givenValues(joined);
  const types = likelyTypes(joined);
  const chosen = making.choose(given.length + types.length, "way");
  if (chosen < given.length) return given[chosen];
  const type = types[chosen - given.length];
  return type === undefined ? undefined : makeTyped(making, wanted, joined, type);
}

/** The declaration that a schema is, or merely refers to. */
function declarationOf({ nodes, declarations }: SchemaModel, id: NodeId): NodeId | undefined {
  for (let current: NodeId | undefined = id; current !== undefined;) {
    if (declarations.has(current)) return current;
    const [assertion, ...others]: readonly (typeof nodes)[number]["assertions"][number][] =
      nodes[current]?.assertions ?? [];
    if (assertion === undefined || others.length > 0) return undefined;
    if (assertion.keyword === "$ref") current = assertion.target;
    else if (assertion.keyword === "allOf" && assertion.subschemas.length === 1)
      current = assertion.subschemas[0]?.node;
    else return undefined;
  }
  return undefined;
}

/** The values that `enum` and `const` leave; `undefined` where there is neither. */
function listedValues(joined: Conjunction): readonly unknown[] | undefined {
  if (!(joined.assertions.has("const") || joined.assertions.has("enum"))) return undefined;
  const [first, ...others] = [
    ...assertionsOf(joined, "const").map(({ value }) => [value]),
    ...assertionsOf(joined, "enum").map(({ values }) => values),
  ];
  if (first === undefined) return undefined;
  const lists = others.map((values) => new Set(values.map((value) => JSON.stringify(value))));
  return first.filter(
    (value) => fits(joined, value) && lists.every((texts) => texts.has(JSON.stringify(value))),
  );
}

/** What the schemas themselves give as values, where a reader learns something from it. */
function givenValues(joined: Conjunction): readonly unknown[] {
  const examples = joined.nodes.flatMap(({ annotations }) => annotations.examples ?? []);
  const given = annotationOf(joined, "default");
  const defaults = given === undefined || saysNothing(given.value) ? [] : [given.value];
  return [...examples, ...defaults].filter((value) => fits(joined, value));
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function makeTyped(making: Making, wanted: Wanted, joined: Conjunction, type: JsonType): unknown {
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return wanted.variation % 2 === 0;
    case "integer":
    case "number":
      return makeNumber(joined, wanted, type === "integer");
    case "string":
      return makeString(joined, wanted);
    case "array":
      return makeArray(making, wanted, joined);
    case "object":
      return makeObject(making, wanted, joined);
  }
}
