import path from "node:path";
import type {
  CustomFormat,
  CustomKeywordPredicate,
  CustomPredicate,
} from "../names/custom-predicates.ts";
import { escapeComment, oneLine } from "../text/comment.ts";
import type { TemplateName } from "./templates.ts";

/** What the template of a predicate's module is given. */
interface PredicateView {
  /** The file that the module is made from. */
  readonly source: string;
  /** Whether compilers must not check its types, since it is JavaScript. */
  readonly unchecked: boolean;
  /** The text that the user wrote. */
  readonly text: string;
  /** The function in the text that judges a value. */
  readonly predicate: string;
  /** The name that it is exported by. */
  readonly name: string;
}

/** The same of a custom format. */
export interface FormatView extends PredicateView {
  /** The format, fit for a documentation comment. */
  readonly format: string;
  /** The type of its parameter. */
  readonly constrains: string;
}

/** The same of a custom keyword. */
export interface KeywordView extends PredicateView {
  /** The keyword, fit for a documentation comment. */
  readonly keyword: string;
  /** Its parameters. */
  readonly parameters: string;
}

/**
 * Makes the view of the module of a user's predicate, and names the template that it is for.
 */
export function predicateView(
  predicate: CustomPredicate,
): readonly [template: TemplateName, view: FormatView | KeywordView] {
  return isFormat(predicate)
    ? ["format.ts", formatView(predicate)]
    : ["keyword.ts", keywordView(predicate)];
}

function isFormat(predicate: CustomPredicate): predicate is CustomFormat {
  return "format" in predicate.source;
}

function formatView(format: CustomFormat): FormatView {
  const { constrains, source } = format;
  return { ...view(format), format: commentText(source.format), constrains };
}

function keywordView(keyword: CustomKeywordPredicate): KeywordView {
  const { constrains, argument, source } = keyword;
  const value = `value: ${constrains === "array" ? "readonly unknown[]" : constrains}`;
  const parameters = argument === undefined ? value : `${value}, argument: ${argument}`;
  return { ...view(keyword), keyword: commentText(source.keyword), parameters };
}

function view({ name, source }: CustomPredicate): PredicateView {
  const { path: file, typed, text, predicate } = source;
  return {
    source: oneLine(path.basename(file)),
    unchecked: !typed,
    text: text.trim(),
    predicate,
    name,
  };
}

function commentText(text: string): string {
  return escapeComment(oneLine(text));
}
