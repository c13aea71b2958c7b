import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPublicAddress } from "../../../generator/fetch/public-address.ts";

describe("an address of the internet", () => {
  test.each([
    "8.8.8.8",
    "1.0.0.1",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "198.17.255.255",
    "223.255.255.255",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a00:1450:4001:80b::200e",
    "::ffff:8.8.8.8",
    "::ffff:808:808",
    "64:ff9b::8.8.8.8",
  ])("is %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("none of the internet", () => {
  test.each([
    ["this machine", "127.0.0.1"],
    ["this machine, at its other end", "127.255.255.254"],
    ["no host", "0.0.0.0"],
    ["a private network", "10.1.2.3"],
    ["a private network", "172.16.0.1"],
    ["a private network", "172.31.255.255"],
    ["a private network", "192.168.1.1"],
    ["a provider's network", "100.64.0.1"],
    ["a link, as the metadata of a cloud", "169.254.169.254"],
    ["documentation", "192.0.2.1"],
    ["documentation", "198.51.100.1"],
    ["documentation", "203.0.113.1"],
    ["benchmarks", "198.18.0.1"],
    ["protocols", "192.0.0.1"],
    ["multicast", "224.0.0.1"],
    ["what is reserved", "240.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["no host, in IPv6", "::"],
    ["this machine, in IPv6", "::1"],
    ["a link, in IPv6", "fe80::1"],
    ["a link with its interface", "fe80::1%eth0"],
    ["a site, in IPv6", "fec0::1"],
    ["a private network, in IPv6", "fc00::1"],
    ["a private network, in IPv6", "fd12:3456::1"],
    ["multicast, in IPv6", "ff02::1"],
    ["documentation, in IPv6", "2001:db8::1"],
    ["Teredo", "2001::1"],
    ["6to4 of this machine", "2002:7f00:1::"],
    ["a mapped address of this machine", "::ffff:127.0.0.1"],
    ["the same in hexadecimal", "::ffff:7f00:1"],
    ["the same written out", "0:0:0:0:0:ffff:7f00:0001"],
    ["a mapped private address", "::ffff:10.0.0.1"],
    ["a compatible address of this machine", "::127.0.0.1"],
    ["this machine, translated", "64:ff9b::7f00:1"],
    ["a private network, translated", "64:ff9b::192.168.0.1"],
    ["a translation of a network's own", "64:ff9b:1::8.8.8.8"],
    ["no address at all", "localhost"],
    ["nothing", ""],
  ])("is %s: %s", (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test("is whatever stands for an address that is not, however it is embedded", () => {
    const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(bytes, fc.constantFrom("::ffff:", "64:ff9b::"), (parts, prefix) => {
        const address = parts.join(".");
        const [a, b, c, d] = parts.map((part) => part.toString(16).padStart(2, "0"));
        const verdict = isPublicAddress(address);
        expect(isPublicAddress(prefix + address)).toBe(verdict);
        expect(isPublicAddress(`${prefix}${a}${b}:${c}${d}`)).toBe(verdict);
      }),
    );
  });
});
