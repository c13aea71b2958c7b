import type { Document } from "../load/document.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import type { Declaration, SchemaLocation } from "../model/model.ts";
import { schemaKey } from "../names/schema-key.ts";
import type { GenerateOptions } from "../options.ts";
import { evaluatePointer, parentPointer, pointerTokens } from "../pointer/json-pointer.ts";
import type { SchemaPlace } from "../resolve/resources.ts";

/**
 * Says why a schema has its dialect.
 */
export function dialectReason(
  { document, pointer, dialect }: SchemaPlace,
  { defaultDialect }: Pick<GenerateOptions, "defaultDialect">,
): string {
  for (let place: string | undefined = pointer; place !== undefined; place = parentPointer(place)) {
    const declared = memberAt(document, place, "$schema");
    if (typeof declared === "string") return `"$schema" at #${place} is ${declared}`;
  }
  if (document.kind !== "schema") {
    const declared = memberAt(document, "", "jsonSchemaDialect");
    if (document.kind !== "openapi-3.0" && typeof declared === "string") {
      return `"jsonSchemaDialect" of the OpenAPI document is ${declared}`;
    }
    return `that of an OpenAPI document whose "openapi" is ${String(memberAt(document, "", "openapi"))}`;
  }
  return dialect.name === defaultDialect
    ? 'there is no "$schema", so it has the default'
    : 'there is no "$schema", so it has that of what refers to it';
}

/**
 * Says why a declaration has its name.
 *
 * @param locked the names that `names.lock.json` keeps
 */
export function nameReason(
  { key, name, root }: Declaration,
  location: SchemaLocation,
  { names }: Pick<GenerateOptions, "names">,
  locked: ReadonlyMap<string, string>,
): string {
  const { document, pointer } = location;
  const whole = pointer === "" ? names.rename.get(document.source) : undefined;
  if ((names.rename.get(schemaKey(location)) ?? whole) === name) {
    return '"names.rename" of the config';
  }
  const rule = root ? rootRule(location, names.by) : innerRule(pointer);
  return locked.get(key) === name ? `${rule}; names.lock.json keeps it` : rule;
}

function rootRule({ document, pointer }: SchemaLocation, by: string): string {
  if (by === "title" && typeof memberAt(document, pointer, "title") === "string")
    return "its title";
  if (pointer !== "") return "its key in the OpenAPI document";
  const identifier = memberAt(document, "", "$id") ?? memberAt(document, "", "id");
  return by === "id" && typeof identifier === "string" && identifier.startsWith("#/")
    ? "the component that its identifier points to"
    : "its file's name";
}

function innerRule(pointer: string): string {
  const container = pointerTokens(pointer).at(-2);
  return container === "$defs" || container === "definitions"
    ? "its key among the definitions"
    : "the way to it, since a reference leads there";
}

function memberAt(document: Document, pointer: string, key: string): unknown {
  const found = evaluatePointer(document.value, pointer);
  return found.found && isJsonObject(found.value) ? found.value[key] : undefined;
}
