/** How many results are kept at most. */
const mostKept = 10_000;

/**
 * A function of texts that keeps what it has given: for work on texts of which many are the same.
 */
export function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = work(text);
    if (known.size >= mostKept) known.clear();
    known.set(text, made);
    return made;
  };
}
