import { upperFirst } from "scule";

/**
 * A TypeScript type name for a text: the text itself where it is one already and begins with a
 * capital, else its words in Pascal case, with the case inside each word kept.
 */
export function typeName(text: string): string {
  // Most texts are one word of plain letters, and nearly all are ASCII.
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(text)) return upperFirst(text);
  if (typeNameText.test(text)) return text;
  const words = text.match(/^[\0-~]*$/.test(text) ? asciiWord : word) ?? [];
  const name = words.map((each) => upperFirst(each)).join("");
  if (name === "") return "Schema";
  return letterFirst.test(name) ? name : `Schema${name}`;
}

const typeNameText = /^\p{Lu}[\p{L}\p{N}_$]*$/u;
const asciiWord = /[A-Za-z0-9]+/g;
const word = /[\p{L}\p{N}]+/gu;
const letterFirst = /^\p{L}/u;
