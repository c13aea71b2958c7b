/** A stretch of a text, by its offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Finds the places of the values in a JSON text. */
export interface JsonPlaces {
  /** Where the value stands that reference tokens lead to, or its nearest ancestor that is there. */
  readonly valueAt: (tokens: readonly string[]) => Stretch;
  /** Where the key of the member stands that they lead to; `undefined` where there is none. */
  readonly keyAt: (tokens: readonly string[]) => Stretch | undefined;
}

/** A member of an object, or an item of an array, which has no key. */
interface Child {
  readonly key?: Stretch;
  /** The offset of its value. */
  readonly value: number;
}

type Children = ReadonlyMap<string, Child>;

/**
 * Finds places in a JSON text (RFC 8259) that is known to be valid. Only the objects and arrays on the way
 * to a value are looked into, each of them once.
 */
export function jsonPlaces(json: string): JsonPlaces {
  const ends = findEnds(json);
  const known = new Map<number, Children>();
  const childrenAt = (start: number): Children => {
    const found = known.get(start) ?? readChildren(json, ends, start);
    known.set(start, found);
    return found;
  };
  const root = skipSpace(json, 0);
  const nearest = (tokens: readonly string[]): number => {
    let start = root;
    for (const token of tokens) {
      const child = childrenAt(start).get(token);
      if (child === undefined) break;
      start = child.value;
    }
    return start;
  };
  return {
    valueAt: (tokens) => {
      const start = nearest(tokens);
      return { start, end: skipValue(json, ends, start) };
    },
    keyAt: (tokens) => {
      let child: Child | undefined = { value: root };
      for (const token of tokens) child = child && childrenAt(child.value).get(token);
      return child?.key;
    },
  };
}

/** Of equal keys the last one counts. */
function readChildren(json: string, ends: Ends, start: number): Children {
  const children = new Map<string, Child>();
  const open = json[start];
  if (open !== "{" && open !== "[") return children;
  let offset = skipSpace(json, start + 1);
  while (json[offset] !== "}" && json[offset] !== "]") {
    if (open === "{") {
      const key = { start: offset, end: skipValue(json, ends, offset) };
      const value = skipSpace(json, skipSpace(json, key.end) + 1);
      children.set(JSON.parse(json.slice(key.start, key.end)) as string, { key, value });
      offset = value;
    } else {
      children.set(String(children.size), { value: offset });
    }
    offset = skipSpace(json, skipValue(json, ends, offset));
    if (json[offset] === ",") offset = skipSpace(json, offset + 1);
  }
  return children;
}

const space = /[ \t\n\r]*/y;
const scalar = /[^\s,\]}]*/y;

function skipSpace(json: string, offset: number): number {
  space.lastIndex = offset;
  space.test(json);
  return space.lastIndex;
}

function skipValue(json: string, ends: Ends, start: number): number {
  const end = ends.get(start);
  if (end !== undefined) return end;
  if (json[start] === '"') return skipString(json, start);
  scalar.lastIndex = start;
  scalar.test(json);
  return scalar.lastIndex;
}

function skipString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let before = end;
    while (json[before - 1] === "\\") before -= 1;
    if ((end - before) % 2 === 0) return end + 1;
  }
  return json.length;
}

/** From where objects and arrays begin to where they end. */
type Ends = ReadonlyMap<number, number>;

function findEnds(json: string): Ends {
  const ends = new Map<number, number>();
  const open: number[] = [];
  const structural = /["{}[\]]/g;
  while (structural.test(json)) {
    const offset = structural.lastIndex - 1;
    const character = json[offset];
    if (character === '"') structural.lastIndex = skipString(json, offset);
    else if (character === "{" || character === "[") open.push(offset);
    else ends.set(open.pop() ?? 0, offset + 1);
  }
  return ends;
}
