import { iriReferenceFormat } from "./format-iri-reference.ts";

const uriScheme = /^[A-Za-z][A-Za-z\d+.-]*:/;

/** Whether a text is an `IRI` (RFC 3987 §2.2): a reference that has a scheme. */
export function iriFormat(text: string): boolean {
  return uriScheme.test(text) && iriReferenceFormat(text);
}
