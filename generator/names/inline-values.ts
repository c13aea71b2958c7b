import type { Assertion, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import { assertionOf } from "../model/assertion-of.ts";
import type { SchemaGraph } from "../model/graph.ts";
import { typeName } from "./identifier.ts";

/** A schema without a declaration, for a value inside those of one with it. */
export interface InlineValue {
  readonly node: NodeId;
  /** The words of the path that leads to it: `Server` for the property `server`. */
  readonly words: string;
}

/** How many properties an object, and how many values a list, needs to deserve a name. */
const fewestProperties = 3;
const fewestValues = 8;

/**
 * Finds the objects and the lists of values that are written out inside a declaration and deserve a
 * name, outer ones first. Variants of a union have no path of their own.
 *
 * @param declared the nodes of all declarations
 */
export function inlineValues(
  graph: SchemaGraph,
  declared: ReadonlySet<NodeId>,
  declaration: NodeId,
): InlineValue[] {
  return valuesInside(graph, declared, declaration, "").filter(({ node }) =>
    deservesName(graph, node),
  );
}

function valuesInside(
  graph: SchemaGraph,
  declared: ReadonlySet<NodeId>,
  id: NodeId,
  words: string,
): InlineValue[] {
  const assertions = graph.nodes[id]?.assertions ?? [];
  return assertions.flatMap((assertion) => {
    const inner = (subschema: Subschema, word: string): InlineValue[] => {
      if (declared.has(subschema.node)) return [];
      const value = { node: subschema.node, words: words + word };
      return [value, ...valuesInside(graph, declared, value.node, value.words)];
    };
    switch (assertion.keyword) {
      case "properties":
        return assertion.properties.flatMap((property) => inner(property, typeName(property.name)));
      case "items":
        return inner(assertion.subschema, "Item");
      case "additionalProperties":
        return inner(assertion.subschema, "Value");
      case "allOf":
        return conjuncts(declared, assertion).flatMap(({ node }) =>
          valuesInside(graph, declared, node, words),
        );
      default:
        return [];
    }
  });
}

function conjuncts(
  declared: ReadonlySet<NodeId>,
  assertion: Extract<Assertion, { keyword: "allOf" }>,
): readonly Subschema[] {
  return assertion.subschemas.filter(({ node }) => !declared.has(node));
}

function deservesName({ nodes, facts }: SchemaGraph, id: NodeId): boolean {
  const types = facts[id]?.types;
  const node = nodes[id];
  if (node === undefined || types?.size !== 1) return false;
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const values = assertionOf(node, "enum")?.values ?? [];
  return types.has("object")
    ? properties.length >= fewestProperties
    : types.has("string") && values.length >= fewestValues;
}
