import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { GraphDefinition, GraphRoot, SchemaGraph } from "../model/graph.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type {
  Declaration,
  ExportNames,
  SchemaModel,
  SchemaModule,
  VariantKind,
} from "../model/model.ts";
import type { NameOptions } from "../options.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";
import { compareCodeUnits } from "../text/order.ts";
import { typeName } from "./identifier.ts";
import { nameInlineTypes } from "./inline-types.ts";
import { schemaName } from "./schema-name.ts";

/** Stems of emitted files that no schema's module may take, in lower case. */
const reservedStems: ReadonlySet<string> = new Set(["index", "runtime"]);

/** Reference tokens that say how a schema holds another, and nothing of what it is. */
const holderTokens: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
]);

const variantSuffixes: Readonly<Record<VariantKind, string>> = { input: "Input", output: "Output" };

/**
 * Decides every name: of modules, of what they export, of docs pages and anchors. A root's name
 * depends on its own input alone and a definition's on its own root alone, so that a schema added
 * elsewhere renames nothing. No two roots may clash; see {@link reportNameClashes}.
 */
export function nameDeclarations(graph: SchemaGraph, options: NameOptions): SchemaModel {
  const named = graph.roots.map((root, index) => ({ root, index, ...rootPlace(root, options) }));
  const nameOf = ({ node, key }: GraphDefinition) => {
    const location = graph.nodes[node]?.location;
    return key === "" && location !== undefined ? schemaName(location, options) : typeName(key);
  };
  const declared = named
    .map(({ root, index, name, path }) => {
      const definitions = graph.definitions.filter((definition) => definition.root === index);
      return {
        path,
        location: root.schema,
        declarations: [
          declare(path, { node: root.node, name, anchor: "", root: true, specialized: false }),
          ...nameDefinitions(name, root, definitions, nameOf).map((definition) =>
            declare(path, { ...definition, root: false }),
          ),
        ],
      };
    })
    .sort((a, b) => compareCodeUnits(a.path, b.path));
  const declarations = new Map<NodeId, Declaration>();
  for (const { declarations: members } of declared) {
    for (const member of members)
      if (!declarations.has(member.node)) declarations.set(member.node, member);
  }
  const { nodes, facts } = graph;
  const modules = declared.map((module): SchemaModule => ({
    ...module,
    inlineTypes: nameInlineTypes({ nodes, facts, declarations }, module.declarations),
  }));
  const inlineTypes = modules.flatMap((module) => module.inlineTypes);
  return {
    nodes,
    facts,
    modules,
    declarations,
    inlineTypes: new Map(inlineTypes.map((type) => [type.node, type])),
  };
}

function rootPlace({ schema }: GraphRoot, options: NameOptions): { name: string; path: string } {
  const name = schemaName(schema, options);
  const { source } = schema.document;
  const folder = source.slice(0, source.lastIndexOf("/") + 1);
  const stem = reservedStems.has(name.toLowerCase()) ? `${name}Module` : name;
  return { name, path: folder + stem };
}

interface NamedRoot {
  readonly root: GraphRoot;
  readonly name: string;
  readonly path: string;
}

/**
 * Reports each root whose module another root of its folder has taken, by a name that differs in
 * case at most.
 */
export function reportNameClashes(
  roots: readonly GraphRoot[],
  options: NameOptions,
  report: Report,
): void {
  const takers = new Map<string, GraphRoot>();
  for (const root of roots) {
    const { name, path } = rootPlace(root, options);
    const taker = takers.get(path.toLowerCase());
    if (taker === undefined) takers.set(path.toLowerCase(), root);
    else report(nameClash({ root, name, path }, taker));
  }
}

function nameClash({ root, name, path }: NamedRoot, taker: GraphRoot): Diagnostic {
  const { document, pointer } = root.schema;
  const clashing = `${renameKey(taker)} and ${renameKey(root)}`;
  const rename = `${JSON.stringify(renameKey(root))}: ${JSON.stringify(`Other${name}`)}`;
  return diagnose("name-clash", `two inputs would be the module ${path}.ts: ${clashing}`, {
    help: `rename one in the config, as in "names": { "rename": { ${rename} } }`,
    location: { file: document, pointer },
  });
}

function renameKey({ schema }: GraphRoot): string {
  return schema.pointer === ""
    ? schema.document.source
    : `${schema.document.source}#${schema.pointer}`;
}

/** A definition with its name, which no other of its root has, and the anchor of its section. */
interface NamedDefinition extends Pick<Declaration, "node" | "name" | "specialized" | "variant"> {
  readonly anchor: string;
}

/**
 * Names the definitions of one root, in their order: the first of a name has it. A variant is named
 * after what it is a variant of.
 */
function nameDefinitions(
  rootName: string,
  root: GraphRoot,
  definitions: readonly GraphDefinition[],
  specializedName: (definition: GraphDefinition) => string,
): NamedDefinition[] {
  const taken = new Set([rootName]);
  const names = new Map([[root.node, rootName]]);
  const named = definitions
    .filter(({ node }) => node !== root.node)
    .map((definition) => {
      const { node, variant } = definition;
      const wanted =
        variant !== undefined
          ? `${names.get(variant.of) ?? rootName}${variantSuffixes[variant.kind]}`
          : definition.specialized
            ? `${rootName}${specializedName(definition)}`
            : definitionName(rootName, root, definition);
      const qualified = taken.has(wanted) ? `${rootName}${wanted}` : wanted;
      let name = qualified;
      for (let suffix = 2; taken.has(name); suffix += 1) name = `${qualified}${suffix}`;
      taken.add(name);
      names.set(node, name);
      return { definition, name };
    });
  // The root's own definitions go first: others may be here for a reference from another schema.
  const own = named.filter(({ definition }) => isMember(root, definition));
  const anchors = docsAnchors([rootName, ...[...own, ...named].map(({ name }) => name)]);
  return named.map(({ definition: { node, specialized, variant }, name }) => ({
    node,
    name,
    specialized,
    ...(variant === undefined ? {} : { variant }),
    anchor: anchors.get(name) ?? "",
  }));
}

/**
 * A member of the root's definitions is named by its key, and so are component schemas in a file
 * that is no OpenAPI document; a schema elsewhere by its path.
 */
function definitionName(rootName: string, root: GraphRoot, definition: GraphDefinition): string {
  const tokens = tokensBelow(root, definition);
  if (isMember(root, definition) || isComponent(tokens)) return typeName(definition.key);
  const words = tokens.filter((token) => !holderTokens.has(token)).map(typeName);
  return `${rootName}${words.join("")}`;
}

function isComponent([container, kind, ...rest]: readonly string[]): boolean {
  return container === "components" && kind === "schemas" && rest.length === 1;
}

function isMember(root: GraphRoot, definition: GraphDefinition): boolean {
  const tokens = tokensBelow(root, definition);
  return tokens.length === 2 && (tokens[0] === "$defs" || tokens[0] === "definitions");
}

function tokensBelow({ schema }: GraphRoot, { pointer }: GraphDefinition): string[] {
  return pointerTokens(pointer.slice(schema.pointer.length));
}

/**
 * The anchors of the sections of one page, by the names that their headings show: in lower case, as
 * those are that Markdown makes of headings, and still no two alike.
 */
function docsAnchors(names: readonly string[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of new Set(names)) {
    let anchor = name.toLowerCase();
    for (let suffix = 2; taken.has(anchor); suffix += 1) anchor = `${name.toLowerCase()}-${suffix}`;
    taken.add(anchor);
    anchors.set(name, anchor);
  }
  return anchors;
}

function declare(
  module: string,
  { anchor, ...declared }: NamedDefinition & Pick<Declaration, "root">,
): Declaration {
  return {
    ...declared,
    module,
    exports: exportNames(declared.name),
    docsPage: `docs/${module}.md`,
    docsAnchor: anchor,
  };
}

function exportNames(name: string): ExportNames {
  return {
    type: name,
    guard: `is${name}`,
    validator: `validate${name}`,
    assertion: `assert${name}`,
    standardSchema: `${name}Schema`,
    collector: `collect${name}`,
  };
}
