import type {
  Assertion,
  AssertionKeyword,
  AssertionOf,
  NodeId,
  Subschema,
} from "../dialects/canonical-keywords.ts";
import { assertionOf } from "./assertion-of.ts";
import type { NodeFacts, SchemaNode } from "./model.ts";

/** A property that tells the branches of a union apart. */
export interface Tag {
  readonly property: string;
  /** The branches in their order, each with the values of the property that select it. */
  readonly branches: readonly [TaggedBranch, ...TaggedBranch[]];
}

/** A branch that a tag selects. */
export interface TaggedBranch {
  readonly subschema: Subschema;
  readonly values: readonly string[];
  /** Where the branch requires the tag. */
  readonly required: KeywordPlace;
  /** Where it restricts the tag to its values. */
  readonly restriction: KeywordPlace;
}

/** The place of a keyword, as two JSON Pointers that follow references. */
export interface KeywordPlace {
  /** From the schema that the union stands in to the one that the keyword stands in. */
  readonly schema: string;
  /** From there to the keyword. */
  readonly keyword: string;
}

/** A schema that judges the same value as another, and the pointer that leads to it. */
export interface Conjunct {
  readonly node: SchemaNode;
  readonly path: string;
}

/** An assertion of a schema, and where it stands. */
interface PlacedAssertion<Keyword extends AssertionKeyword> {
  readonly assertion: AssertionOf<Keyword>;
  readonly place: KeywordPlace;
}

/** The part of a model that tags are found in. */
export interface TagSource {
  readonly nodes: readonly SchemaNode[];
  readonly facts: readonly NodeFacts[];
}

/**
 * Finds the property that tells the branches of a `oneOf` or `anyOf` apart: every branch accepts only
 * objects, requires it, and restricts it to strings that no other branch allows. So a value can match
 * no branch but the one that its tag selects.
 */
export function tagOf(source: TagSource, subschemas: readonly Subschema[]): Tag | undefined {
  const [first] = subschemas;
  if (first === undefined || subschemas.length < 2) return undefined;
  if (!subschemas.every(({ node }) => acceptsObjectsAlone(source.facts[node]))) return undefined;
  const branches = subschemas.map((subschema) => ({
    subschema,
    conjuncts: conjunctsOf(source, subschema),
  }));
  for (const property of propertyNames(conjunctsOf(source, first))) {
    const [head, ...others] = taggedBy(source, branches, property);
    if (head !== undefined && areDistinct([head, ...others])) {
      return { property, branches: [head, ...others] };
    }
  }
  return undefined;
}

function acceptsObjectsAlone(facts: NodeFacts | undefined): boolean {
  const types = facts?.types;
  return types?.size === 0 || (types?.size === 1 && types.has("object"));
}

/** The branches with what a property has to be in them; none where one of them does not say. */
function taggedBy(
  source: TagSource,
  branches: readonly { readonly subschema: Subschema; readonly conjuncts: readonly Conjunct[] }[],
  property: string,
): TaggedBranch[] {
  const tagged: TaggedBranch[] = [];
  for (const { subschema, conjuncts } of branches) {
    const tag = tagIn(source, conjuncts, property);
    if (tag === undefined) return [];
    tagged.push({ subschema, ...tag });
  }
  return tagged;
}

/** The schemas that all hold where one holds: itself, what it refers to, its `allOf`. */
export function conjunctsOf(
  source: Pick<TagSource, "nodes">,
  { node: id, path }: Subschema,
  seen = new Set<NodeId>(),
): Conjunct[] {
  const node = source.nodes[id];
  if (node === undefined || seen.has(id)) return [];
  seen.add(id);
  const conjuncts: Conjunct[] = [{ node, path }];
  const enter = (target: NodeId, inner: string) => {
    conjuncts.push(...conjunctsOf(source, { node: target, path: path + inner }, seen));
  };
  for (const assertion of node.assertions) {
    switch (assertion.keyword) {
      case "$ref":
        enter(assertion.target, assertion.path);
        break;
      case "allOf":
        for (const subschema of assertion.subschemas) enter(subschema.node, subschema.path);
        break;
      case "anyOf":
      case "oneOf": {
        const [only, ...others] = assertion.subschemas;
        if (only !== undefined && others.length === 0) enter(only.node, only.path);
        break;
      }
      default:
    }
  }
  return conjuncts;
}

function assertionsOf<Keyword extends "properties" | "required" | "enum" | "const">(
  conjuncts: readonly Conjunct[],
  keyword: Keyword,
): PlacedAssertion<Keyword>[] {
  const found: PlacedAssertion<Keyword>[] = [];
  for (const { node, path } of conjuncts) {
    const assertion: AssertionOf<Keyword> | undefined = assertionOf(node, keyword);
    if (assertion !== undefined) found.push({ assertion, place: placeIn(path, assertion) });
  }
  return found;
}

function placeIn(schema: string, { path: keyword }: Pick<Assertion, "path">): KeywordPlace {
  return { schema, keyword };
}

function propertyNames(conjuncts: readonly Conjunct[]): Set<string> {
  const found = assertionsOf(conjuncts, "properties");
  return new Set(found.flatMap(({ assertion }) => assertion.properties.map(({ name }) => name)));
}

function tagIn(
  source: TagSource,
  conjuncts: readonly Conjunct[],
  property: string,
): Omit<TaggedBranch, "subschema"> | undefined {
  const required = requirementOf(conjuncts, property);
  if (required === undefined) return undefined;
  for (const { list, place } of listsOf(source, conjuncts, property)) {
    const values = list.filter((value): value is string => typeof value === "string");
    if (values.length > 0 && values.length === list.length) {
      return { values, required, restriction: place };
    }
  }
  return undefined;
}

/**
 * Where some of the schemas that hold of the same object require a property of it.
 */
export function requirementOf(
  conjuncts: readonly Conjunct[],
  property: string,
): KeywordPlace | undefined {
  return assertionsOf(conjuncts, "required").find(({ assertion }) =>
    assertion.names.includes(property),
  )?.place;
}

/**
 * What schemas that hold of the same object say of a property, by its name.
 */
export function propertySchemas(conjuncts: readonly Conjunct[], property: string): Subschema[] {
  const found: Subschema[] = [];
  for (const { node, path: schema } of conjuncts) {
    for (const { name, node: id, path } of assertionOf(node, "properties")?.properties ?? []) {
      if (name === property) found.push({ node: id, path: schema + path });
    }
  }
  return found;
}

/** The values that a `const` or `enum` restricts a property to. */
interface ValueList {
  readonly list: readonly unknown[];
  readonly place: KeywordPlace;
}

/**
 * The lists of values, all of which a property must be in, by schemas that hold of the same object.
 */
export function listsOf(
  source: Pick<TagSource, "nodes">,
  conjuncts: readonly Conjunct[],
  property: string,
): ValueList[] {
  const lists: ValueList[] = [];
  for (const subschema of propertySchemas(conjuncts, property)) {
    const members = conjunctsOf(source, subschema);
    for (const { assertion, place } of assertionsOf(members, "const")) {
      lists.push({ list: [assertion.value], place });
    }
    for (const { assertion, place } of assertionsOf(members, "enum")) {
      lists.push({ list: assertion.values, place });
    }
  }
  return lists;
}

function areDistinct(branches: readonly TaggedBranch[]): boolean {
  const all = branches.flatMap(({ values }) => values);
  return new Set(all).size === all.length;
}
