import type {
  Assertion,
  AssertionKeyword,
  AssertionOf,
  NodeId,
  Subschema,
} from "../dialects/canonical-keywords.ts";
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
  if (subschemas.length < 2) return undefined;
  const branches = subschemas.map((subschema) => ({
    subschema,
    conjuncts: conjunctsOf(source, subschema),
  }));
  const objectsOnly = subschemas.every(({ node }) => {
    const types = source.facts[node]?.types;
    return types?.size === 0 || (types?.size === 1 && types.has("object"));
  });
  const [first] = branches;
  if (!objectsOnly || first === undefined) return undefined;
  for (const property of propertyNames(first.conjuncts)) {
    const tagged = branches.flatMap(({ subschema, conjuncts }) => {
      const tag = tagIn(source, conjuncts, property);
      return tag === undefined ? [] : [{ subschema, ...tag }];
    });
    const [head, ...others] = tagged;
    if (head !== undefined && tagged.length === branches.length && areDistinct(tagged)) {
      return { property, branches: [head, ...others] };
    }
  }
  return undefined;
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
  const nested = (subschema: Subschema) =>
    conjunctsOf(source, { node: subschema.node, path: path + subschema.path }, seen);
  return [
    { node, path },
    ...node.assertions.flatMap((assertion) => {
      switch (assertion.keyword) {
        case "$ref":
          return nested({ node: assertion.target, path: assertion.path });
        case "allOf":
          return assertion.subschemas.flatMap(nested);
        case "anyOf":
        case "oneOf":
          return assertion.subschemas.length === 1 ? assertion.subschemas.flatMap(nested) : [];
        default:
          return [];
      }
    }),
  ];
}

function assertionsOf<Keyword extends "properties" | "required" | "enum" | "const">(
  conjuncts: readonly Conjunct[],
  keyword: Keyword,
): PlacedAssertion<Keyword>[] {
  const isWanted = (assertion: Assertion): assertion is AssertionOf<Keyword> =>
    assertion.keyword === keyword;
  return conjuncts.flatMap(({ node, path }) =>
    node.assertions.flatMap((assertion) => {
      const place = { schema: path, keyword: assertion.path };
      return isWanted(assertion) ? [{ assertion, place }] : [];
    }),
  );
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
  return assertionsOf(conjuncts, "properties").flatMap(({ assertion, place }) => {
    const subschema = assertion.properties.find(({ name }) => name === property);
    return subschema === undefined
      ? []
      : [{ node: subschema.node, path: place.schema + subschema.path }];
  });
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
  return propertySchemas(conjuncts, property).flatMap((subschema) => {
    const members = conjunctsOf(source, subschema);
    return [
      ...assertionsOf(members, "const").map((each) => ({ ...each, list: [each.assertion.value] })),
      ...assertionsOf(members, "enum").map((each) => ({ ...each, list: each.assertion.values })),
    ];
  });
}

function areDistinct(branches: readonly TaggedBranch[]): boolean {
  const all = branches.flatMap(({ values }) => values);
  return new Set(all).size === all.length;
}
