import type { Annotations } from "../dialects/canonical-keywords.ts";
import { escapeComment, jsonComment } from "../text/comment.ts";

/** The longest default that a comment shows. */
const defaultLimit = 200;

/**
 * The lines of a documentation comment for what is annotated so: the description, then its default
 * and deprecation as tags. "" where there is nothing to say.
 */
export function documentationOf(annotations: Annotations): string {
  const { description, deprecated } = annotations;
  const prose = escapeComment(description ?? "");
  const value = annotations.default === undefined ? "" : jsonComment(annotations.default.value);
  const tags = [
    value !== "" && value.length <= defaultLimit ? `@default ${value}` : "",
    deprecated === true ? "@deprecated" : "",
  ].filter((tag) => tag !== "");
  return [prose, tags.join("\n")].filter((part) => part !== "").join("\n\n");
}
