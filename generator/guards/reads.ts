/** What a block of a function has read of objects, each kept in a variable. */
export interface Reads {
  /** What was read last. */
  latest: Read | undefined;
  /** What the blocks around it have read. */
  readonly outer: Reads | undefined;
}

/** One read, and what was read before: a list that blocks share the end of. */
interface Read {
  readonly object: string;
  readonly name: string | typeof everything;
  /** `undefined` where it is out of reach. */
  readonly variable: string | undefined;
  readonly before: Read | undefined;
}

/** What the own properties of an object are known by among its properties. */
export const everything = Symbol("everything");

/**
 * The reads of a block inside others.
 */
export function readsInside(outer: Reads | undefined): Reads {
  return { latest: undefined, outer };
}

/**
 * The reads of a block with what it has read up to here: what is added to the one is not to the other.
 */
export function copyReads({ latest, outer }: Reads): Reads {
  return { latest, outer };
}

/**
 * The variable of what a block itself has read.
 */
export function variableIn(reads: Reads, object: string, name: Read["name"]): string | undefined {
  for (let read = reads.latest; read !== undefined; read = read.before) {
    if (read.name === name && read.object === object) return read.variable;
  }
  return undefined;
}

/**
 * The variable of what a block or one around it has read: that of the innermost.
 */
export function variableAround(
  reads: Reads | undefined,
  object: string,
  name: Read["name"],
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
  name: Read["name"],
  variable: string | undefined,
): void {
  reads.latest = { object, name, variable, before: reads.latest };
}

/**
 * Takes what a block has read out of reach of what comes after.
 */
export function forgetRead(reads: Reads, object: string, name: Read["name"]): void {
  keepRead(reads, object, name, undefined);
}
