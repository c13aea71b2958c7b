import { readFileSync } from "node:fs";
import { packageFile } from "../package-file.ts";
import { appendTokens, evaluatePointer, pointerTokens } from "../pointer/json-pointer.ts";

/** A schema that is an object, as all those of configs are. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON Schema of configs, which the package ships.
 */
export function readConfigSchema(): Schema {
  return JSON.parse(readFileSync(packageFile("config.schema.json"), "utf8")) as Schema;
}

/**
 * The schema that a keyword stands in.
 *
 * @param schemaPath the way to the keyword as an issue tells it, through each `$ref`
 */
export function schemaOfKeyword(root: Schema, schemaPath: string): Schema {
  let place: unknown = root;
  for (const token of pointerTokens(schemaPath.slice(1)).slice(0, -1)) {
    const found = evaluatePointer(place, appendTokens("", token));
    if (!found.found) return {};
    place = token === "$ref" ? target(root, found.value) : found.value;
  }
  return isSchema(place) ? place : {};
}

/**
 * The properties that a schema declares, itself or by what it refers to, with their schemas.
 */
export function declaredProperties(root: Schema, schema: Schema): ReadonlyMap<string, Schema> {
  const { properties, allOf, $ref } = schema;
  const joined: readonly unknown[] = Array.isArray(allOf) ? allOf : [];
  const parts = [...joined, target(root, $ref)].filter(isSchema);
  const own = isSchema(properties) ? Object.entries(properties) : [];
  return new Map([
    ...own.flatMap(([name, value]) => (isSchema(value) ? [[name, value] as const] : [])),
    ...parts.flatMap((part) => [...declaredProperties(root, part)]),
  ]);
}

/**
 * Says in words what a schema with a `type` expects.
 */
export function expectedValue(root: Schema, schema: Schema): string {
  const { type, items, additionalProperties } = schema;
  switch (type) {
    case "array":
      return `an array${membersOf(root, items)}`;
    case "object":
      return `an object${membersOf(root, additionalProperties)}`;
    case "boolean":
      return "true or false";
    default: {
      const types: readonly unknown[] = Array.isArray(type) ? type : [type];
      return types
        .map((each) => (each === "object" ? "an object" : `a ${String(each)}`))
        .join(" or ");
    }
  }
}

function membersOf(root: Schema, members: unknown): string {
  if (!isSchema(members)) return "";
  const referred = target(root, members["$ref"]);
  const choices = (isSchema(referred) ? referred : members)["enum"];
  if (Array.isArray(choices)) {
    return ` of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
  }
  return members["type"] === "string" ? " of strings" : "";
}

function target(root: Schema, reference: unknown): unknown {
  if (typeof reference !== "string") return undefined;
  const found = evaluatePointer(root, reference.slice(1));
  return found.found ? found.value : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
