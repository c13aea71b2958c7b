import type {
  Assertion,
  Discriminator,
  NodeId,
  Subschema,
} from "../dialects/canonical-keywords.ts";
import { aliasTarget } from "./alias.ts";
import { assertionOf } from "./assertion-of.ts";
import { findFacts } from "./facts.ts";
import type { SchemaGraph } from "./graph.ts";
import type { SchemaNode, VariantKind } from "./model.ts";

/** What a variant makes of the properties of one schema. */
interface Changes {
  /** Properties that it has no more. */
  readonly dropped: ReadonlySet<string>;
  /** The properties that it requires. */
  readonly required: readonly string[];
}

/**
 * Adds to each named schema its variants, where they differ from it: as `input`, without what only
 * the owner of the data writes (`readOnly`); as `output`, without what only others write
 * (`writeOnly`), and with every property that has a default, since it is filled in by then (2020-12
 * validation §9.2, §9.4; OpenAPI 3.0.3 §4.7.24.2). A schema refers to the same variant of others.
 */
export function addVariants(graph: SchemaGraph): SchemaGraph {
  const input = makeVariant(graph, "input", graph.nodes.length);
  const output = makeVariant(graph, "output", graph.nodes.length + input.nodes.length);
  const nodes = [...graph.nodes, ...input.nodes, ...output.nodes];
  const definitions = [...graph.definitions, ...input.definitions, ...output.definitions];
  return { ...graph, nodes, facts: findFacts(nodes), definitions };
}

/** @param firstId the id of the first of its nodes */
function makeVariant(
  { nodes, roots, definitions }: SchemaGraph,
  kind: VariantKind,
  firstId: NodeId,
): Pick<SchemaGraph, "nodes" | "definitions"> {
  const changes = new Map(
    nodes.flatMap((node) => {
      const change = changesOf(nodes, node, kind);
      return change === undefined ? [] : [[node.id, change] as const];
    }),
  );
  const changed = [...changedNodes(nodes, changes.keys())].sort((a, b) => a - b);
  const copies = new Map(changed.map((id, index) => [id, firstId + index]));
  return {
    nodes: changed.flatMap((id) => {
      const node = nodes[id];
      return node === undefined ? [] : copyNode(node, copies, changes.get(id));
    }),
    definitions: [...roots.map(rootDefinition), ...definitions].flatMap((definition) => {
      const node = copies.get(definition.node);
      return node === undefined
        ? []
        : [{ ...definition, node, variant: { kind, of: definition.node } }];
    }),
  };
}

function rootDefinition({ schema, node }: SchemaGraph["roots"][number], root: number) {
  return { root, node, pointer: schema.pointer, key: "", specialized: false } as const;
}

function changesOf(
  nodes: readonly SchemaNode[],
  node: SchemaNode,
  kind: VariantKind,
): Changes | undefined {
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const required = assertionOf(node, "required")?.names ?? [];
  const annotationsOf = (id: NodeId) => [
    nodes[id]?.annotations,
    nodes[aliasTarget(nodes, id) ?? id]?.annotations,
  ];
  const isDropped = (id: NodeId) =>
    annotationsOf(id).some(
      (annotations) => annotations?.[kind === "input" ? "readOnly" : "writeOnly"] === true,
    );
  const isFilled = (id: NodeId) =>
    kind === "output" &&
    annotationsOf(id).some((annotations) => annotations?.default !== undefined);
  const dropped = new Set(
    properties.filter((property) => isDropped(property.node)).map(({ name }) => name),
  );
  const filled = properties
    .filter(({ name, node: id }) => isFilled(id) && !dropped.has(name) && !required.includes(name))
    .map(({ name }) => name);
  if (dropped.size === 0 && filled.length === 0) return undefined;
  return { dropped, required: [...required.filter((name) => !dropped.has(name)), ...filled] };
}

/** The nodes that change, and those that reach one: they have a variant of their own. */
function changedNodes(nodes: readonly SchemaNode[], changed: Iterable<NodeId>): Set<NodeId> {
  const users = new Map<NodeId, NodeId[]>();
  for (const node of nodes) {
    mapNodes(node.assertions, (id) => {
      users.set(id, [...(users.get(id) ?? []), node.id]);
      return id;
    });
  }
  const found = new Set<NodeId>();
  const waiting = [...changed];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(users.get(id) ?? []));
  }
  return found;
}

function copyNode(
  node: SchemaNode,
  copies: ReadonlyMap<NodeId, NodeId>,
  changes: Changes | undefined,
): SchemaNode {
  const changed = changes === undefined ? node.assertions : applyChanges(node.assertions, changes);
  const copyOf = (id: NodeId) => copies.get(id) ?? id;
  const { discriminator, written } = node;
  return {
    ...node,
    id: copyOf(node.id),
    assertions: mapNodes(changed, copyOf),
    ...(discriminator && { discriminator: mapTargets(discriminator, copyOf) }),
    ...(written && { written: { ...written, subschemas: mapEach(written.subschemas, copyOf) } }),
  };
}

function mapTargets(
  { property, mapping, fallback }: Discriminator,
  nodeFor: (id: NodeId) => NodeId,
): Discriminator {
  return {
    property,
    mapping: mapping.map((mapped) => ({ ...mapped, target: nodeFor(mapped.target) })),
    fallback: fallback === undefined ? undefined : nodeFor(fallback),
  };
}

function mapEach(
  subschemas: readonly Subschema[],
  nodeFor: (id: NodeId) => NodeId,
): readonly Subschema[] {
  return subschemas.map((subschema) => ({ ...subschema, node: nodeFor(subschema.node) }));
}

function applyChanges(
  assertions: readonly Assertion[],
  { dropped, required }: Changes,
): readonly Assertion[] {
  const others = assertions.flatMap((assertion): readonly Assertion[] => {
    switch (assertion.keyword) {
      case "required":
        return required.length === 0 ? [] : [{ ...assertion, names: required }];
      case "properties": {
        const properties = assertion.properties.filter(({ name }) => !dropped.has(name));
        return [{ ...assertion, properties }];
      }
      case "additionalProperties":
        return [
          { ...assertion, declared: assertion.declared.filter((name) => !dropped.has(name)) },
        ];
      default:
        return [assertion];
    }
  });
  const isStated = assertions.some(({ keyword }) => keyword === "required");
  if (isStated || required.length === 0) return others;
  // Required for a default's sake, so that is where the demand comes from.
  return [...others, { keyword: "required", path: "/properties", names: required }];
}

/**
 * Gives assertions other nodes for what they hold of the same value and of its parts. What is asked
 * of a value, rather than demanded, stays: conditions, negations, and the items that are counted.
 */
function mapNodes(
  assertions: readonly Assertion[],
  nodeFor: (id: NodeId) => NodeId,
): readonly Assertion[] {
  const map = <Inner extends Subschema>(inner: Inner): Inner => ({
    ...inner,
    node: nodeFor(inner.node),
  });
  return assertions.map((assertion): Assertion => {
    switch (assertion.keyword) {
      case "$ref":
        return { ...assertion, target: nodeFor(assertion.target) };
      case "allOf":
      case "anyOf":
      case "oneOf":
      case "prefixItems":
        return { ...assertion, subschemas: mapEach(assertion.subschemas, nodeFor) };
      case "items":
      case "additionalProperties":
      case "unevaluatedItems":
      case "unevaluatedProperties":
        return { ...assertion, subschema: map(assertion.subschema) };
      case "properties":
        return { ...assertion, properties: assertion.properties.map(map) };
      case "patternProperties":
        return { ...assertion, patterns: assertion.patterns.map(map) };
      case "dependentSchemas":
        return { ...assertion, dependencies: assertion.dependencies.map(map) };
      case "if":
        return {
          ...assertion,
          consequent: assertion.consequent && map(assertion.consequent),
          alternative: assertion.alternative && map(assertion.alternative),
        };
      default:
        return assertion;
    }
  });
}
