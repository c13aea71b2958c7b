import { type EmitForm, emitForms } from "../config/config.ts";
import { type ManifestEntry, manifestFiles, manifestPath } from "./manifest.ts";
import { isPathInside } from "./output-path.ts";

/**
 * The files that a manifest accounted for before it was damaged, as far as its text still names them: one
 * that was cut off, or in which a merge has left its marks. Of a file that is none of ours there are none.
 */
export function damagedManifestFiles(text: string): string[] {
  // What a machine leaves that was switched off.
  if (/^\0*$/.test(text)) return [manifestPath];
  if (!text.includes('"generator": "schemaloom@')) return [];
  const emit: EmitForm = emitForms.find((form) => text.includes(`"emit": "${form}"`)) ?? "ts";
  const entries = ["module", "docs", "site"].flatMap((key) =>
    valuesOf(text, key).map((path) => ({ ...nameless, [key]: path })),
  );
  const emitted = valuesOf(text, "path").map((path) => ({ path, emitter: "" }));
  const files = manifestFiles({ version: 1, generator: "", emit, entries, failed: [], emitted });
  return files.filter(isPathInside);
}

const nameless: ManifestEntry = { source: "", pointer: "", name: "", root: true, hash: "" };

/** The texts that stand behind a key, which has a line of its own. */
function valuesOf(text: string, key: string): string[] {
  const line = new RegExp(`^\\s*"${key}": ("(?:[^"\\\\]|\\\\.)*"),?$`, "gm");
  return [...text.matchAll(line)].flatMap(([, value = '""']) => {
    try {
      return [JSON.parse(value) as string];
    } catch {
      return [];
    }
  });
}
