import type { Declaration, SchemaModel } from "../model/model.ts";
import { conjunctsOf } from "./inline-schemas.ts";
import type { Markup } from "./markup.ts";
import type { Part } from "./parts.ts";
import type { Wording } from "./type-words.ts";

/**
 * The wording of the schemas of one section of a page.
 *
 * @param parts what has a place of its own in the section
 * @param targetOf what leads from the page to a declaration
 */
export function pageWording(
  model: SchemaModel,
  markup: Markup,
  parts: readonly Part[],
  targetOf: (declaration: Declaration) => string,
): Wording {
  const anchors = new Map(parts.map((part) => [part.node, part.anchor]));
  // What the members of an `allOf` say stands in the place of the schema that holds them.
  for (const [id, anchor] of [...anchors]) {
    for (const member of conjunctsOf(model, id)) anchors.set(member.id, anchor);
  }
  return {
    model,
    markup,
    declarationLink: (id) => {
      const declaration = model.declarations.get(id);
      if (declaration === undefined) throw new RangeError(`node ${id} is no declaration`);
      return markup.link(markup.code(declaration.name), targetOf(declaration));
    },
    anchorOf: (id) => anchors.get(id),
    place: new Set(),
  };
}
