import type { Assertion, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import { assertionOf } from "../model/assertion-of.ts";
import type { Declaration, InlineType, NodeFacts, SchemaNode } from "../model/model.ts";
import { typeName } from "./identifier.ts";

/** The part of a model that inline types are found in. */
export interface InlineTypeSource {
  readonly nodes: readonly SchemaNode[];
  readonly facts: readonly NodeFacts[];
  readonly declarations: ReadonlyMap<NodeId, Declaration>;
}

/** How many properties an object, and how many values a list, needs to deserve a name. */
const fewestProperties = 3;
const fewestValues = 8;

/**
 * Names the types of objects and of lists of values that are written out inside the declarations of
 * one module, by the path that leads to each: the property `server` of `Phone` is `PhoneServer`. A
 * name that is taken is not given again, and the type stays where it is. Variants of a union have no path of their own.
 *
 * @returns in the order of the declarations, outer types first
 */
export function nameInlineTypes(
  source: InlineTypeSource,
  declarations: readonly Declaration[],
): InlineType[] {
  const taken = new Set(declarations.map(({ name }) => name));
  // Variants of a schema share what is the same in them.
  const named = new Set<NodeId>();
  return declarations.flatMap((declaration) =>
    valuesInside(source, declaration.node, declaration.name).flatMap(({ node, name }) => {
      if (taken.has(name) || named.has(node) || !deservesName(source, node)) return [];
      taken.add(name);
      named.add(node);
      return [{ node, name, declaration: declaration.node }];
    }),
  );
}

interface InlineValue {
  readonly node: NodeId;
  readonly name: string;
}

/** The schemas without a name for the values inside those of another, each with a name by its path. */
function valuesInside(source: InlineTypeSource, id: NodeId, name: string): InlineValue[] {
  const assertions = source.nodes[id]?.assertions ?? [];
  return assertions.flatMap((assertion) => {
    const inner = (subschema: Subschema, word: string): InlineValue[] => {
      if (source.declarations.has(subschema.node)) return [];
      const value = { node: subschema.node, name: name + word };
      return [value, ...valuesInside(source, value.node, value.name)];
    };
    switch (assertion.keyword) {
      case "properties":
        return assertion.properties.flatMap((property) => inner(property, typeName(property.name)));
      case "items":
        return inner(assertion.subschema, "Item");
      case "additionalProperties":
        return inner(assertion.subschema, "Value");
      case "allOf":
        return conjuncts(source, assertion).flatMap(({ node }) => valuesInside(source, node, name));
      default:
        return [];
    }
  });
}

function conjuncts(
  { declarations }: InlineTypeSource,
  assertion: Extract<Assertion, { keyword: "allOf" }>,
): readonly Subschema[] {
  return assertion.subschemas.filter(({ node }) => !declarations.has(node));
}

function deservesName({ nodes, facts }: InlineTypeSource, id: NodeId): boolean {
  const types = facts[id]?.types;
  const node = nodes[id];
  if (node === undefined || types?.size !== 1) return false;
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const values = assertionOf(node, "enum")?.values ?? [];
  return types.has("object")
    ? properties.length >= fewestProperties
    : types.has("string") && values.length >= fewestValues;
}
