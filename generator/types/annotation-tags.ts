import { isDeepStrictEqual } from "node:util";
import type { Annotations } from "../dialects/canonical-keywords.ts";
import { jsonComment, lineBreak } from "../text/comment.ts";

/** A tag that a documentation comment has for an annotation. */
export interface AnnotationTag {
  readonly name: "default" | "example" | "deprecated";
  /** The value behind it, if it is one that has a value. */
  readonly value?: unknown;
}

/** The longest value that a comment shows. */
const valueLimit = 200;

/** How many examples a comment shows. */
const exampleLimit = 3;

/**
 * The tags that say a schema's default, its examples and whether it is deprecated. Values that are too
 * long to read are left out.
 */
export function annotationTags(annotations: Annotations): readonly AnnotationTag[] {
  const { default: value, deprecated, examples = [] } = annotations;
  return [
    ...(value === undefined ? [] : [{ name: "default", value: value.value } as const]),
    ...examples
      .slice(0, exampleLimit)
      .map((example) => ({ name: "example", value: example }) as const),
    ...(deprecated === true ? [{ name: "deprecated" } as const] : []),
  ].filter((tag) => tag.name === "deprecated" || jsonComment(tag.value).length <= valueLimit);
}

/**
 * Writes a tag as a line of a documentation comment.
 */
export function writeTag(tag: AnnotationTag): string {
  return tag.name === "deprecated" ? "@deprecated" : `@${tag.name} ${jsonComment(tag.value)}`;
}

/**
 * A description without the lines that write out tags which its comment has. A line that says anything
 * else stays: another value, or more than one, or a tag that goes on in the next line.
 */
export function withoutTagLines(description: string, tags: readonly AnnotationTag[]): string {
  if (tags.length === 0) return description;
  const lines = description.split(lineBreak);
  const kept = lines.filter((line, index) => {
    const [, name, text = ""] = /^@(\w+)(.*)$/.exec(line.trim()) ?? [];
    const next = lines[index + 1]?.trim() ?? "";
    const goesOn = next !== "" && !next.startsWith("@");
    return goesOn || !tags.some((tag) => tag.name === name && isWritten(text.trim(), tag));
  });
  if (kept.length === lines.length) return description;
  return kept.join("\n").replaceAll(/\n{3,}/g, "\n\n");
}

/** Whether a text is the value of a tag, as JSON or as authors write it: `'a'`, `a`, `1.0`. */
function isWritten(text: string, { name, value }: AnnotationTag): boolean {
  if (name === "deprecated" || text === "") return name === "deprecated" && text === "";
  if (typeof value === "string" && /^(["'`]?)(.*)\1$/.exec(text)?.[2] === value) return true;
  try {
    return isDeepStrictEqual(JSON.parse(text.replace(/^`(.*)`$/, "$1")), value);
  } catch {
    return false;
  }
}
