import { appendTokens } from "../pointer/json-pointer.ts";

/**
 * How deep objects and arrays of a file can be nested. Schemas that people write stay below 30; whatever
 * walks a schema may call itself at each level.
 */
export const mostNesting = 200;

/** A value, and the way to it. */
interface Place {
  readonly value: object;
  readonly depth: number;
  readonly key: string;
  readonly parent: Place | undefined;
}

/**
 * Finds an object or array that is nested deeper than {@link mostNesting}. Walks without recursion, and
 * through what aliases of YAML share only as often as it is found deeper.
 *
 * @returns its JSON Pointer; `undefined` where there is none
 */
export function findDeepNesting(value: unknown): string | undefined {
  if (!isNested(value)) return undefined;
  const deepest = new Map<object, number>();
  const waiting: Place[] = [{ value, depth: 1, key: "", parent: undefined }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value: holder, depth } = place;
    if (depth > mostNesting) return pointerOf(place);
    for (const key of Object.keys(holder)) {
      const inner = (holder as Readonly<Record<string, unknown>>)[key];
      if (!isNested(inner) || (deepest.get(inner) ?? 0) > depth) continue;
      deepest.set(inner, depth + 1);
      waiting.push({ value: inner, depth: depth + 1, key, parent: place });
    }
  }
  return undefined;
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function pointerOf(place: Place): string {
  const tokens: string[] = [];
  for (let each = place; each.parent !== undefined; each = each.parent) tokens.push(each.key);
  return appendTokens("", ...tokens.reverse());
}
