import type { Annotations } from "../dialects/canonical-keywords.ts";
import { directionOf } from "../model/direction.ts";
import type { SchemaNode } from "../model/model.ts";
import { escapeComment, jsonComment } from "../text/comment.ts";
import { codeSpan } from "../text/markdown.ts";
import { formatWords, limitWords } from "../words/limit-words.ts";

/** The longest value that a comment shows. */
const valueLimit = 200;

/** How many examples a comment shows. */
const exampleLimit = 3;

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
  return [
    escapeComment(node.annotations.description ?? titleBeside(node.annotations, name)),
    limitSentence(node),
    directionSentence(node.annotations),
    [...annotationTags(node.annotations), ...tags].join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/**
 * The lines of a documentation comment for one of the values that a schema lists: what it is, and
 * whether it is to be used no more. "" where there is nothing to say.
 */
export function memberDocumentation(
  annotations: Pick<Annotations, "title" | "description" | "deprecated">,
  value: string | number | boolean,
): string {
  return [
    escapeComment(annotations.description ?? titleBeside(annotations, String(value))),
    annotations.deprecated === true ? "@deprecated" : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
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
  return [...prose, tags.join("\n")].filter((part) => part !== "").join("\n\n");
}

function titleBeside({ title = "" }: Annotations, name: string): string {
  return letters(title) === letters(name) ? "" : title;
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

function annotationTags(annotations: Annotations): readonly string[] {
  const { default: value, deprecated, examples = [] } = annotations;
  return [
    ...(value === undefined ? [] : valueTag("@default", value.value)),
    ...examples.slice(0, exampleLimit).flatMap((example) => valueTag("@example", example)),
    ...(deprecated === true ? ["@deprecated"] : []),
  ];
}

function valueTag(tag: string, value: unknown): readonly string[] {
  const text = jsonComment(value);
  return text.length <= valueLimit ? [`${tag} ${text}`] : [];
}
