import { isDynamicPattern } from "tinyglobby";

/**
 * Takes inputs apart that stand in one text, with commas between, and writes them so. Spaces do as well,
 * unless they are part of a path: what exists with its spaces stays whole.
 *
 * @param exists whether there is a file or folder of that name
 */
export function splitInputs(text: string, exists: (path: string) => boolean): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => {
      const words = part.split(/\s+/);
      const isList = words.every((word) => exists(word) || isDynamicPattern(word));
      return !exists(part) && isList ? words : [part];
    });
}

/** Writes inputs as {@link splitInputs} reads them. */
export function joinInputs(inputs: readonly string[]): string {
  return inputs.join(", ");
}
