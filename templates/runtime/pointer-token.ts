/** A property name as a reference token of a JSON Pointer (RFC 6901 §3). */
export function pointerToken(name: string): string {
  return name.replace(/~/g, "~0").replace(/\//g, "~1");
}
