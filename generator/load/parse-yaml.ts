import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document as YamlDocument,
  type Node,
  type YAMLError,
} from "yaml";
import type { SourceRange } from "../diagnostics/diagnostic.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";
import type { ParsedText, TextFault } from "./parsed-text.ts";
import { type TextPositions, createTextPositions } from "./text-positions.ts";

/** How many values the aliases of a text may stand for; the default of 100 is soon reached. */
const mostAliases = 10_000;

/**
 * Reads a YAML 1.2 text (core schema, with merge keys) that stands for a JSON value. Mapping keys
 * are taken as the strings that they are written as. What JSON has no value for, such as `.nan`, a
 * tag of its own or an alias inside what it stands for, is a fault.
 */
export function parseYaml(text: string): ParsedText {
  const positions = createTextPositions(text);
  try {
    return parseText(text, positions);
  } catch (fault) {
    // The parser recurses, and a text may be nested too deep for that.
    if (!(fault instanceof RangeError)) throw fault;
    const message = "the text is nested too deep to be read";
    const help = "move inner schemas to $defs, and refer to them by $ref";
    return {
      ok: false,
      faults: [{ code: "schema-too-deep", message, help, range: positions.rangeAt(0, 0) }],
    };
  }
}

function parseText(text: string, positions: TextPositions): ParsedText {
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: true,
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const faults = [...syntaxFaults(document), ...valueFaults(document)].map(
    ({ offsets: [start, end], message, help }): TextFault => ({
      code: "invalid-yaml",
      message,
      help,
      range: positions.rangeAt(start, end),
    }),
  );
  if (faults.length > 0) return { ok: false, faults };
  try {
    return {
      ok: true,
      value: document.toJS({ maxAliasCount: mostAliases }),
      rangeOf: (pointer): SourceRange => {
        const [start, end] = nearestOffsets(document, pointerTokens(pointer));
        return positions.rangeAt(start, end);
      },
    };
  } catch (fault) {
    if (!(fault instanceof ReferenceError || fault instanceof RangeError)) throw fault;
    const message = "the aliases unfold to too large a value";
    const help = "write out the parts that *aliases repeat, or share them by $ref";
    return {
      ok: false,
      faults: [{ code: "invalid-yaml", message, help, range: positions.rangeAt(0, 0) }],
    };
  }
}

type Offsets = readonly [start: number, end: number];

interface YamlFault {
  readonly offsets: Offsets;
  readonly message: string;
  readonly help: string;
}

function syntaxFaults(document: YamlDocument): YamlFault[] {
  return [
    ...document.errors.map((error) => ({ offsets: error.pos, ...describeError(error) })),
    ...document.warnings
      .filter(({ code }) => code === "TAG_RESOLVE_FAILED")
      .map(({ pos, message }) => ({
        offsets: pos,
        message: lowerFirst(message),
        help: "only values that JSON has can stand in a schema: leave out the tag",
      })),
  ];
}

/** The errors of `yaml` whose own words say less than ours can. */
const errorTexts: ReadonlyMap<string, Pick<YamlFault, "message" | "help">> = new Map([
  ["DUPLICATE_KEY", { message: "the mapping has this key twice", help: "keep one of the two" }],
  [
    "MULTIPLE_DOCS",
    {
      message: "the file holds more than one YAML document",
      help: 'put what follows "---" into a file of its own',
    },
  ],
  [
    "NON_STRING_KEY",
    {
      message: "the key of a mapping is not a plain scalar",
      help: "property names of JSON are strings: write the key as one",
    },
  ],
]);

function describeError({ code, message }: YAMLError): Pick<YamlFault, "message" | "help"> {
  return (
    errorTexts.get(code) ?? { message: lowerFirst(message), help: "the file must be YAML 1.2" }
  );
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** What is valid YAML, but no value of JSON. */
function valueFaults(document: YamlDocument): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Scalar(_key, scalar) {
      if (typeof scalar.value !== "number" || Number.isFinite(scalar.value)) return;
      faults.push({
        offsets: offsetsOf(scalar),
        message: `${scalar.source ?? String(scalar.value)} is no number of JSON`,
        help: "numbers of JSON are finite; a string stands in quotes",
      });
    },
    Pair(_key, { key, value }) {
      if (!isScalar(key) || key.source !== "<<" || isMergeable(value, document)) return;
      faults.push({
        offsets: isNode(value) ? offsetsOf(value) : offsetsOf(key),
        message: "what << merges is not a mapping",
        help: "<< takes an alias of a mapping, or a list of them; a property of that name is quoted",
      });
    },
    Alias(_key, alias, path) {
      const target = alias.resolve(document);
      if (target === undefined) {
        faults.push({
          offsets: offsetsOf(alias),
          message: `alias *${alias.source} has no anchor before it`,
          help: `write &${alias.source} before the value that it stands for`,
        });
      } else if (path.some((ancestor) => ancestor === target)) {
        faults.push({
          offsets: offsetsOf(alias),
          message: `alias *${alias.source} stands inside the value that it stands for`,
          help: "a schema that contains itself says so by $ref",
        });
      }
    },
  });
  return faults;
}

/** Whether a merge key (`<<`) can take the value; an alias that leads nowhere is its own fault. */
function isMergeable(value: unknown, document: YamlDocument): boolean {
  if (!isAlias(value))
    return (
      isMap(value) || (isSeq(value) && value.items.every((item) => isMap(item) || isAlias(item)))
    );
  const target = value.resolve(document);
  return target === undefined || isMergeable(target, document);
}

function offsetsOf(node: Node): Offsets {
  return node.range ? [node.range[0], node.range[1]] : [0, 0];
}

function nearestOffsets(document: YamlDocument, tokens: readonly string[]): Offsets {
  let offsets: Offsets = isNode(document.contents) ? offsetsOf(document.contents) : [0, 0];
  let node: unknown = document.contents;
  for (const token of tokens) {
    const child = childAt(node, token, document);
    if (child === undefined) break;
    node = child.value;
    offsets = isNode(child.value)
      ? offsetsOf(child.value)
      : child.key
        ? offsetsOf(child.key)
        : offsets;
  }
  return offsets;
}

interface Child {
  readonly key: Node | undefined;
  readonly value: unknown;
}

/** The child that a reference token leads to, through aliases and merge keys (`<<`). */
function childAt(parent: unknown, token: string, document: YamlDocument): Child | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const value = node.items[Number(token)];
    return isNode(value) ? { key: undefined, value } : undefined;
  }
  if (!isMap(node)) return undefined;
  const merged: unknown[] = [];
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    if (String(key.value) === token) return { key, value };
    if (key.source === "<<") merged.push(isSeq(value) ? value.items : [value]);
  }
  for (const source of merged.flat()) {
    const child = childAt(source, token, document);
    if (child !== undefined) return child;
  }
  return undefined;
}
