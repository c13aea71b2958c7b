import { type Conjunction, annotationOf, assertionsOf, fits } from "./conjunction.ts";
import { patternTexts } from "./pattern-text.ts";
import { plausibleNumbers, plausibleTexts } from "./plausible-text.ts";

/** What a scalar is called, and which of several it is. */
export interface ScalarPlace {
  readonly name: string;
  readonly variation: number;
}

/**
 * Makes a string that meets what schemas demand of one; `undefined` where none is found.
 */
export function makeString(joined: Conjunction, { name, variation }: ScalarPlace) {
  const patterns = assertionsOf(joined, "pattern").map(({ pattern }) => pattern);
  const format = annotationOf(joined, "format");
  const plausible = [...contentTexts(joined), ...plausibleTexts(name, format)];
  const isFit = (text: string) => fits(joined, text);
  for (const text of plausible.flatMap((each) => varied(each, variation))) {
    if (isFit(text)) return text;
  }
  for (const pattern of patterns) {
    const found = patternTexts(pattern, variation).find(isFit);
    if (found !== undefined) return found;
  }
  return plausible.flatMap((text) => resized(joined, text, variation)).find(isFit);
}

function contentTexts(joined: Conjunction): readonly string[] {
  if (annotationOf(joined, "contentEncoding") === "base64") return ["SGVsbG8="];
  const mediaType = annotationOf(joined, "contentMediaType") ?? "";
  return /\bjson$/.test(mediaType) ? ["{}"] : [];
}

/** A text, and others like it: what ends in a digit is counted on. */
function varied(text: string, variation: number): readonly string[] {
  if (variation === 0) return [text];
  const counted = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + variation) % 10));
  return counted === text
    ? [`${text}-${String(variation + 1)}`, `${text} ${String(variation + 1)}`]
    : [counted];
}

/** A text cut or drawn out to the length that is demanded. */
function resized(joined: Conjunction, text: string, variation: number): readonly string[] {
  const least = Math.max(0, ...assertionsOf(joined, "minLength").map(({ limit }) => limit));
  const most = Math.min(
    ...assertionsOf(joined, "maxLength").map(({ limit }) => limit),
    longestText,
  );
  if (least > longestText) return [];
  const whole = `${variation === 0 ? "" : String(variation + 1)}${text} `.repeat(
    Math.ceil(least / text.length) + 1,
  );
  return [whole.slice(0, Math.max(least, Math.min(most, text.length))).replace(/ $/, ".")];
}

/** No string of an example is longer. */
const longestText = 400;

/**
 * Makes a number that meets what schemas demand of one; `undefined` where none is found.
 */
export function makeNumber(
  joined: Conjunction,
  { name, variation }: ScalarPlace,
  isInteger: boolean,
): number | undefined {
  const steps = assertionsOf(joined, "multipleOf").map(({ divisor }) => divisor);
  const step = Math.max(...steps, isInteger ? 1 : 0) || 1;
  const limits = [
    ...assertionsOf(joined, "minimum"),
    ...assertionsOf(joined, "maximum"),
    ...assertionsOf(joined, "exclusiveMinimum"),
    ...assertionsOf(joined, "exclusiveMaximum"),
  ].map(({ limit }) => limit);
  const likely = plausibleNumbers(name).flatMap((value) => [
    value,
    Math.round(value),
    Math.ceil(value / step) * step,
  ]);
  const near = limits.flatMap((limit) => {
    const aligned = Math.ceil(limit / step) * step;
    return [limit, aligned, aligned + step, aligned - step, aligned - 2 * step];
  });
  const between = limits.flatMap((limit) => limits.map((other) => (limit + other) / 2));
  const candidates = [...likely, ...near, ...between]
    .filter((value) => Number.isFinite(value) && (!isInteger || Number.isInteger(value)))
    .map((value) => (value === 0 ? 0 : value));
  for (const value of candidates) {
    for (const shifted of variation === 0
      ? [value]
      : [value + variation * step, value - variation * step]) {
      if (fits(joined, shifted)) return shifted;
    }
  }
  return undefined;
}
