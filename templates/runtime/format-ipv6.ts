import { ipv4Format } from "./format-ipv4.ts";

const ipv6Groups = /^[\dA-Fa-f]{1,4}(?::[\dA-Fa-f]{1,4})*$/;

/**
 * Whether a text is an IPv6 address (RFC 4291 §2.2): eight groups, where `::` stands for one or
 * more, and the last two may be an IPv4 address.
 */
export function ipv6Format(text: string): boolean {
  if (text.length > 45) return false;
  const tail = text.slice(text.lastIndexOf(":") + 1);
  const address = ipv4Format(tail) ? `${text.slice(0, -tail.length)}0:0` : text;
  const counts = address.split("::").map(ipv6GroupCount);
  const [head = 0, rest] = counts;
  return rest === undefined ? head === 8 : counts.length === 2 && head + rest < 8;
}

/** How many groups stand between colons; not a number where something else stands there. */
function ipv6GroupCount(part: string): number {
  if (part === "") return 0;
  return ipv6Groups.test(part) ? part.split(":").length : NaN;
}
