import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { InlineType } from "../model/model.ts";
import type { InlinePlace } from "./module-places.ts";

/**
 * Names the types of objects and of lists of values that are written out inside the declarations of
 * one module, by the path that leads to each: the property `server` of `Phone` is `PhoneServer`. A
 * name that is taken is not given again, and the type stays where it is.
 *
 * @param declared the names of the module's declarations
 * @param fixed the names that are settled before any other is given, by the keys of their schemas
 * @returns in the order of the places
 */
export function nameInlineTypes(
  places: readonly InlinePlace[],
  declared: ReadonlyMap<NodeId, string>,
  fixed: ReadonlyMap<string, string>,
): InlineType[] {
  const taken = new Set([...declared.values(), ...fixed.values()]);
  // Variants of a schema share what is the same in them.
  const fixedName = (key: string) => (fixed.size === 0 ? undefined : fixed.get(key));
  const named = new Set(
    places.filter(({ key }) => fixedName(key) !== undefined).map(({ node }) => node),
  );
  return places.flatMap(({ node, key, declaration, words }) => {
    const settled = fixedName(key);
    const name = settled ?? `${declared.get(declaration) ?? ""}${words}`;
    if (settled === undefined && (taken.has(name) || named.has(node))) return [];
    taken.add(name);
    named.add(node);
    return [{ node, key, name, declaration }];
  });
}
