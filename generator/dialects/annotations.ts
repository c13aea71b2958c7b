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

/**
 * Reads what a schema says without constraining the instance (2020-12 validation §7 to §9).
 */
export function readAnnotations(
  schema: Readonly<Record<string, unknown>>,
  read: KeywordReader,
): Annotations {
  const annotations: MutableAnnotations = {};
  set(annotations, "title", read.string("title"));
  set(annotations, "description", read.string("description"));
  set(annotations, "deprecated", read.boolean("deprecated"));
  set(annotations, "readOnly", read.boolean("readOnly"));
  set(annotations, "writeOnly", read.boolean("writeOnly"));
  set(annotations, "format", read.string("format"));
  set(annotations, "contentEncoding", read.string("contentEncoding"));
  set(annotations, "contentMediaType", read.string("contentMediaType"));
  set(annotations, "default", read.has("default") ? { value: schema["default"] } : undefined);
  set(annotations, "examples", read.array("examples") ?? exampleOf(schema, read));
  set(annotations, "enumMembers", readEnumMembers(schema));
  // No dialect's own keyword.
  const { tsType } = schema;
  set(annotations, "tsType", typeof tsType === "string" ? tsType : undefined);
  return annotations;
}

type MutableAnnotations = { -readonly [Name in keyof Annotations]: Annotations[Name] };

/** Sets what is not absent. */
function set<Name extends keyof Annotations>(
  annotations: MutableAnnotations,
  name: Name,
  value: MutableAnnotations[Name] | undefined,
): void {
  if (value !== undefined) annotations[name] = value;
}

function exampleOf(
  schema: Readonly<Record<string, unknown>>,
  read: KeywordReader,
): readonly unknown[] | undefined {
  return read.has("example") ? [schema["example"]] : undefined;
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
