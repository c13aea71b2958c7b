import { isJsonObject } from "../dialects/subschemas.ts";
import type { InputSchema } from "../load/document.ts";
import { fileStem } from "../load/file-stem.ts";
import type { NameOptions } from "../options.ts";
import { evaluatePointer, pointerTokens } from "../pointer/json-pointer.ts";
import { typeName } from "./identifier.ts";

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

/** The key of a component; of a schema elsewhere in a document, that of the part it belongs to. */
function componentName(pointer: string): string {
  const tokens = pointerTokens(pointer);
  const last = tokens.at(-1) ?? "";
  return last === "schema" ? `${tokens.at(-2) ?? ""} schema` : last;
}

function identifiedName(identifier: unknown): string | undefined {
  if (typeof identifier !== "string" || !identifier.startsWith("#/")) return undefined;
  return pointerTokens(identifier.slice(1)).at(-1);
}
