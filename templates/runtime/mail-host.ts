import { ipv4Format } from "./format-ipv4.ts";
import { ipv6Format } from "./format-ipv6.ts";

const notInMailDomain = /[^A-Za-z\d.-]|^(?:[.-]|$)|[.-]\.|\.-|[.-]$/;
const addressLiteral = /^\[(?:IPv6:(.*)|([A-Za-z\d-]*[A-Za-z\d]):[!-Z^-~]+|(.*))\]$/i;

/** Whether a text is a `Domain` or an `address-literal` (RFC 5321 §4.1.2 and §4.1.3). */
export function isMailHost(text: string): boolean {
  if (!notInMailDomain.test(text)) return true;
  const [literal, ipv6, tag, ipv4 = ""] = addressLiteral.exec(text) ?? [];
  if (literal === undefined) return false;
  if (ipv6 !== undefined) return ipv6Format(ipv6);
  return tag !== undefined || ipv4Format(ipv4);
}
