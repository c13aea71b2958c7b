import type { Assertion, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import {
  type DiscriminatedBranch,
  type DiscriminatorSource,
  type DiscriminatedUnion,
  discriminatedUnion,
} from "./discriminators.ts";
import type { SchemaNode } from "./model.ts";
import { conjunctsOf, listsOf, requirementOf } from "./tags.ts";

/**
 * Narrows the branches of each union that has a discriminator to the values that select them, as if
 * each had `required` and an `enum` for the property beside what it says. So the value decides, in
 * whatever is made from the nodes. A branch that no value selects stays as it is, and so does the
 * parent of schemas that extend it by `allOf`.
 *
 * @returns the nodes, with those that narrow branches behind the others
 */
export function narrowBranches(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  const added: SchemaNode[] = [];
  const add: AddNode = (like, assertions) => {
    const id = nodes.length + added.length;
    added.push({ id, location: like.location, annotations: {}, ignored: [], assertions });
    return id;
  };
  const narrowed = nodes.map((node): SchemaNode => {
    const union = discriminatedUnion({ nodes }, node);
    if (union === undefined) return node;
    const subschemas = union.branches.map((branch) => narrowBranch({ nodes }, union, branch, add));
    const assertions = node.assertions.map((assertion) =>
      assertion === union.assertion ? { ...union.assertion, subschemas } : assertion,
    );
    return { ...node, assertions, written: union.assertion };
  });
  return [...narrowed, ...added];
}

/** Adds a node that stands where another does, and gives its id. */
type AddNode = (like: SchemaNode, assertions: readonly Assertion[]) => NodeId;

function narrowBranch(
  source: DiscriminatorSource,
  { discriminator: { property }, branches }: DiscriminatedUnion,
  branch: DiscriminatedBranch,
  add: AddNode,
): Subschema {
  const { subschema, values, fallback } = branch;
  const node = source.nodes[subschema.node];
  const selects = values.length > 0 || fallback;
  if (node === undefined || !selects || isNarrow(source, branch, property)) return subschema;
  const others = branches.flatMap((other) => (other === branch ? [] : other.values));
  const listed = add(node, [
    { keyword: "enum", path: "/enum", values: fallback ? others : values },
  ]);
  const tag = fallback
    ? add(node, [{ keyword: "not", path: "/not", subschema: { node: listed, path: "" } }])
    : listed;
  const path = appendTokens("", "properties", property);
  const selected = add(node, [
    ...(fallback ? [] : [{ keyword: "required", path: "/required", names: [property] } as const]),
    {
      keyword: "properties",
      path: "/properties",
      properties: [{ name: property, path, node: tag }],
    },
  ]);
  const both = [selected, node.id].map((id) => ({ node: id, path: "" }));
  return { ...subschema, node: add(node, [{ keyword: "allOf", path: "", subschemas: both }]) };
}

/** Whether a branch by itself requires the property, and restricts it to values that select it. */
function isNarrow(
  source: DiscriminatorSource,
  { subschema, values, fallback }: DiscriminatedBranch,
  property: string,
): boolean {
  const conjuncts = conjunctsOf(source, subschema);
  if (fallback || requirementOf(conjuncts, property) === undefined) return false;
  return listsOf(source, conjuncts, property).some(({ list }) =>
    list.every((value) => values.some((each) => each === value)),
  );
}

/**
 * The nodes with each union as it was written, for readers.
 */
export function asWritten(nodes: readonly SchemaNode[]): readonly SchemaNode[] {
  return nodes.map((node): SchemaNode => {
    const { written, assertions } = node;
    if (written === undefined) return node;
    return {
      ...node,
      assertions: assertions.map((each) => (each.keyword === written.keyword ? written : each)),
    };
  });
}
