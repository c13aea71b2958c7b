import { pascalCase } from "scule";

/**
 * A TypeScript type name for a text: the text itself where it is one already and begins with a
 * capital, else its words in Pascal case, with the case inside each word kept.
 */
export function typeName(text: string): string {
  // Most texts are one word of plain letters.
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(text)) return text.charAt(0).toUpperCase() + text.slice(1);
  if (/^\p{Lu}[\p{L}\p{N}_$]*$/u.test(text)) return text;
  const name = pascalCase(
    text
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .split(" "),
  );
  if (name === "") return "Schema";
  return /^\p{L}/u.test(name) ? name : `Schema${name}`;
}
