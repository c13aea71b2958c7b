/**
 * How deep values may be nested in each other that a schema which refers to itself judges: an engine has
 * only so much room for calls inside calls. A function takes some hundred bytes of it for each level, and
 * a level some functions; an engine has about a million.
 */
export const deepestNesting = 1000;

/**
 * How deep a value lies below the one that a function judges, whose variable `depth` tells how deep that
 * lies below the first; `undefined` in a function without that variable, which cannot come back to itself.
 */
export type Depth = number | undefined;

/**
 * The depth of what a value holds.
 */
export function deeper(depth: Depth): Depth {
  return depth === undefined ? undefined : depth + 1;
}

/**
 * The arguments that tell a function the depth of the value that it judges.
 *
 * @param depth that of the value where the function is called
 * @param own that of the value in the function
 */
export function depthArguments(depth: Depth, own: Depth): readonly string[] {
  if (own === undefined) return [];
  if (depth === undefined) return ["0"];
  return [depth === own ? "depth" : `depth + ${depth - own}`];
}
