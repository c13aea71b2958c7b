/**
 * The folders that hold a POSIX path below the output folder, the outermost first; the output
 * folder itself is not among them.
 */
export function foldersAbove(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, last) => names.slice(0, last + 1).join("/"));
}

/**
 * Whether a path leads to a place below the output folder, in POSIX's form.
 */
export function isPathInside(path: string): boolean {
  return (
    !path.includes("\\") &&
    path.split("/").every((name) => name !== "" && name !== "." && name !== "..")
  );
}
