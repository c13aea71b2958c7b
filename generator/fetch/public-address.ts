import { BlockList, isIPv4, isIPv6 } from "node:net";

/** What is no address of the internet (IANA's registry of special-purpose IPv4 addresses, RFC 6890). */
const specialIPv4 = blockListOf("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  // Multicast, what is reserved, and broadcast.
  ["224.0.0.0", 3],
]);

/** All that is given out to the internet (RFC 4291 §2.4). */
const globalIPv6 = blockListOf("ipv6", [["2000::", 3]]);

/** What of that is none of its addresses: Teredo and its like, documentation, and 6to4, which hides another. */
const specialIPv6 = blockListOf("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

/** IPv6 addresses that stand for one of IPv4: mapped ones, and those of NAT64 (RFC 6052 §2.1). */
const embeddingIPv6 = blockListOf("ipv6", [
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
]);

/**
 * Whether an address is one of the internet: none of this machine, of a private network or of a link, and
 * none that stands for such a one.
 *
 * @param address as a resolver gives it
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIPv4.check(address, "ipv4");
  // One that names an interface is of that link alone.
  if (!isIPv6(address) || address.includes("%")) return false;
  if (embeddingIPv6.check(address, "ipv6")) return isPublicAddress(embeddedIPv4(address));
  return globalIPv6.check(address, "ipv6") && !specialIPv6.check(address, "ipv6");
}

/** The last 32 bits of an IPv6 address. */
function embeddedIPv4(address: string): string {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [high = 0, low = 0] = canonical
    .split(":")
    .slice(-2)
    .map((group) => Number.parseInt(group || "0", 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function blockListOf(
  family: "ipv4" | "ipv6",
  subnets: readonly (readonly [net: string, prefix: number])[],
): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}
