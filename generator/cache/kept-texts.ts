import { readFileSync } from "node:fs";
import path from "node:path";
import { hashText } from "../write/content-hash.ts";
import { type FileStamp, isAsStamped, isUntouched, stampFile } from "./file-stamp.ts";

/** A text as the cache has it: as it is, or as a file of the output, or a stretch of one. */
export type KeptText =
  string | { readonly file: string; readonly start?: number; readonly length?: number };

/**
 * Says where in the output a text stands, so that the cache need not hold it.
 *
 * @param files from the POSIX path below the output folder to the text
 * @param file the path of the file that the text, or one around it, is looked for in
 */
export function keepText(files: ReadonlyMap<string, string>, text: string, file: string): KeptText {
  const whole = files.get(file);
  if (whole === undefined) return text;
  if (whole === text) return { file };
  const start = whole.indexOf(text);
  return start === -1 ? text : { file, start, length: text.length };
}

/** The files of an output that stand as an earlier run left them. */
export interface StandingFiles {
  /** The text that is kept; `undefined` where its file does not stand as it did. */
  readonly textOf: (kept: KeptText) => string | undefined;
  /** Whether a file stands with a text that was read from it by this. */
  readonly holds: (file: string, text: string) => boolean;
  /**
   * Stamps what has been written; `undefined` where somebody has changed it by now.
   *
   * @param files from the POSIX path below the output folder to the text
   */
  readonly stampAll: (files: ReadonlyMap<string, string>) => readonly FileStamp[] | undefined;
}

/**
 * Opens the files of an output that an earlier run has left.
 *
 * @param out the absolute path of the output folder
 * @param stamps of its files as they were left
 */
export function standingFiles(out: string, stamps: readonly FileStamp[]): StandingFiles {
  const known = new Map(stamps.map((stamp) => [stamp.path, stamp]));
  const texts = new Map<string, string | undefined>();
  const read = (file: string): string | undefined => {
    if (texts.has(file)) return texts.get(file);
    const stamp = known.get(path.join(out, file));
    const text =
      stamp !== undefined && isAsStamped(stamp) ? readFileSync(stamp.path, "utf8") : undefined;
    texts.set(file, text);
    return text;
  };
  /** The stamp of a file that was read, where nobody has touched it since. */
  const standing = (file: string, text: string): FileStamp | undefined => {
    if (texts.get(file) !== text) return undefined;
    const stamp = known.get(path.join(out, file));
    return stamp !== undefined && isUntouched(stamp) ? stamp : undefined;
  };
  return {
    textOf: (kept) => {
      if (typeof kept === "string") return kept;
      const { file, start = 0, length } = kept;
      return read(file)?.slice(start, length === undefined ? undefined : start + length);
    },
    holds: (file, text) => standing(file, text) !== undefined,
    stampAll: (files) => {
      const all: FileStamp[] = [];
      for (const [file, text] of files) {
        const stamp = standing(file, text) ?? stampText(path.join(out, file), text);
        if (stamp === undefined) return undefined;
        all.push(stamp);
      }
      return all;
    },
  };
}

/**
 * Stamps a file that has just been written with a text; `undefined` where it has another by now.
 */
export function stampText(file: string, text: string): FileStamp | undefined {
  const stamp = stampFile(file);
  return stamp?.hash === hashText(text) ? stamp : undefined;
}
