/** A JSON value as text: equal values have the same one, values that differ do not. */
export function canonicalText(value: unknown): string {
  if (typeof value === "string") return `${value.length}"${value}`;
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  let text = "{";
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined) text += `${canonicalText(name)}${canonicalText(member)},`;
  }
  return `${text}}`;
}
