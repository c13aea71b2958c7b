import { keywordsOfMaps, isObject, resolveReference } from "./schema-resources.ts";
import type { SchemaResource, SchemaResources } from "./schema-resources.ts";

/** What a keyword location leads to, or why it leads nowhere. */
export type FollowedLocation =
  | {
      readonly found: true;
      readonly value: unknown;
      /** The last keyword on the way; `undefined` at the root. */
      readonly keyword: string | undefined;
    }
  | { readonly found: false; readonly reason: string };

/** A schema on the way, with the resources that were entered, from the root's to its own. */
interface Step {
  readonly schema: unknown;
  readonly scope: readonly SchemaResource[];
}

const references: ReadonlySet<string> = new Set(["$ref", "$dynamicRef", "$recursiveRef"]);

/** Keywords that hold names or arrays below names, no schemas. */
const keywordsOfNames: ReadonlySet<string> = new Set(["dependentRequired"]);

/**
 * Follows a keyword location (2020-12 core §12.3.1): a JSON Pointer from the root schema which goes
 * on, behind a reference, in what the reference leads to. The resources on the way are the dynamic
 * scope, in which `$dynamicRef` and `$recursiveRef` find their targets.
 *
 * @param location the pointer as a fragment, with its `#`
 */
export function followLocation(resources: SchemaResources, location: string): FollowedLocation {
  if (!/^#(?:\/|$)/.test(location)) return missing(`${location} is no JSON Pointer behind a #`);
  const tokens = location.slice(1).split("/").slice(1).map(unescaped);
  let step: Step = { schema: resources.root.root, scope: [resources.root] };
  let keyword: string | undefined;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? "";
    const read = memberOf(step.schema, token);
    if (!read.found) return missing(`${location} has no ${JSON.stringify(token)}`);
    keyword = token;
    let value = read.value;
    if (references.has(token) && typeof value === "string") {
      const target = followReference(resources, step, token, value);
      if (target === undefined) return missing(`${location}: ${token} ${value} leads nowhere`);
      step = target;
      continue;
    }
    const holdsMembers = keywordsOfMaps.has(token) || keywordsOfNames.has(token);
    if ((holdsMembers || Array.isArray(value)) && index + 1 < tokens.length) {
      index += 1;
      const member = memberOf(value, tokens[index] ?? "");
      if (!member.found) return missing(`${location} has no ${tokens[index] ?? ""} in ${token}`);
      value = member.value;
    }
    step = entered(resources, step, value);
  }
  return { found: true, value: step.schema, keyword };
}

function missing(reason: string): FollowedLocation {
  return { found: false, reason };
}

function unescaped(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function memberOf(
  value: unknown,
  token: string,
): { readonly found: true; readonly value: unknown } | { readonly found: false } {
  const container: unknown = Array.isArray(value) && !/^\d+$/.test(token) ? undefined : value;
  if (typeof container !== "object" || container === null) return { found: false };
  if (!Object.hasOwn(container, token)) return { found: false };
  return { found: true, value: (container as Readonly<Record<string, unknown>>)[token] };
}

function entered(resources: SchemaResources, { scope }: Step, schema: unknown): Step {
  const resource = resources.holding(schema);
  return { schema, scope: resource === undefined ? scope : [...scope, resource] };
}

function followReference(
  resources: SchemaResources,
  step: Step,
  keyword: string,
  reference: string,
): Step | undefined {
  const base = step.scope.at(-1) ?? resources.root;
  const { uri, fragment } = resolveReference(reference, base.uri);
  const resource = resources.at(uri);
  if (resource === undefined) return undefined;
  const from = { schema: resource.root, scope: [...step.scope, resource] };
  if (keyword === "$recursiveRef") return { ...from, ...recursiveTarget(step, resource) };
  if (keyword === "$dynamicRef" && resource.dynamicAnchors.has(fragment)) {
    // The outermost resource with the anchor (2020-12 core §8.2.3.2).
    const outermost = from.scope.find(({ dynamicAnchors }) => dynamicAnchors.has(fragment));
    const owner = outermost ?? resource;
    return { schema: owner.dynamicAnchors.get(fragment), scope: [...step.scope, owner] };
  }
  if (fragment !== "" && !fragment.startsWith("/")) {
    if (!resource.anchors.has(fragment)) return undefined;
    return { ...from, schema: resource.anchors.get(fragment) };
  }
  return fragment
    .split("/")
    .slice(1)
    .reduce<Step | undefined>((reached, token) => {
      const read = reached && memberOf(reached.schema, unescaped(token));
      return reached && read?.found ? entered(resources, reached, read.value) : undefined;
    }, from);
}

/** The target of `$recursiveRef` (2019-09 core §8.2.4.2.1). */
function recursiveTarget({ scope }: Step, resource: SchemaResource): Step {
  const recurses = ({ root }: SchemaResource) =>
    isObject(root) && root["$recursiveAnchor"] === true;
  const target = recurses(resource) ? (scope.find(recurses) ?? resource) : resource;
  return { schema: target.root, scope: [...scope, target] };
}
