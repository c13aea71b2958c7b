/** The variables that the blocks of a function hold properties in, and the own properties of objects. */
export interface Reads {
  /** What this block has read: by the variable of the object, then by the name of the property. */
  readonly variables: Map<string, Map<string | typeof everything, string>>;
  /** What the blocks around it have read. */
  readonly outer: Reads | undefined;
}

/** What the own properties of an object are known by among its properties. */
export const everything = Symbol("everything");

/**
 * The reads of a block inside others.
 */
export function readsInside(outer: Reads | undefined): Reads {
  return { variables: new Map(), outer };
}

/**
 * The reads of a block with what it has read up to here: what is added to the one is not to the other.
 */
export function copyReads({ variables, outer }: Reads): Reads {
  return {
    variables: new Map(Array.from(variables, ([object, names]) => [object, new Map(names)])),
    outer,
  };
}

/**
 * The variable of what a block itself has read.
 */
export function variableIn(
  reads: Reads,
  object: string,
  name: string | typeof everything,
): string | undefined {
  return reads.variables.get(object)?.get(name);
}

/**
 * The variable of what a block or one around it has read: that of the innermost.
 */
export function variableAround(
  reads: Reads | undefined,
  object: string,
  name: string | typeof everything,
): string | undefined {
  for (let each = reads; each !== undefined; each = each.outer) {
    const variable = variableIn(each, object, name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/**
 * Keeps the variable of what a block reads.
 */
export function keepRead(
  reads: Reads,
  object: string,
  name: string | typeof everything,
  variable: string,
): void {
  const names = reads.variables.get(object);
  if (names === undefined) reads.variables.set(object, new Map([[name, variable]]));
  else names.set(name, variable);
}

/**
 * Takes what a block has read out of reach of what comes after.
 */
export function forgetRead(reads: Reads, object: string, name: string | typeof everything): void {
  reads.variables.get(object)?.delete(name);
}
