import { realpathSync } from "node:fs";
import { rootOf } from "./input-roots.ts";

/** Whether a schema may lead to a file. */
export type Admission =
  /** It may; the path is the one to read, without links, or the file's own where there is none. */
  | { readonly kind: "inside"; readonly path: string }
  /** It may not: the file stands elsewhere, or a link on its path leads to a place elsewhere. */
  | { readonly kind: "outside"; readonly path: string; readonly isLinked: boolean };

/** Judges the absolute path of a file. */
export type AdmitFile = (file: string) => Admission;

/**
 * Makes the gate that files have to pass which a schema names, or which a link in a folder of inputs
 * leads to: their paths must lie in one of the folders, and so must the places where they really stand.
 * Of a path that lies elsewhere nothing is asked of the file system, which may be a network's.
 *
 * @param folders the absolute paths of the folders that are allowed
 * @param linked those that only links may lead to besides
 */
export function allowFolders(
  folders: readonly string[],
  linked: readonly string[] = [],
): AdmitFile {
  let real: readonly string[] | undefined;
  return (file) => {
    if (rootOf(file, folders) === undefined) {
      return { kind: "outside", path: file, isLinked: false };
    }
    const path = realPath(file);
    if (path === undefined) return { kind: "inside", path: file };
    real ??= [...folders, ...linked].map((folder) => realPath(folder) ?? folder);
    return rootOf(path, real) === undefined
      ? { kind: "outside", path, isLinked: true }
      : { kind: "inside", path };
  };
}

/** Where a file really stands; `undefined` where there is none. */
function realPath(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}
