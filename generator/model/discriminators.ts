import type {
  AssertionOf,
  Discriminator,
  NodeId,
  Subschema,
} from "../dialects/canonical-keywords.ts";
import { componentSchemas } from "../load/recognise.ts";
import { decodeFragment, parentPointer, pointerTokens } from "../pointer/json-pointer.ts";
import { assertionOf } from "./assertion-of.ts";
import type { SchemaModel, SchemaNode } from "./model.ts";
import { conjunctsOf, listsOf } from "./tags.ts";

/** The part of a model that discriminators are understood by. */
export type DiscriminatorSource = Pick<SchemaModel, "nodes">;

/** A union whose branches a discriminator tells apart. */
export interface DiscriminatedUnion {
  readonly discriminator: Discriminator;
  /** The union as it was written. */
  readonly assertion: AssertionOf<"anyOf" | "oneOf">;
  /** In the order of the union's branches. */
  readonly branches: readonly DiscriminatedBranch[];
}

/** A branch of a union, and what selects it. */
export interface DiscriminatedBranch {
  readonly subschema: Subschema;
  /** The name of the component that it is, if it is one. */
  readonly component: string | undefined;
  /** The values of the discriminator's property that select it. */
  readonly values: readonly string[];
  /** Whether it is also selected by all values that select no branch, and by none. */
  readonly fallback: boolean;
}

/**
 * The branches that the discriminator of a schema selects among (OpenAPI 3.0.3 §4.7.25): a branch has
 * the values that are mapped to it; without any, those that it restricts the property to itself; else
 * the name of the component that it is.
 *
 * @returns `undefined` where the schema has no discriminator, or no union beside it
 */
export function discriminatedUnion(
  source: DiscriminatorSource,
  node: SchemaNode,
): DiscriminatedUnion | undefined {
  const { discriminator } = node;
  const assertion = node.written ?? assertionOf(node, "oneOf") ?? assertionOf(node, "anyOf");
  if (discriminator === undefined || assertion === undefined) return undefined;
  const mapped = new Set(discriminator.mapping.map(({ value }) => value));
  const branches = assertion.subschemas.map((subschema): DiscriminatedBranch => {
    const referred = referredNodes(source, subschema.node);
    const component = componentName(source, subschema.node);
    const explicit = discriminator.mapping.flatMap(({ value, target }) =>
      referred.has(target) ? [value] : [],
    );
    const implicit = component === undefined ? [] : [component];
    const own = ownValues(source, subschema, discriminator) ?? implicit;
    return {
      subschema,
      component,
      values: explicit.length > 0 ? explicit : own.filter((value) => !mapped.has(value)),
      fallback: discriminator.fallback !== undefined && referred.has(discriminator.fallback),
    };
  });
  return { discriminator, assertion, branches };
}

/** A schema, and all that it refers to and that judges the same value. */
function referredNodes({ nodes }: DiscriminatorSource, id: NodeId): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  for (let next: NodeId | undefined = id; next !== undefined && !found.has(next);) {
    found.add(next);
    const node: SchemaNode | undefined = nodes[next];
    next = node === undefined ? undefined : assertionOf(node, "$ref")?.target;
  }
  return found;
}

/** The strings that a branch restricts the property to itself; `undefined` for no such list. */
export function ownValues(
  source: DiscriminatorSource,
  branch: Subschema,
  { property }: Discriminator,
): readonly string[] | undefined {
  const lists = listsOf(source, conjunctsOf(source, branch), property);
  const [first, ...others] = lists.map(({ list }) => list);
  return first?.filter(
    (value): value is string =>
      typeof value === "string" && others.every((list) => list.includes(value)),
  );
}

/**
 * The name of the component schema that a schema is, or refers to; `undefined` for one that has none,
 * as those that a union writes out.
 */
export function componentName({ nodes }: DiscriminatorSource, id: NodeId): string | undefined {
  const node = nodes[id];
  const reference = node === undefined ? undefined : assertionOf(node, "$ref");
  const target = reference === undefined ? node : nodes[reference.target];
  const written = reference?.reference.replace(/^[^#]*#?/, "") ?? "";
  const pointers = [decodeFragment(written), target?.location.pointer ?? ""];
  const pointer = pointers.find((each) => parentPointer(each) === componentSchemas);
  return pointer === undefined ? undefined : pointerTokens(pointer).at(-1);
}

/**
 * The schemas that extend another by `allOf`, and so share its discriminator, each with the values
 * that select it: the form that needs no union (OpenAPI 3.0.3 §4.7.25).
 */
export function extendingSchemas(
  source: DiscriminatorSource,
  { id, discriminator }: SchemaNode,
  candidates: Iterable<NodeId>,
): { readonly node: NodeId; readonly values: readonly string[] }[] {
  if (discriminator === undefined) return [];
  const mapped = new Map<NodeId, string[]>();
  for (const { value, target } of discriminator.mapping) {
    mapped.set(target, [...(mapped.get(target) ?? []), value]);
  }
  const taken = new Set(discriminator.mapping.map(({ value }) => value));
  const extending = [...candidates].filter(
    (node) => !mapped.has(node) && extendsNode(source, node, id),
  );
  const implicit = extending.map((node) => {
    const name = componentName(source, node);
    return { node, values: name === undefined || taken.has(name) ? [] : [name] };
  });
  return [...[...mapped].map(([node, values]) => ({ node, values })), ...implicit];
}

/**
 * Whether a schema extends another: where it holds, the other does too.
 */
export function extendsNode(source: DiscriminatorSource, id: NodeId, parent: NodeId): boolean {
  if (id === parent) return false;
  return conjunctsOf(source, { node: id, path: "" }).some(({ node }) => node.id === parent);
}
