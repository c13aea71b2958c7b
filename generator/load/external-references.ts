import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * The files that a value refers to by the `$ref` and `$dynamicRef` below it, as absolute file URLs
 * without fragment. A reference is taken relative to the file that it stands in, whatever `$id` is
 * around it; one that is no URI reference, or leads to no file, is passed over.
 */
export function externalReferences(value: unknown, file: string): string[] {
  const base = pathToFileURL(file).href;
  const references = new Set<string>();
  const seen = new Set<object>();
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const [key, child] of Object.entries(next) as [string, unknown][]) {
      if ((key === "$ref" || key === "$dynamicRef") && typeof child === "string") {
        const url = fileUrl(child, base);
        if (url !== undefined && url !== base) references.add(url);
      } else {
        pending.push(child);
      }
    }
  }
  return [...references];
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
