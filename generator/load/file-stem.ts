import type { UnreadFile } from "./document.ts";

/**
 * The name of an input's file without its extension, and without `.schema` before that.
 */
export function fileStem({ source }: Pick<UnreadFile, "source">): string {
  const file = source.slice(source.lastIndexOf("/") + 1);
  return file.replace(/\.[^.]*$/, "").replace(/\.schema$/, "");
}
