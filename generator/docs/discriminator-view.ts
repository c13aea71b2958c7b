import type { AssertionOf } from "../dialects/canonical-keywords.ts";
import { assertionOf } from "../model/assertion-of.ts";
import { discriminatedUnion, extendingSchemas } from "../model/discriminators.ts";
import type { SchemaNode } from "../model/model.ts";
import { tagOf } from "../model/tags.ts";
import type { Markup } from "./markup.ts";
import { schemaWords, type Wording } from "./type-words.ts";

/** What tells the variants of a union apart. */
export interface TagWords {
  readonly property: string;
  /** Whether the guard leaves it unchecked. */
  readonly isNote: boolean;
  /** The values of the property, for each variant. */
  readonly values: readonly string[];
}

/** The schemas that extend one by `allOf` and are named by its discriminator. */
export interface ExtensionView {
  readonly tag: string;
  readonly schemas: readonly { readonly tagValues: string; readonly type: string }[];
}

/**
 * Says what tells the variants of a union apart: a tag that the variants prove, or a discriminator.
 */
export function tagWords(
  { model, markup }: Pick<Wording, "model" | "markup">,
  node: SchemaNode,
  { keyword, subschemas }: AssertionOf<"anyOf" | "oneOf">,
): TagWords | undefined {
  const tag = tagOf(model, subschemas);
  if (tag !== undefined) {
    const values = tag.branches.map((branch) => valuesWords(markup, branch.values));
    return { property: markup.code(tag.property), isNote: false, values };
  }
  const union = discriminatedUnion(model, node);
  if (union?.assertion.keyword !== keyword) return undefined;
  return {
    property: markup.code(union.discriminator.property),
    isNote: node.written === undefined,
    values: union.branches.map((branch) => valuesWords(markup, branch.values, branch.fallback)),
  };
}

/**
 * Makes the view of the schemas that the discriminator of a schema without a union names.
 */
export function extensionViews(wording: Wording, node: SchemaNode): ExtensionView[] {
  const { model, markup } = wording;
  const { discriminator } = node;
  const isUnion = [assertionOf(node, "oneOf"), assertionOf(node, "anyOf")].some(Boolean);
  if (discriminator === undefined || isUnion) return [];
  const schemas = extendingSchemas(model, node, model.declarations.keys())
    .filter(({ node: id, values }) => {
      const isNamed = values.length > 0 || id === discriminator.fallback;
      return isNamed && model.declarations.has(id);
    })
    .map((each) => ({
      tagValues: valuesWords(markup, each.values, each.node === discriminator.fallback),
      type: schemaWords(wording, each.node),
    }));
  return schemas.length === 0 ? [] : [{ tag: markup.code(discriminator.property), schemas }];
}

function valuesWords({ json }: Markup, values: readonly string[], fallback = false): string {
  return [...values.map(json), ...(fallback ? ["any other, or none"] : [])].join(" or ");
}
