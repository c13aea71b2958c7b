import type { NodeId } from "../dialects/canonical-keywords.ts";
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
  const found: InlineValue[] = [];
  const enter = (id: NodeId, words: string) => {
    for (const assertion of graph.nodes[id]?.assertions ?? []) {
      switch (assertion.keyword) {
        case "properties":
          for (const { node, name } of assertion.properties) enterValue(node, words, name);
          break;
        case "items":
          enterValue(assertion.subschema.node, words, "Item");
          break;
        case "additionalProperties":
          enterValue(assertion.subschema.node, words, "Value");
          break;
        case "allOf":
          for (const { node } of assertion.subschemas) if (!declared.has(node)) enter(node, words);
          break;
        default:
      }
    }
  };
  const enterValue = (node: NodeId, outer: string, name: string) => {
    if (declared.has(node) || graph.nodes[node]?.assertions.length === 0) return;
    const words = outer + typeName(name);
    if (deservesName(graph, node)) found.push({ node, words });
    enter(node, words);
  };
  enter(declaration, "");
  return found;
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
