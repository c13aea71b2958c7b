import { createHash } from "node:crypto";
import { compareCodeUnits } from "../text/order.ts";

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
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .sort(([left], [right]) => compareCodeUnits(left, right))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}
