import type { Annotations } from "../dialects/canonical-keywords.ts";
import { directionOf } from "../model/direction.ts";
import type { SchemaNode } from "../model/model.ts";
import { escapeComment } from "../text/comment.ts";
import { codeSpan } from "../text/markdown.ts";
import { formatWords, limitWords } from "../words/limit-words.ts";
import {
  type AnnotationTag,
  annotationTags,
  withoutTagLines,
  writeTag,
} from "./annotation-tags.ts";

/**
 * The lines of a documentation comment for a schema: what it is, its limits in words, the messages
 * that carry it where these are not all, then its default, examples and states as tags. "" where
 * there is nothing to say.
 *
 * @param name what the schema is the type of: a title that just repeats it is left out
 * @param tags further tags, safe already
 */
export function documentationOf(
  node: SchemaNode,
  name: string,
  tags: readonly string[] = [],
): string {
  const own = annotationTags(node.annotations);
  const sentences = [limitSentence(node), directionSentence(node.annotations)]
    .filter((sentence) => sentence !== "")
    .join(" ");
  return joinParts(addSentences(proseOf(node.annotations, name, own), sentences), [
    ...own.map(writeTag),
    ...tags,
  ]);
}

/**
 * The lines of a documentation comment for one of the values that a schema lists: what it is, and
 * whether it is to be used no more. "" where there is nothing to say.
 */
export function memberDocumentation(
  annotations: Pick<Annotations, "title" | "description" | "deprecated">,
  value: string | number | boolean,
): string {
  const own = annotationTags(annotations.deprecated === true ? { deprecated: true } : {});
  return joinParts([proseOf(annotations, String(value), own)], own.map(writeTag));
}

/** What a schema is, by its description or else its title. */
function proseOf(annotations: Annotations, name: string, tags: readonly AnnotationTag[]): string {
  const { title = "", description } = annotations;
  if (description !== undefined) return escapeComment(withoutTagLines(description, tags));
  return letters(title) === letters(name) ? "" : escapeComment(title);
}

/** One line that is a sentence, and nothing else to Markdown, such as an item of a list. */
const oneSentence = /^[\p{L}`"'(].*[.!?]$/u;

/** The longest text that has room on one line with the delimiters of a property's comment. */
const oneLineLimit = 91;

/**
 * Adds sentences to prose: behind its only line or below it, where Markdown reads on, else as another
 * paragraph.
 */
function addSentences(prose: string, sentences: string): readonly string[] {
  if (prose === "" || sentences === "" || !oneSentence.test(prose)) return [prose, sentences];
  const line = `${prose} ${sentences}`;
  return [line.length <= oneLineLimit ? line : `${prose}\n${sentences}`];
}

/** Sets paragraphs and tags apart by blank lines, where there is more than a line before the tags. */
function joinParts(paragraphs: readonly string[], tags: readonly string[]): string {
  const prose = paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
  const separator = prose.includes("\n") ? "\n\n" : "\n";
  return [prose, tags.join("\n")].filter((part) => part !== "").join(separator);
}

/**
 * Joins the lines of two documentation comments into those of one, whose tags stand at its end.
 */
export function joinDocumentation(first: string, second: string): string {
  if (first === "" || second === "") return first + second;
  const parts = [first, second].map((text) => {
    const tags = /(?:^|\n)(?=@)/.exec(text)?.index ?? text.length;
    return { prose: text.slice(0, tags).trimEnd(), tags: text.slice(tags).trim().split("\n") };
  });
  const prose = [...new Set(parts.map((part) => part.prose))];
  const tags = [...new Set(parts.flatMap((part) => part.tags))].filter((tag) => tag !== "");
  return joinParts(prose, tags);
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

function limitSentence(node: SchemaNode): string {
  const words = [
    ...node.assertions.flatMap((assertion) => limitWords(node, assertion, codeSpan) ?? []),
    ...formatWords(node.annotations, codeSpan),
  ].join("; ");
  return words === "" ? "" : escapeComment(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
}

function directionSentence(annotations: Annotations): string {
  const direction = directionOf([annotations]);
  return direction === undefined ? "" : `Only ${direction} carry it.`;
}
