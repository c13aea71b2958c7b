import { isJsonObject } from "../dialects/subschemas.ts";
import type { InputSchema } from "../load/document.ts";
import { fileStem } from "../load/file-stem.ts";
import type { NameOptions } from "../options.ts";
import { evaluatePointer, pointerTokens } from "../pointer/json-pointer.ts";
import { typeName } from "./identifier.ts";

/** Reference tokens that say how something holds a schema, and nothing of what it is. */
const holderTokens: ReadonlySet<string> = new Set(["content", "schema", "properties"]);

/**
 * The name of an input schema: the one that a rename gives it; else X where its identifier points to
 * X in a document (`#/components/schemas/X`), or the key of a component; else the file's stem.
 * Options may prefer the file's stem, or the title.
 */
export function schemaName(schema: InputSchema, options: NameOptions): string {
  const { document, pointer } = schema;
  const renamed =
    options.rename.get(`${document.source}#${pointer}`) ??
    (pointer === "" ? options.rename.get(document.source) : undefined);
  if (renamed !== undefined) return renamed;
  const found = evaluatePointer(document.value, pointer);
  const value = found.found && isJsonObject(found.value) ? found.value : {};
  if (options.by === "title" && typeof value["title"] === "string") return typeName(value["title"]);
  if (pointer !== "") return typeName(componentName(pointer));
  if (options.by === "id") {
    const name = identifiedName(value["$id"] ?? value["id"]);
    if (name !== undefined) return typeName(name);
  }
  return typeName(fileStem(document));
}

/** What the members of each container of components are called, but for schemas. */
const componentKinds: ReadonlyMap<string, string> = new Map([
  ["parameters", "parameter"],
  ["headers", "header"],
  ["responses", "response"],
  ["requestBodies", "request body"],
  ["pathItems", "path item"],
  ["callbacks", "callback"],
]);

/**
 * The key of a component schema; of a schema elsewhere in an OpenAPI document, the words of the way
 * to it, so that it is no other's: `Limit parameter` for `/components/parameters/Limit/schema`.
 */
function componentName(pointer: string): string {
  const [container, kind = "", key = "", ...rest] = pointerTokens(pointer);
  if (container !== "components") return [kind, key, ...rest].filter(isTelling).join(" ");
  if (kind === "schemas" && rest.length === 0) return key;
  return [key, componentKinds.get(kind) ?? kind, ...rest.filter(isTelling)].join(" ");
}

function isTelling(token: string): boolean {
  return !holderTokens.has(token);
}

function identifiedName(identifier: unknown): string | undefined {
  if (typeof identifier !== "string" || !identifier.startsWith("#/")) return undefined;
  return pointerTokens(identifier.slice(1)).at(-1);
}
