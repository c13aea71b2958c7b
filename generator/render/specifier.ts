import path from "node:path/posix";

/**
 * The import specifier that leads from one emitted file to another.
 *
 * @param from path of the importing file below the output folder
 * @param to path of the imported module below the output folder, without extension
 * @param extension what specifiers end in
 */
export function importSpecifier(from: string, to: string, extension: string): string {
  const relative = path.relative(path.dirname(from), to);
  return `${relative.startsWith(".") ? relative : `./${relative}`}${extension}`;
}
