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
  const places: SubschemaPlace[] = [];
  for (const keyword of Object.keys(schema)) addPlaces(places, schema, keyword, dialect);
  return places;
}

/** Definitions beside a `$ref` can be referred to, even where the `$ref` stands alone. */
function definitionPlaces(
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): SubschemaPlace[] {
  const places: SubschemaPlace[] = [];
  for (const keyword of dialect.definitionKeywords) {
    if (Object.hasOwn(schema, keyword)) addPlaces(places, schema, keyword, dialect);
  }
  return places;
}

function addPlaces(
  places: SubschemaPlace[],
  schema: Readonly<Record<string, unknown>>,
  keyword: string,
  dialect: Dialect,
): void {
  const shape = dialect.subschemaKeywords.get(keyword);
  if (shape === undefined) return;
  const value = schema[keyword];
  const path = `/${keyword}`;
  switch (shape) {
    case "schema":
      places.push({ keyword, path, value });
      break;
    case "array":
      addItems(places, keyword, path, value);
      break;
    case "schema-or-array":
      if (Array.isArray(value)) addItems(places, keyword, path, value);
      else places.push({ keyword, path, value });
      break;
    case "map":
      addMembers(places, keyword, path, value, () => true);
      break;
    case "schema-or-names-map":
      addMembers(places, keyword, path, value, (member) => !Array.isArray(member));
      break;
  }
}

function addItems(places: SubschemaPlace[], keyword: string, path: string, value: unknown): void {
  if (!Array.isArray(value)) return;
  for (const [index, item] of (value as readonly unknown[]).entries()) {
    places.push({ keyword, path: `${path}/${index}`, value: item });
  }
}

function addMembers(
  places: SubschemaPlace[],
  keyword: string,
  path: string,
  value: unknown,
  isSchema: (member: unknown) => boolean,
): void {
  if (!isJsonObject(value)) return;
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (isSchema(member)) places.push({ keyword, path: appendTokens(path, name), value: member });
  }
}
