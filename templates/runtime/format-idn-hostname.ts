import { isDomainName } from "./domain-name.ts";

const labelSeparator = /[\u3002\uFF0E\uFF61]/g;

/**
 * Whether a text is a host name or an internationalized one (RFC 5890 §2.3.2.3), whose labels the
 * ideographic full stops separate as well (RFC 3490 §3.1).
 */
export function idnHostnameFormat(text: string): boolean {
  return isDomainName(text.replace(labelSeparator, "."));
}
