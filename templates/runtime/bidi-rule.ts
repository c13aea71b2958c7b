const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const arabicNumber = /[\u0660-\u0669\u{10D30}-\u{10D39}\u{10D40}-\u{10D49}]/u;
const europeanNumber = /[0-9\u06F0-\u06F9]/;
const nonspacingMark = /(?![\u0CBF\u0CC6\u{11A07}\u{11A08}\u{11C3F}])\p{Mn}/u;

const bidiNeutral =
  /[-\u00B7\u02B9\u02BA\u02C6-\u02CF\u02EC\u0375\u200C\u200D\u2E2F\u30FB\uA67F\uA717-\uA71F\uA788]/;

const rightToLeftLabel = /^R(?:[RAENMO]*[RAE])?M*$/;
const leftToRightLabel = /^L(?:[LENMO]*[LE])?M*$/;

/** Whether a label is an RTL label: one with a character of class R, AL or AN (RFC 5893 §1.4). */
export function isRightToLeft(label: string): boolean {
  const classes = bidiClasses(label);
  return classes.includes("R") || classes.includes("A");
}

/** Whether a label may stand in a domain name that has RTL labels: the Bidi rule (RFC 5893 §2). */
export function followsBidiRule(label: string): boolean {
  const classes = bidiClasses(label);
  if (leftToRightLabel.test(classes)) return true;
  const bothNumbers = classes.includes("E") && classes.includes("A");
  return !bothNumbers && rightToLeftLabel.test(classes);
}

/**
 * The Bidi_Class of each character of a label as a letter: L, R for R and AL, A for AN, E for EN,
 * M for NSM, O for the classes that the rule does not tell apart. JavaScript has no such property,
 * so the few classes are told that the code points of a U-label have.
 */
function bidiClasses(label: string): string {
  return Array.from(label, bidiClass).join("");
}

function bidiClass(character: string): string {
  if (nonspacingMark.test(character)) return "M";
  if (europeanNumber.test(character)) return "E";
  if (arabicNumber.test(character)) return "A";
  if (rightToLeft.test(character)) return "R";
  return bidiNeutral.test(character) ? "O" : "L";
}
