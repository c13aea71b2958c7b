/**
 * The folders that hold a POSIX path below the output folder, the outermost first; the output
 * folder itself is not among them.
 */
export function foldersAbove(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, last) => names.slice(0, last + 1).join("/"));
}
