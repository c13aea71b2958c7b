import { uriReferenceFormat } from "./format-uri-reference.ts";

const uriScheme = /^[A-Za-z][A-Za-z\d+.-]*:/;

/** Whether a text is a `URI` (RFC 3986 §3): a reference that has a scheme. */
export function uriFormat(text: string): boolean {
  return uriScheme.test(text) && uriReferenceFormat(text);
}
