import type { Annotations, EnumMember } from "./canonical-keywords.ts";
import type { KeywordReader } from "./keyword-values.ts";
import { isJsonObject } from "./subschemas.ts";

/**
 * Keywords of editors and generators that describe or name the values of `enum`, those that others
 * give way to first. None is a dialect's own.
 */
const descriptionKeywords = [
  "markdownEnumDescriptions",
  "enumDescriptions",
  "x-enumDescriptions",
  "x-enum-descriptions",
];
const nameKeywords = ["x-enum-varnames", "x-enumNames", "tsEnumNames"];
const memberKeywords = [...nameKeywords, ...descriptionKeywords];

type MutableAnnotations = { -readonly [Name in keyof Annotations]: Annotations[Name] };

/** Reads one keyword into annotations, where it is well-formed. */
type AnnotationReader = (annotations: MutableAnnotations, read: KeywordReader) => void;

const annotationReaders: ReadonlyMap<string, AnnotationReader> = new Map<string, AnnotationReader>([
  ...(["title", "description", "format", "contentEncoding", "contentMediaType"] as const).map(
    (name) => readerOf(name, (read) => read.string(name)),
  ),
  ...(["deprecated", "readOnly", "writeOnly"] as const).map((name) =>
    readerOf(name, (read) => read.boolean(name)),
  ),
  readerOf("examples", (read) => read.array("examples")),
]);

function readerOf<Name extends keyof Annotations>(
  name: Name,
  read: (reader: KeywordReader) => MutableAnnotations[Name] | undefined,
): readonly [string, AnnotationReader] {
  return [
    name,
    (annotations, reader) => {
      const value = read(reader);
      if (value !== undefined) annotations[name] = value;
    },
  ];
}

/**
 * Reads what a schema says without constraining the instance (2020-12 validation §7 to §9).
 */
export function readAnnotations(
  schema: Readonly<Record<string, unknown>>,
  read: KeywordReader,
): Annotations {
  const annotations: MutableAnnotations = {};
  for (const keyword of Object.keys(schema)) annotationReaders.get(keyword)?.(annotations, read);
  if (read.has("default")) annotations.default = { value: schema["default"] };
  if (annotations.examples === undefined && read.has("example")) {
    annotations.examples = [schema["example"]];
  }
  const enumMembers = readEnumMembers(schema);
  if (enumMembers !== undefined) annotations.enumMembers = enumMembers;
  // No dialect's own keyword.
  const { tsType } = schema;
  if (typeof tsType === "string") annotations.tsType = tsType;
  return annotations;
}

function readEnumMembers(
  schema: Readonly<Record<string, unknown>>,
): ReadonlyMap<unknown, EnumMember> | undefined {
  const values: unknown = schema["enum"];
  if (!Array.isArray(values) || !memberKeywords.some((keyword) => keyword in schema)) {
    return undefined;
  }
  const members = values.flatMap((value: unknown, index) => {
    const find = (keyword: string) => textFor(schema[keyword], value, index) ?? [];
    const [name] = nameKeywords.flatMap(find);
    const [description] = descriptionKeywords.flatMap(find);
    if (name === undefined && description === undefined) return [];
    const member = { ...(name && { name }), ...(description && { description }) };
    return [[value, member] as const];
  });
  return members.length === 0 ? undefined : new Map(members);
}

/** The text that a list has at the place of a value, or a map under the value; not an empty one. */
function textFor(told: unknown, value: unknown, index: number): string | undefined {
  const text = Array.isArray(told) ? (told[index] as unknown) : entryOf(told, value);
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

function entryOf(map: unknown, value: unknown): unknown {
  if (!isJsonObject(map) || (typeof value === "object" && value !== null)) return undefined;
  const key = String(value);
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
