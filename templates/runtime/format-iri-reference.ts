import { uriReferenceFormat } from "./format-uri-reference.ts";

const iriQuery = /^([^?#]*)(\?[^#]*)?(.*)$/s;

const iriCharacter =
  /[^\0-\x9F\u200E\u200F\u202A-\u202E\uFFF0-\uFFFF\u{E0000}-\u{E0FFF}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

/**
 * Whether a text is an `IRI-reference` (RFC 3987 §2.2) without the formatting characters that §4.1
 * forbids: one whose mapping (§3.1) is a URI reference. Private use is for the query alone.
 */
export function iriReferenceFormat(text: string): boolean {
  const [, before = "", query = "", fragment = ""] = iriQuery.exec(text) ?? [];
  const withoutPrivateUse = before + query.replace(/\p{Co}/gu, "-") + fragment;
  return uriReferenceFormat(withoutPrivateUse.replace(iriCharacter, encodeURIComponent));
}
