/** A partial on a line of its own, given nothing but what its template is given. */
const standalone = /^\{\{> (?<name>[\w/-]+)\}\}\n/gm;

/**
 * A template with the texts of partials in place of their names, which renders the same sooner. A
 * partial inside itself stays a name.
 *
 * @param partials the texts of partials by their names
 * @param around the names of the partials that the text is a part of
 */
export function inlinePartials(
  text: string,
  partials: ReadonlyMap<string, string>,
  around: readonly string[] = [],
): string {
  return text.replaceAll(standalone, (line, name: string) => {
    const partial = around.includes(name) ? undefined : partials.get(name);
    if (partial?.endsWith("\n") !== true) return line;
    return inlinePartials(partial, partials, [...around, name]);
  });
}
