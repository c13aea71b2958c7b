import { ipv6Format } from "./format-ipv6.ts";

const notInUri = /[^\w.~!$&'()*+,;=:@/?#[\]%-]|%(?![\dA-Fa-f]{2})/;
const uriComponents =
  /^(?:[A-Za-z][A-Za-z\d+.-]*:|(?![^/?#]*:))(?:\/\/([^/?#]*))?[^#[\]]*(?:#[^#[\]]*)?$/;
const uriAuthority = /^(?:[^@[\]]*@)?(?:\[([^\]]*)\]|[^:@[\]]*)(?::\d*)?$/;
const ipFuture = /^[Vv][\dA-Fa-f]+\.[\w.~!$&'()*+,;=:-]+$/;

/** Whether a text is a `URI-reference` (RFC 3986 §4.1). */
export function uriReferenceFormat(text: string): boolean {
  if (notInUri.test(text)) return false;
  const components = uriComponents.exec(text);
  if (components === null) return false;
  const authority = uriAuthority.exec(components[1] ?? "");
  if (authority === null) return false;
  const literal = authority[1];
  return literal === undefined || ipv6Format(literal) || ipFuture.test(literal);
}
