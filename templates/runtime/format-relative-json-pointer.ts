import { jsonPointerFormat } from "./format-json-pointer.ts";

const stepsUp = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/;

/**
 * Whether a text is a Relative JSON Pointer (draft-bhutton-relative-json-pointer-00 §3), where the
 * steps up may be followed by steps along the array.
 */
export function relativeJsonPointerFormat(text: string): boolean {
  const steps = stepsUp.exec(text)?.[0];
  if (steps === undefined) return false;
  const rest = text.slice(steps.length);
  return rest === "#" || jsonPointerFormat(rest);
}
