import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import type { TypeOptions } from "../options.ts";
import type { TypeExpression } from "./type-expression.ts";

/** What types are lowered from. */
export interface TypeSource extends SchemaModel {
  readonly typeOptions: TypeOptions;
  /** The declarations that are being spelt out. */
  readonly spelling: ReadonlySet<NodeId>;
}

/** How the schemas inside a schema are lowered, for what is lowered with their help. */
export interface Lowering {
  readonly source: TypeSource;
  /** The type of a schema inside another: by its name where it has one. */
  readonly lower: (id: NodeId) => TypeExpression;
}

/**
 * What the types of a model are lowered from where none is being spelt out.
 */
export function typeSource(model: SchemaModel, typeOptions: TypeOptions): TypeSource {
  return { ...model, typeOptions, spelling: new Set() };
}

/**
 * Whether the type of a node is the one that its `tsType` gives.
 */
export function isTrusted(
  { typeOptions }: TypeSource,
  node: SchemaNode,
): node is SchemaNode & { readonly annotations: { readonly tsType: string } } {
  return typeOptions.tsType && node.annotations.tsType !== undefined;
}
