import { followsContextRules } from "./context-rules.ts";

const beyondAscii = /[^\0-\x7F]/;
const misplacedInLabel = /^-|^..--|-$|^\p{M}/u;

const validInLabel =
  /^[\p{L}\p{Mn}\p{Mc}\p{Nd}\u06FD\u06FE\u0F0B\u3007\xB7\u0375\u05F3\u05F4\u30FB\u200C\u200D-]+$/u;

const disallowedInLabel =
  /(?![\xDF\u03C2\u200C\u200D])[\p{Changes_When_NFKC_Casefolded}\u0640\u07FA\u1100-\u11FF\u20D0-\u20FF\u302E\u302F\u3031-\u3035\u303B\uA960-\uA97C\uD7B0-\uD7FB\u{1D100}-\u{1D24F}]/u;

/**
 * Whether a text is a U-label (RFC 5891 §4.2), its length and the Bidi rule aside.
 *
 * The code points that are PVALID or need a context are derived as in RFC 5892 §2 and §3: letters,
 * marks, digits and the exceptions, without what NFKC and case folding change or ignore, old Hangul
 * jamo and the blocks of musical symbols.
 */
export function isULabel(text: string): boolean {
  return (
    beyondAscii.test(text) &&
    !misplacedInLabel.test(text) &&
    validInLabel.test(text) &&
    !disallowedInLabel.test(text) &&
    text === text.normalize("NFC") &&
    followsContextRules(text)
  );
}
