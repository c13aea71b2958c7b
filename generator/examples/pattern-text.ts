import { type AST, RegExpParser } from "@eslint-community/regexpp";
import type { Pattern } from "../dialects/canonical-keywords.ts";

/** How many characters stand for what may be repeated without end, in the order in which they are tried. */
const lengths = [3, 1, 6, 12, 24, 48] as const;

/** The longest text that is made of a pattern. */
const longestText = 200;

/** What characters of a class are shown by, the most readable first. */
const palette = Array.from(
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-_./:@+#,;!?$%&*=~ ()[]{}<>|^'\"\\`",
);

/**
 * Texts that a pattern matches, as far as it says so by itself: what it looks ahead and back for is left
 * to who judges them.
 *
 * @param variation another number gives other texts, where the pattern admits them
 */
export function patternTexts({ source, flags }: Pattern, variation: number): readonly string[] {
  const pattern = parsePattern(source, flags);
  if (pattern === undefined) return [];
  const texts = lengths.map((length) => {
    const writer: Writer = { flags, length, variation, text: "", groups: new Map() };
    writeAlternatives(writer, pattern.alternatives);
    return writer.text;
  });
  return [...new Set(texts)].filter((text) => text.length <= longestText);
}

function parsePattern(source: string, flags: string): AST.Pattern | undefined {
  try {
    return new RegExpParser().parsePattern(source, 0, source.length, {
      unicode: flags.includes("u"),
    });
  } catch {
    // It can be younger than the parser; then there is no text of it.
    return undefined;
  }
}

interface Writer {
  readonly flags: string;
  readonly length: number;
  readonly variation: number;
  text: string;
  /** What groups have matched, for references back to them. */
  readonly groups: Map<AST.CapturingGroup, string>;
}

function writeAlternatives(writer: Writer, alternatives: readonly AST.Alternative[]): void {
  const alternative = alternatives[writer.variation % alternatives.length];
  for (const element of alternative?.elements ?? []) writeElement(writer, element);
}

function writeElement(writer: Writer, element: AST.Element): void {
  if (writer.text.length > longestText) return;
  switch (element.type) {
    case "Assertion":
      return;
    case "Backreference": {
      const [group] = [element.resolved].flat();
      writer.text += (group && writer.groups.get(group)) ?? "";
      return;
    }
    case "CapturingGroup": {
      const start = writer.text.length;
      writeAlternatives(writer, element.alternatives);
      writer.groups.set(element, writer.text.slice(start));
      return;
    }
    case "Group":
      writeAlternatives(writer, element.alternatives);
      return;
    case "Quantifier": {
      const wanted = element.max === 1 ? 1 : writer.length;
      const count = Math.min(Math.max(element.min, wanted), element.max);
      for (let time = 0; time < count; time += 1) writeElement(writer, element.element);
      return;
    }
    case "Character":
      writer.text += String.fromCodePoint(element.value);
      return;
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass":
      writer.text += characterOf(writer, element);
      return;
  }
}

function characterOf({ flags, text, variation }: Writer, element: AST.Element): string {
  const members = membersOf(element.raw, flags);
  const chosen = members[(text.length + variation) % members.length];
  if (chosen !== undefined) return chosen;
  const ranges = element.type === "CharacterClass" && !element.negate ? element.elements : [];
  const [first] = ranges.flatMap((each) => {
    if (each.type === "CharacterClassRange") return [each.min.value];
    return each.type === "Character" ? [each.value] : [];
  });
  return first === undefined ? "" : String.fromCodePoint(first);
}

const knownMembers = new Map<string, readonly string[]>();

/** The characters of the palette that a class has: of those alike, as letters are, when it has any. */
function membersOf(raw: string, flags: string): readonly string[] {
  const key = `${flags}/${raw}`;
  const known = knownMembers.get(key);
  if (known !== undefined) return known;
  const expression = new RegExp(`^(?:${raw})$`, flags);
  const members = palette.filter((character) => expression.test(character));
  const alike = [/[a-z]/, /[A-Z]/, /\d/]
    .map((kind) => members.filter((character) => kind.test(character)))
    .find((each) => each.length > 0);
  knownMembers.set(key, alike ?? members);
  return alike ?? members;
}
