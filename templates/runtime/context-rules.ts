import { joinsAcross } from "./joining-type.ts";

const greekCharacter = /\p{Script=Greek}/u;
const hebrewCharacter = /\p{Script=Hebrew}/u;
const japaneseCharacter = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const arabicIndicDigit = /[\u0660-\u0669]/;
const extendedArabicIndicDigit = /[\u06F0-\u06F9]/;

/** Whether a label has each character that needs a context in that context (RFC 5892 Appendix A). */
export function followsContextRules(label: string): boolean {
  if (arabicIndicDigit.test(label) && extendedArabicIndicDigit.test(label)) return false;
  const characters = Array.from(label);
  return characters.every((character, index) => {
    const before = characters[index - 1] ?? "";
    const after = characters[index + 1] ?? "";
    switch (character) {
      case "\u200C": // zero width non-joiner
        return isVirama(before) || joinsAcross(characters, index);
      case "\u200D": // zero width joiner
        return isVirama(before);
      case "\u00B7": // middle dot
        return before === "l" && after === "l";
      case "\u0375": // Greek keraia
        return greekCharacter.test(after);
      case "\u05F3": // Hebrew geresh
      case "\u05F4": // Hebrew gershayim
        return hebrewCharacter.test(before);
      case "\u30FB": // Katakana middle dot
        return japaneseCharacter.test(label);
      default:
        return true;
    }
  });
}

/**
 * Whether a character has the Canonical_Combining_Class Virama, 9. JavaScript has no such property,
 * but normalization sorts marks by it: behind one of 8 (U+3099), in front of one of 10 (U+05B0).
 */
function isVirama(character: string): boolean {
  return changesInNfc(`${character}\u3099`) && changesInNfc(`\u05B0${character}`);
}

function changesInNfc(text: string): boolean {
  return text !== text.normalize("NFC");
}
