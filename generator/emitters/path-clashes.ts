import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { foldersAbove } from "../write/output-path.ts";
import type { Emitter } from "./emitter.ts";

/** A path, and the emitter whose file has it; `undefined` for the output's own. */
interface Owner {
  readonly path: string;
  readonly emitter: string | undefined;
}

/**
 * Reports each file of an emitter that cannot stand beside another one: their paths are the same on a
 * file system that does not tell case, or one is a folder of the other.
 *
 * @param taken the paths of the files that the output has without emitters
 */
export function pathClashes(
  files: readonly { readonly path: string; readonly emitter: string }[],
  taken: Iterable<string>,
): Diagnostic[] {
  const owners = new Map<string, Owner>();
  const folders = new Map<string, Owner>();
  const add = (owner: Owner) => {
    const key = keyOf(owner.path);
    if (!owners.has(key)) owners.set(key, owner);
    for (const folder of foldersAbove(key)) if (!folders.has(folder)) folders.set(folder, owner);
  };
  for (const path of taken) add({ path, emitter: undefined });
  return files.flatMap((file) => {
    const key = keyOf(file.path);
    const above = foldersAbove(key).find((folder) => owners.has(folder));
    const other = owners.get(key) ?? folders.get(key) ?? owners.get(above ?? "");
    add(file);
    return other === undefined ? [] : clash(file, other);
  });
}

/** Most file systems of developers tell no case. */
function keyOf(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

function clash(
  file: { readonly path: string; readonly emitter: string },
  other: Owner,
): Diagnostic {
  const whose =
    other.emitter === undefined
      ? `the output itself has "${other.path}"`
      : other.emitter === file.emitter
        ? `it has made "${other.path}" already`
        : `the emitter "${other.emitter}" makes "${other.path}"`;
  return diagnose(
    "emitter-clash",
    `The emitter "${file.emitter}" makes "${file.path}", where ${whose}`,
    { help: "give its files a folder of their own; every path of an output is one file's alone" },
  );
}

/**
 * Reports each name that several emitters have.
 */
export function sharedNames(emitters: readonly Emitter[]): Diagnostic[] {
  return emitters.flatMap(({ name }, index) => {
    const isFirst = emitters.findIndex((other) => other.name === name) === index;
    if (isFirst) return [];
    return diagnose("emitter-clash", `Two emitters are called "${name}"`, {
      help: "give each a name of its own: the manifest lists their files by it",
    });
  });
}
