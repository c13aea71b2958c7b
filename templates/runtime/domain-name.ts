import { followsBidiRule, isRightToLeft } from "./bidi-rule.ts";
import { punycodeDecode, punycodeEncode } from "./punycode.ts";
import { isULabel } from "./u-label.ts";

const beyondAscii = /[^\0-\x7F]/;
const ldhLabel = /^(?!-)[A-Za-z\d-]{1,63}(?<!-)$/;

/**
 * Whether a text is a domain name of letter-digit-hyphen labels, A-labels and U-labels (RFC 5890
 * §2.3): within the lengths of DNS as A-labels (RFC 1035 §2.3.4) and, if one of its labels runs
 * from right to left, with every label under the Bidi rule (RFC 5893 §2).
 */
export function isDomainName(text: string): boolean {
  // An A-label has a character or more for each code point, which is at most two of UTF-16.
  if (text.length > 2 * 253) return false;
  const names = text.split(".").map(asciiLabel);
  if (names.join(".").length > 253 || !names.every((name) => ldhLabel.test(name))) return false;
  const labels: string[] = [];
  for (const name of names) {
    const label = unicodeLabel(name);
    if (label === undefined) return false;
    labels.push(label);
  }
  return !labels.some(isRightToLeft) || labels.every(followsBidiRule);
}

/** A label in ASCII; one of ASCII alone is the same in either case. */
function asciiLabel(label: string): string {
  return beyondAscii.test(label) ? `xn--${punycodeEncode(label)}` : label.toLowerCase();
}

/** A label as it is shown; `undefined` where it claims to be an A-label and is none. */
function unicodeLabel(name: string): string | undefined {
  if (!name.startsWith("xn--")) return name;
  const encoded = name.slice(4);
  const label = punycodeDecode(encoded);
  if (label === undefined || !isULabel(label)) return undefined;
  return punycodeEncode(label) === encoded ? label : undefined;
}
