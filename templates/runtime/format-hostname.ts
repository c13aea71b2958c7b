import { isDomainName } from "./domain-name.ts";

const notInHostname = /[^A-Za-z\d.-]/;

/** Whether a text is a host name (RFC 1123 §2.1), its A-labels valid (RFC 5890 §2.3.2.1). */
export function hostnameFormat(text: string): boolean {
  return !notInHostname.test(text) && isDomainName(text);
}
