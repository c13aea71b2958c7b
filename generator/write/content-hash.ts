import { createHash } from "node:crypto";

/**
 * The SHA-256 of a text's UTF-8 bytes, in hexadecimal.
 */
export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * The SHA-256 of a JSON value, in hexadecimal; the same whatever the order of object keys.
 */
export function hashJson(value: unknown): string {
  return hashText(canonicalJson(value));
}

/**
 * Writes a JSON value in its canonical form: no white space, keys sorted by UTF-16 code units
 * (RFC 8785 §3.2).
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) {
      text += `${text === "" ? "" : ","}${canonicalJson(item)}`;
    }
    return `[${text}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  // What `sort` compares by itself are code units.
  for (const key of Object.keys(members).sort()) {
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(members[key])}`;
  }
  return `{${text}}`;
}
