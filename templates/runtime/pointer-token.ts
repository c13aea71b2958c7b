/** A property name as a reference token of a JSON Pointer (RFC 6901 §3). */
export function pointerToken(name: string): string {
  const escaped = name.includes("~") ? name.replace(/~/g, "~0") : name;
  return escaped.includes("/") ? escaped.replace(/\//g, "~1") : escaped;
}
