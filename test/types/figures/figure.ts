/** One thing that is measured of types. */
export interface Figure {
  /** What is measured. */
  readonly check: string;
  readonly own: string;
  /** The same of json-schema-to-typescript, where that is measured too. */
  readonly peer?: string;
  /** What is demanded, if anything is. */
  readonly mark?: string;
  readonly isMet: boolean;
}

/** What one measurement gives. */
export interface Figures {
  readonly figures: readonly Figure[];
  /** Lines that tell more than the figures: what was missed, and of what a figure is the sum. */
  readonly notes: readonly string[];
}

/**
 * The figure that is demanded to be all of a number.
 */
export function allOf(check: string, count: number, all: number): Figure {
  return { check, own: countWords(count, all), mark: "all", isMet: count === all };
}

/**
 * A number beside the number of all: `3 of 4`.
 */
export function countWords(count: number, all: number): string {
  return `${count} of ${all}`;
}

/**
 * The rows of the table of figures. The first row is the head.
 *
 * @param peer json-schema-to-typescript with its version
 */
export function figureRows(
  figures: readonly Figure[],
  peer: string,
): readonly (readonly string[])[] {
  const head = ["measured", "schemaloom", peer, "demanded"];
  const rows = figures.map((figure) => [
    figure.check,
    figure.isMet ? figure.own : `**${figure.own}**`,
    figure.peer ?? "–",
    figure.mark ?? "–",
  ]);
  return [head, ...rows];
}
