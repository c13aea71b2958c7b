import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { GraphDefinition, GraphRoot, SchemaGraph } from "../model/graph.ts";
import { nodeOf } from "../model/node-of.ts";
import type { NameOptions } from "../options.ts";
import { inlineValues } from "./inline-values.ts";
import { schemaKey } from "./schema-key.ts";
import { schemaName } from "./schema-name.ts";

/** A schema inside a module that can have a name there. */
export interface NameablePlace {
  readonly node: NodeId;
  readonly key: string;
  /** The keys of the schemas that its name can be made after. */
  readonly bases: readonly string[];
}

export interface DefinitionPlace extends NameablePlace {
  readonly definition: GraphDefinition;
}

export interface InlinePlace extends NameablePlace {
  /** The declaration that it is written out inside. */
  readonly declaration: NodeId;
  /** The words of the path that leads to it from there. */
  readonly words: string;
}

/** What a module will hold: its root, whose own input names it, and what can have a name beside. */
export interface ModulePlaces {
  readonly root: GraphRoot;
  readonly key: string;
  readonly name: string;
  /** Path of the module below the output folder, without extension. */
  readonly path: string;
  /** In the order of the graph. */
  readonly definitions: readonly DefinitionPlace[];
  /** In the order of the declarations that hold them, outer ones first. */
  readonly inline: readonly InlinePlace[];
}

/** Stems of emitted files that no schema's module may take, in lower case. */
const reservedStems: ReadonlySet<string> = new Set(["index", "runtime"]);

/**
 * Finds the modules of a graph, in the order of its roots, and the schemas in each that can have a
 * name.
 */
export function findModulePlaces(graph: SchemaGraph, options: NameOptions): ModulePlaces[] {
  const declared = new Set([...graph.roots, ...graph.definitions].map(({ node }) => node));
  const ofRoots = new Map<number, GraphDefinition[]>();
  for (const definition of graph.definitions) {
    const { root } = definition;
    const others = ofRoots.get(root);
    if (others === undefined) ofRoots.set(root, [definition]);
    else others.push(definition);
  }
  return graph.roots.map((root, index) => {
    const key = schemaKey(root.schema);
    const definitions = (ofRoots.get(index) ?? [])
      .filter((definition) => definition.node !== root.node)
      .map((definition) => definitionPlace(graph, key, definition));
    const holders = [{ node: root.node, key, bases: [] }, ...definitions];
    const inline = holders.flatMap((holder) => inlinePlaces(graph, declared, holder));
    return { root, key, ...rootPlace(root, options), definitions, inline };
  });
}

function rootPlace({ schema }: GraphRoot, options: NameOptions): { name: string; path: string } {
  const name = schemaName(schema, options);
  const { source } = schema.document;
  const folder = source.slice(0, source.lastIndexOf("/") + 1);
  const stem = reservedStems.has(name.toLowerCase()) ? `${name}Module` : name;
  return { name, path: folder + stem };
}

function definitionPlace(
  graph: SchemaGraph,
  rootKey: string,
  definition: GraphDefinition,
): DefinitionPlace {
  const { node, key, specialized, scope, variant } = definition;
  const { location } = nodeOf(graph, node);
  const bases = [
    rootKey,
    ...(specialized && key === "" ? [schemaKey(location)] : []),
    ...(variant === undefined ? [] : [schemaKey(location, scope && { scope })]),
  ];
  return { node, key: schemaKey(location, definition), bases, definition };
}

function inlinePlaces(
  graph: SchemaGraph,
  declared: ReadonlySet<NodeId>,
  holder: NameablePlace & Partial<Pick<DefinitionPlace, "definition">>,
): InlinePlace[] {
  return inlineValues(graph, declared, holder.node).map(({ node, words }) => ({
    node,
    // What a scope or a variant leaves as it is belongs to whoever names it.
    key: schemaKey(nodeOf(graph, node).location, holder.definition),
    bases: [...holder.bases, holder.key],
    declaration: holder.node,
    words,
  }));
}
