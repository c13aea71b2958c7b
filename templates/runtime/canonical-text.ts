import { deepText } from "./deep-text.ts";
import { scalarText } from "./scalar-text.ts";

/**
 * A JSON value as text: equal values have the same one, values that differ do not.
 *
 * @param depth how many levels above the value are written
 */
export function canonicalText(value: unknown, depth = 0): string {
  if (typeof value !== "object" || value === null) return scalarText(value);
  if (depth === 500) return deepText(value);
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalText(item, depth + 1)).join()}]`;
  let text = "{";
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) text += `${scalarText(name)}${canonicalText(member, depth + 1)},`;
  }
  return `${text}}`;
}
