import type { Document } from "../load/document.ts";
import type { IgnoredKeyword } from "../dialects/ignored-keywords.ts";
import type {
  Annotations,
  Assertion,
  AssertionOf,
  Discriminator,
  NodeId,
  ValueType,
} from "../dialects/canonical-keywords.ts";

/** The place of a schema: a JSON Pointer into a document. */
export interface SchemaLocation {
  readonly document: Document;
  readonly pointer: string;
}

/** One schema: the conjunction of its assertions, with its annotations. */
export interface SchemaNode {
  readonly id: NodeId;
  readonly location: SchemaLocation;
  readonly assertions: readonly Assertion[];
  readonly annotations: Annotations;
  /** The keywords that mean nothing where the schema writes them. */
  readonly ignored: readonly IgnoredKeyword[];
  readonly discriminator?: Discriminator;
  /** The union as it was written, where its branches are narrowed by the discriminator. */
  readonly written?: AssertionOf<"anyOf" | "oneOf">;
}

/** What has been worked out about a node from all that it asserts. */
export interface NodeFacts {
  /** The types of which the node can accept a value; empty where it accepts none. */
  readonly types: ReadonlySet<ValueType>;
}

/** Which way the data goes that a variant of a schema describes. */
export type VariantKind = "input" | "output";

/** What a schema is a variant of. */
export interface Variant {
  readonly kind: VariantKind;
  /** The schema as it was written. */
  readonly of: NodeId;
}

/** The names that a declaration is exported by. */
export interface ExportNames {
  readonly type: string;
  readonly guard: string;
  readonly validator: string;
  readonly assertion: string;
  readonly standardSchema: string;
  /** The guard of values that are nested, where the schema comes back to itself; used as the collector. */
  readonly nestedGuard: string;
  /** The collector of issues, which other modules call; not part of a folder's index. */
  readonly collector: string;
}

/** A node that has a name: an input schema, a `$defs` member, or the target of a `$ref`. */
export interface Declaration {
  readonly node: NodeId;
  /** Tells its schema from every other, and is the same in every run. */
  readonly key: string;
  readonly name: string;
  /** Path of its module below the output folder, without extension: `vapi/Server`. */
  readonly module: string;
  /** True for an input schema: exported by its folder's index. */
  readonly root: boolean;
  /** True for what a dynamic scope makes of a schema that is declared, by itself, elsewhere. */
  readonly specialized: boolean;
  /** Present on a schema as it is on its way in or out. */
  readonly variant?: Variant;
  readonly exports: ExportNames;
  /** Path of its Markdown page below the output folder: `docs/vapi/Server.md`. */
  readonly docsPage: string;
  /** The anchor of its heading on that page; "" for the page itself. */
  readonly docsAnchor: string;
  /** The same on a page that its module has for itself, as each has one in the site. */
  readonly siteAnchor: string;
}

/** The type of an object that is written out inside a declaration, named by its path there. */
export interface InlineType {
  readonly node: NodeId;
  /** Tells it from every other, and is the same in every run. */
  readonly key: string;
  readonly name: string;
  /** The declaration that holds it. */
  readonly declaration: NodeId;
}

/** One emitted module: an input schema and the definitions that live in it. */
export interface SchemaModule {
  /** Path below the output folder, without extension: `vapi/Server`. */
  readonly path: string;
  readonly location: SchemaLocation;
  /** The root first, then its definitions in the order of their pointers. */
  readonly declarations: readonly Declaration[];
  /** In the order of the declarations that hold them, outer ones first. */
  readonly inlineTypes: readonly InlineType[];
}

/** The one model that types, guards and docs are made from. Free of dialects; names decided. */
export interface SchemaModel {
  readonly nodes: readonly SchemaNode[];
  readonly facts: readonly NodeFacts[];
  /** Sorted by path. */
  readonly modules: readonly SchemaModule[];
  /** From each folder below the output folder to its name in the index of the folder above. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly declarations: ReadonlyMap<NodeId, Declaration>;
  /**
   * Types alone: what they are made of is part of a declaration's guard. A schema that is specialised
   * elsewhere can be an inline type of several modules; one of them stands here.
   */
  readonly inlineTypes: ReadonlyMap<NodeId, InlineType>;
}
