import type { GraphDefinition, GraphRoot } from "../model/graph.ts";
import type { Declaration, VariantKind } from "../model/model.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";
import { typeName } from "./identifier.ts";
import type { ModulePlaces } from "./module-places.ts";

/** A definition with its name, which no other of its module has, and the anchor of its section. */
export interface NamedDefinition extends Pick<
  Declaration,
  "node" | "key" | "name" | "specialized" | "variant"
> {
  readonly anchor: string;
}

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
 * Names the definitions of one module, in their order: the first of a name has it. A variant is named
 * after what it is a variant of.
 *
 * @param fixed the names that are settled before any other is given, by the keys of their schemas
 * @param specializedName what a definition that a scope makes another is called, without its root
 */
export function nameDefinitions(
  { root, name: rootName, definitions }: ModulePlaces,
  fixed: ReadonlyMap<string, string>,
  specializedName: (definition: GraphDefinition) => string,
): NamedDefinition[] {
  const taken = new Set([rootName, ...fixed.values()]);
  const names = new Map([[root.node, rootName]]);
  const ruledName = (definition: GraphDefinition) => {
    const { variant } = definition;
    const wanted =
      variant !== undefined
        ? `${names.get(variant.of) ?? rootName}${variantSuffixes[variant.kind]}`
        : definition.specialized
          ? `${rootName}${specializedName(definition)}`
          : definitionName(rootName, root, definition);
    const qualified = taken.has(wanted) ? `${rootName}${wanted}` : wanted;
    let name = qualified;
    for (let suffix = 2; taken.has(name); suffix += 1) name = `${qualified}${suffix}`;
    return name;
  };
  const named = definitions.map(({ definition, key }) => {
    const name = fixed.get(key) ?? ruledName(definition);
    taken.add(name);
    names.set(definition.node, name);
    return { definition, key, name };
  });
  // The root's own definitions go first: others may be here for a reference from another schema.
  const own = named.filter(({ definition }) => isMember(tokensBelow(root, definition)));
  const anchors = docsAnchors([rootName, ...[...own, ...named].map(({ name }) => name)]);
  return named.map(({ definition: { node, specialized, variant }, key, name }) => ({
    node,
    key,
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
  if (isMember(tokens) || isComponent(tokens)) return typeName(definition.key);
  const words = tokens.filter((token) => !holderTokens.has(token)).map(typeName);
  return `${rootName}${words.join("")}`;
}

function isComponent([container, kind, ...rest]: readonly string[]): boolean {
  return container === "components" && kind === "schemas" && rest.length === 1;
}

function isMember(tokens: readonly string[]): boolean {
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
