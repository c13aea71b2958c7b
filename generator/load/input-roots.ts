import path from "node:path";

/**
 * Whether a file or folder is the folder or lies below it; both paths absolute.
 */
export function liesWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/**
 * The outermost of the input roots that hold a file; `undefined` where none does.
 */
export function rootOf(file: string, roots: readonly string[]): string | undefined {
  let outermost: string | undefined;
  for (const root of roots) {
    if (liesWithin(root, file) && (outermost === undefined || root.length < outermost.length)) {
      outermost = root;
    }
  }
  return outermost;
}

/**
 * The path of a file relative to the input root that holds it, with POSIX slashes; where none does, to
 * the other folder that holds it; its name alone where none does, either.
 *
 * @param others folders that are no input roots
 */
export function sourceOf(
  file: string,
  roots: readonly string[],
  others: readonly string[] = [],
): string {
  return relativePath(rootOf(file, roots) ?? rootOf(file, others) ?? path.dirname(file), file);
}

/**
 * A path relative to a folder, with POSIX slashes.
 */
export function relativePath(folder: string, file: string): string {
  return path.relative(folder, file).replaceAll(path.sep, "/");
}
