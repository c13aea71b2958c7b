/**
 * Whether a text has more lines than so many.
 */
export function hasMoreLines(text: string, most: number): boolean {
  let end = -1;
  for (let count = 0; count < most; count += 1) {
    end = text.indexOf("\n", end + 1);
    if (end === -1) return false;
  }
  return true;
}
