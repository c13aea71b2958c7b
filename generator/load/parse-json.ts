import { parseTree, printParseErrorCode, type ParseError } from "jsonc-parser";
import type { SourceFile } from "../diagnostics/diagnostic.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";
import { type JsonPlaces, type Stretch, jsonPlaces } from "./json-places.ts";
import type { ParsedText, TextFault } from "./parsed-text.ts";
import { createTextPositions } from "./text-positions.ts";

/** A JSON text that was read, or what is wrong with it. */
export type ParsedJson =
  | (Extract<ParsedText, { readonly ok: true }> & Pick<Required<SourceFile>, "keyRangeOf">)
  | Extract<ParsedText, { readonly ok: false }>;

/** Later faults mostly follow from the first ones. */
const reportedFaults = 3;

/**
 * Reads a JSON text (RFC 8259); a byte order mark before it is passed over. Of equal keys in an
 * object the last one counts, as `JSON.parse` has it.
 */
export function parseJson(text: string): ParsedJson {
  // A space keeps the offsets of what follows.
  const json = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (fault) {
    return { ok: false, faults: findFaults(json, fault) };
  }
  const positions = createTextPositions(json);
  let places: JsonPlaces | undefined;
  const rangeOf = ({ start, end }: Stretch) => positions.rangeAt(start, end);
  return {
    ok: true,
    value,
    rangeOf(pointer) {
      places ??= jsonPlaces(json);
      return rangeOf(places.valueAt(pointerTokens(pointer)));
    },
    keyRangeOf(pointer) {
      places ??= jsonPlaces(json);
      const key = places.keyAt(pointerTokens(pointer));
      return key && rangeOf(key);
    },
  };
}

function collectErrors(json: string, errors: ParseError[]): void {
  try {
    parseTree(json, errors, { disallowComments: true });
  } catch (fault) {
    // The parser recurses, and a text may be nested too deep for that.
    if (!(fault instanceof RangeError)) throw fault;
  }
}

function findFaults(json: string, thrown: unknown): TextFault[] {
  const positions = createTextPositions(json);
  const errors: ParseError[] = [];
  collectErrors(json, errors);
  const faults: TextFault[] = [];
  let misspelt = false;
  for (const error of errors) {
    const range = positions.rangeAt(error.offset, error.offset + error.length);
    const code = printParseErrorCode(error.error);
    const structural = code.endsWith("Expected");
    // What the parser misses behind a token that is none, it mostly misses because of that.
    if (structural && misspelt) continue;
    // Text is left over behind every object or array that a fault has ended too early.
    if (code === "EndOfFileExpected" && faults.length > 0) continue;
    misspelt ||= !structural;
    if (faults.at(-1)?.range.start.line === range.start.line) continue;
    faults.push({ code: "invalid-json", range, ...describe(json, error) });
    if (faults.length === reportedFaults) break;
  }
  if (faults.length > 0) return faults;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const range = positions.rangeAt(0, 0);
  return [{ code: "invalid-json", range, message, help: "the file must hold one JSON value" }];
}

/** What each error of jsonc-parser expected in place of what it found, and how to mend it. */
const errorTexts: ReadonlyMap<string, { readonly expected: string; readonly help: string }> =
  new Map([
    [
      "InvalidSymbol",
      {
        expected: "a JSON token",
        help: "strings and names stand in double quotes; the only bare words are true, false and null",
      },
    ],
    [
      "InvalidNumberFormat",
      {
        expected: "a number",
        help: "a number has no leading zero and a digit on each side of its point",
      },
    ],
    [
      "PropertyNameExpected",
      {
        expected: "a property name in double quotes",
        help: "no comma stands before the closing brace of an object",
      },
    ],
    [
      "ValueExpected",
      {
        expected: "a value",
        help: "no comma stands before the closing bracket of an array, and no value is left out",
      },
    ],
    [
      "ColonExpected",
      { expected: '":" behind the property name', help: 'a property is written as "name": value' },
    ],
    [
      "CommaExpected",
      {
        expected: '"," or the end of the object or array',
        help: "properties and items are separated by commas",
      },
    ],
    ["CloseBraceExpected", { expected: '"}"', help: "close the object" }],
    ["CloseBracketExpected", { expected: '"]"', help: "close the array" }],
    ["EndOfFileExpected", { expected: "the end of the file", help: "a file holds one JSON value" }],
    [
      "InvalidCommentToken",
      {
        expected: "no comment",
        help: "JSON has no comments; a schema says such things in $comment",
      },
    ],
    [
      "UnexpectedEndOfComment",
      {
        expected: "no comment",
        help: "JSON has no comments; a schema says such things in $comment",
      },
    ],
    [
      "UnexpectedEndOfString",
      {
        expected: "the closing quote of a string",
        help: "close the string on the line that it starts on",
      },
    ],
    ["UnexpectedEndOfNumber", { expected: "a digit", help: "a number ends in a digit" }],
    [
      "InvalidUnicode",
      { expected: "four hexadecimal digits behind \\u", help: "a character is escaped as \\u0041" },
    ],
    [
      "InvalidEscapeCharacter",
      {
        expected: "a valid escape sequence",
        help: 'the escapes are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX',
      },
    ],
    [
      "InvalidCharacter",
      {
        expected: "no control character in a string",
        help: "write it as an escape, such as \\t or \\n",
      },
    ],
  ]);

function describe(json: string, error: ParseError): Pick<TextFault, "message" | "help"> {
  const { expected, help } = errorTexts.get(printParseErrorCode(error.error)) ?? {
    expected: "JSON",
    help: "the file must hold one JSON value",
  };
  const text = json.slice(error.offset, error.offset + Math.min(error.length, 20));
  const found = text === "" ? "the end of the file" : JSON.stringify(text);
  return { message: `expected ${expected}, found ${found}`, help };
}
