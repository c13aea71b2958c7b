import type { ModuleStatement } from "./module-statements.ts";

/** A statement that stays, and its text. */
export interface KeptStatement extends Pick<ModuleStatement, "comments" | "remark" | "isApart"> {
  readonly text: string;
}

/**
 * Puts the statements that stay back together. Those that were parted by a blank line still are, and so
 * are those that lost what stood between them and one.
 *
 * @param statements of all statements of the module, those that stay; `undefined` for the others
 */
export function assembleModule(
  banner: string,
  statements: readonly (KeptStatement | ModuleStatement | undefined)[],
  ending: string,
): string {
  let assembled = banner;
  let isApart = false;
  for (const statement of statements) {
    if (statement === undefined) continue;
    isApart ||= statement.isApart;
    if (!("text" in statement)) continue;
    const { comments, text, remark } = statement;
    assembled += isApart && assembled !== "" ? "\n" : "";
    assembled += `${comments === "" ? "" : `${comments}\n`}${text}${remark}\n`;
    isApart = false;
  }
  return ending === "" ? assembled : `${assembled}\n${ending}\n`;
}
