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

/**
 * Reads what a schema says without constraining the instance (2020-12 validation §7 to §9).
 */
export function readAnnotations(
  schema: Readonly<Record<string, unknown>>,
  read: KeywordReader,
): Annotations {
  const example = read.has("example") ? [schema["example"]] : undefined;
  return present({
    title: read.string("title"),
    description: read.string("description"),
    deprecated: read.boolean("deprecated"),
    readOnly: read.boolean("readOnly"),
    writeOnly: read.boolean("writeOnly"),
    format: read.string("format"),
    contentEncoding: read.string("contentEncoding"),
    contentMediaType: read.string("contentMediaType"),
    default: read.has("default") ? { value: schema["default"] } : undefined,
    examples: read.array("examples") ?? example,
    enumMembers: readEnumMembers(schema),
    // No dialect's own keyword.
    tsType: typeof schema["tsType"] === "string" ? schema["tsType"] : undefined,
  });
}

function readEnumMembers(
  schema: Readonly<Record<string, unknown>>,
): ReadonlyMap<unknown, EnumMember> | undefined {
  const values: unknown = schema["enum"];
  if (!Array.isArray(values)) return undefined;
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

type Optional<Shape> = { readonly [Name in keyof Shape]: Shape[Name] | undefined };

/** Drops what is absent. */
function present(annotations: Optional<Required<Annotations>>): Annotations {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(annotations)) {
    if (value !== undefined) found[name] = value;
  }
  return found;
}
