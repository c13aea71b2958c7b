/** What is counted, behind one and behind another number. */
export type Noun = readonly [one: string, many: string];

export const properties: Noun = [" property", " properties"];

/** A number with what it counts: `1 property`, `3 properties`. */
export function counted(count: number, [one, many]: Noun): string {
  return `${count}${count === 1 ? one : many}`;
}
