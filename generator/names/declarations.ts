import type { DocsLayout } from "../config/config.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { GraphDefinition, SchemaGraph } from "../model/graph.ts";
import type { Declaration, ExportNames, SchemaModel, SchemaModule } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import type { NameOptions } from "../options.ts";
import { compareCodeUnits } from "../text/order.ts";
import { type NamedDefinition, nameDefinitions } from "./definition-names.ts";
import { onSinglePage } from "./docs-places.ts";
import { fixModules } from "./fixed-names.ts";
import { typeName } from "./identifier.ts";
import { nameInlineTypes } from "./inline-types.ts";
import { findModulePlaces, type ModulePlaces } from "./module-places.ts";
import { nameNamespaces } from "./namespaces.ts";
import { schemaName } from "./schema-name.ts";

/**
 * Decides every name: of modules and their folders, of what they export, of docs pages and anchors. A root's name
 * depends on its own input alone and a definition's on its own root alone, so that a schema added
 * elsewhere renames nothing. No two roots may clash; see `reportNameClashes`.
 *
 * @param locked the names that an earlier run gave, by the keys of schemas and folders, which keep them
 * @param layout whether each module has a page of docs, or all share one
 */
export function nameDeclarations(
  graph: SchemaGraph,
  options: NameOptions,
  locked: ReadonlyMap<string, string> = new Map(),
  layout: DocsLayout = "pages",
): SchemaModel {
  const specializedName = ({ node, key }: GraphDefinition) =>
    key === "" ? schemaName(nodeOf(graph, node).location, options) : typeName(key);
  const paged = fixModules(findModulePlaces(graph, options), { rename: options.rename, locked })
    .map(({ module, names }) => nameModule(module, names, specializedName))
    .sort((a, b) => compareCodeUnits(a.path, b.path));
  const modules = layout === "single" ? onSinglePage(paged) : paged;
  const declarations = modules.flatMap((module) => module.declarations);
  const inlineTypes = modules.flatMap((module) => module.inlineTypes);
  return {
    nodes: graph.nodes,
    facts: graph.facts,
    modules,
    namespaces: nameNamespaces(
      modules.map(({ path }) => path),
      locked,
    ).names,
    declarations: new Map(declarations.map((declaration) => [declaration.node, declaration])),
    inlineTypes: new Map(inlineTypes.map((type) => [type.node, type])),
  };
}

function nameModule(
  module: ModulePlaces,
  fixed: ReadonlyMap<string, string>,
  specializedName: (definition: GraphDefinition) => string,
): SchemaModule {
  const { root, key, name, path } = module;
  const definitions = nameDefinitions(module, fixed, specializedName);
  const declarations = [
    declare(path, { node: root.node, key, name, anchor: "", specialized: false }, true),
    ...definitions.map((definition) => declare(path, definition, false)),
  ];
  const declared = new Map<NodeId, string>(declarations.map(({ node, name }) => [node, name]));
  const inlineTypes = nameInlineTypes(module.inline, declared, fixed);
  return { path, location: root.schema, declarations, inlineTypes };
}

function declare(
  module: string,
  { node, key, name, specialized, variant, anchor }: NamedDefinition,
  root: boolean,
): Declaration {
  return {
    node,
    key,
    name,
    module,
    root,
    specialized,
    ...(variant === undefined ? {} : { variant }),
    exports: exportNames(name),
    docsPage: `docs/${module}.md`,
    docsAnchor: anchor,
    siteAnchor: anchor,
  };
}

/**
 * The names that a declaration is exported by.
 */
export function exportNames(name: string): ExportNames {
  return {
    type: name,
    guard: `is${name}`,
    validator: `validate${name}`,
    assertion: `assert${name}`,
    standardSchema: `${name}Schema`,
    nestedGuard: `nested${name}`,
    collector: `collect${name}`,
  };
}
