import path from "node:path";
import type { CustomFormat } from "../names/format-names.ts";
import { escapeComment, oneLine } from "../text/comment.ts";

/** What the template of a custom format's module is given. */
export interface FormatView {
  /** The file that the module is made from. */
  readonly source: string;
  /** The format, fit for a documentation comment. */
  readonly format: string;
  /** Whether compilers must not check its types, since it is JavaScript. */
  readonly unchecked: boolean;
  /** The text that the user wrote. */
  readonly text: string;
  /** The function in the text that tells whether a value has the format. */
  readonly predicate: string;
  /** The type of its parameter. */
  readonly constrains: string;
  /** The name that it is exported by. */
  readonly name: string;
}

/**
 * Makes the view of a custom format's module.
 */
export function formatView({ name, constrains, source }: CustomFormat): FormatView {
  const { format, typed, text, predicate } = source;
  return {
    source: oneLine(path.basename(source.path)),
    format: escapeComment(oneLine(format)),
    unchecked: !typed,
    text: text.trim(),
    predicate,
    constrains,
    name,
  };
}
