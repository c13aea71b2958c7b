import { appendTokens } from "../pointer/json-pointer.ts";
import type { Dialect } from "./dialect.ts";

/** A place where a schema stands inside another. */
export interface SubschemaPlace {
  /** The keyword that holds it. */
  readonly keyword: string;
  /** JSON Pointer from the outer schema to this one. */
  readonly path: string;
  readonly value: unknown;
}

/**
 * Whether a value is an object of JSON: the form of every schema but the boolean ones.
 */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Every place below a schema where its dialect has a schema stand, in the order of the source. Data
 * under `enum`, `const`, `default` or `examples` and members of unknown keywords are no such places,
 * and neither is a property's name a keyword.
 */
export function subschemaPlaces(schema: unknown, dialect: Dialect): SubschemaPlace[] {
  if (!isJsonObject(schema)) return [];
  if (dialect.refStandsAlone && typeof schema["$ref"] === "string") {
    return definitionPlaces(schema, dialect);
  }
  return Object.keys(schema).flatMap((keyword) => placesOf(schema, keyword, dialect));
}

/** Definitions beside a `$ref` can be referred to, even where the `$ref` stands alone. */
function definitionPlaces(
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): SubschemaPlace[] {
  return dialect.definitionKeywords
    .filter((keyword) => Object.hasOwn(schema, keyword))
    .flatMap((keyword) => placesOf(schema, keyword, dialect));
}

function placesOf(
  schema: Readonly<Record<string, unknown>>,
  keyword: string,
  dialect: Dialect,
): SubschemaPlace[] {
  const shape = dialect.subschemaKeywords.get(keyword);
  if (shape === undefined) return [];
  const value = schema[keyword];
  const path = appendTokens("", keyword);
  switch (shape) {
    case "schema":
      return [{ keyword, path, value }];
    case "array":
      return arrayPlaces(keyword, path, value);
    case "schema-or-array":
      return Array.isArray(value) ? arrayPlaces(keyword, path, value) : [{ keyword, path, value }];
    case "map":
      return mapPlaces(keyword, path, value);
    case "schema-or-names-map":
      return mapPlaces(keyword, path, value).filter((place) => !Array.isArray(place.value));
  }
}

function arrayPlaces(keyword: string, path: string, value: unknown): SubschemaPlace[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).map((member, index) => ({
    keyword,
    path: appendTokens(path, index),
    value: member,
  }));
}

function mapPlaces(keyword: string, path: string, value: unknown): SubschemaPlace[] {
  if (!isJsonObject(value)) return [];
  return Object.keys(value).map((name) => ({
    keyword,
    path: appendTokens(path, name),
    value: value[name],
  }));
}
