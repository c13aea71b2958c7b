import type { AssertionOf, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import type { NodeFacts, SchemaNode } from "./model.ts";

/** A property that tells the branches of a union apart. */
export interface Tag {
  readonly property: string;
  /** The branches in their order, each with the values of the property that select it. */
  readonly branches: readonly {
    readonly values: readonly string[];
    readonly subschema: Subschema;
  }[];
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
    nodes: conjuncts(source, subschema.node),
  }));
  const objectsOnly = subschemas.every(({ node }) => {
    const types = source.facts[node]?.types;
    return types?.size === 0 || (types?.size === 1 && types.has("object"));
  });
  const [first] = branches;
  if (!objectsOnly || first === undefined) return undefined;
  for (const property of propertyNames(first.nodes)) {
    const tagged = branches.map(({ subschema, nodes }) => ({
      subschema,
      values: tagValues(source, nodes, property),
    }));
    if (areDistinct(tagged.map((branch) => branch.values))) return { property, branches: tagged };
  }
  return undefined;
}

/** The nodes that all hold where a node holds: itself, what it refers to, its `allOf`. */
function conjuncts(source: TagSource, id: NodeId, seen = new Set<NodeId>()): SchemaNode[] {
  const node = source.nodes[id];
  if (node === undefined || seen.has(id)) return [];
  seen.add(id);
  const nested = node.assertions.flatMap((assertion) => {
    switch (assertion.keyword) {
      case "$ref":
        return conjuncts(source, assertion.target, seen);
      case "allOf":
        return assertion.subschemas.flatMap((subschema) => conjuncts(source, subschema.node, seen));
      case "anyOf":
      case "oneOf":
        return assertion.subschemas.length === 1
          ? assertion.subschemas.flatMap((subschema) => conjuncts(source, subschema.node, seen))
          : [];
      default:
        return [];
    }
  });
  return [node, ...nested];
}

function assertionsOf<Keyword extends "properties" | "required" | "enum" | "const">(
  nodes: readonly SchemaNode[],
  keyword: Keyword,
): AssertionOf<Keyword>[] {
  return nodes.flatMap((node) =>
    node.assertions.filter(
      (assertion): assertion is AssertionOf<Keyword> => assertion.keyword === keyword,
    ),
  );
}

function propertyNames(nodes: readonly SchemaNode[]): Set<string> {
  const properties = assertionsOf(nodes, "properties").flatMap((assertion) => assertion.properties);
  return new Set(properties.map((property) => property.name));
}

function tagValues(source: TagSource, nodes: readonly SchemaNode[], property: string): string[] {
  const required = assertionsOf(nodes, "required").some((assertion) =>
    assertion.names.includes(property),
  );
  if (!required) return [];
  for (const { properties } of assertionsOf(nodes, "properties")) {
    const subschema = properties.find((candidate) => candidate.name === property);
    if (subschema === undefined) continue;
    const members = conjuncts(source, subschema.node);
    const lists = [
      ...assertionsOf(members, "const").map((assertion) => [assertion.value]),
      ...assertionsOf(members, "enum").map((assertion) => assertion.values),
    ];
    for (const values of lists) {
      const strings = values.filter((value): value is string => typeof value === "string");
      if (strings.length > 0 && strings.length === values.length) return strings;
    }
  }
  return [];
}

function areDistinct(lists: readonly (readonly string[])[]): boolean {
  const all = lists.flat();
  return lists.every((values) => values.length > 0) && new Set(all).size === all.length;
}
