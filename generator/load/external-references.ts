import { fileURLToPath, pathToFileURL } from "node:url";
import { mappingEntries } from "../dialects/discriminator.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import { decodeFragment, evaluatePointer } from "../pointer/json-pointer.ts";
import type { Document } from "./document.ts";
import { componentSchemas } from "./recognise.ts";

/**
 * The files that the schemas of a document refer to by `$ref`, `$dynamicRef` and the mapping of a
 * `discriminator`, as absolute file URLs without fragment. A reference is taken relative to the file that it stands in, whatever `$id`
 * is around it; one that is no URI reference, or leads to no file, is passed over. Of an OpenAPI
 * document, the component schemas count, and what they refer to elsewhere in it.
 */
export function externalReferences({ path, kind, value }: Document): string[] {
  const base = pathToFileURL(path).href;
  const references = new Set<string>();
  const follow = (reference: string) => {
    if (reference.startsWith("#")) {
      if (reference.startsWith("#/"))
        pending.push(valueAt(value, decodeFragment(reference.slice(1))));
      return;
    }
    const url = fileUrl(reference, base);
    if (url !== undefined && url !== base) references.add(url);
  };
  const seen = new Set<object>();
  const pending = [kind === "schema" ? value : valueAt(value, componentSchemas)];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const key of Object.keys(next)) {
      const child = (next as Readonly<Record<string, unknown>>)[key];
      if (typeof child === "object") pending.push(child);
      else if ((key === "$ref" || key === "$dynamicRef") && typeof child === "string") {
        follow(child);
      }
    }
    if ("discriminator" in next && isJsonObject(next)) {
      for (const { written } of mappingEntries(next)) follow(written);
    }
  }
  return [...references];
}

function valueAt(document: unknown, pointer: string): unknown {
  const found = evaluatePointer(document, pointer);
  return found.found ? found.value : undefined;
}

/** The one spelling of a file's URL, however a reference escapes it. */
function fileUrl(reference: string, base: string): string | undefined {
  if (!URL.canParse(reference, base)) return undefined;
  const url = new URL(reference, base);
  try {
    return url.protocol === "file:" ? pathToFileURL(fileURLToPath(url)).href : undefined;
  } catch {
    // No path of this machine: another host, or an escaped slash.
    return undefined;
  }
}
