/** Whether a text is a regular expression of ECMA-262 under its `u` flag. */
export function regexFormat(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
