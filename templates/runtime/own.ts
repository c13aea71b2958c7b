import { hasOwn } from "./has-own.ts";

/** An object's own property; `undefined` where it has none of that name. */
export function own(object: object, name: string): unknown {
  return hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
