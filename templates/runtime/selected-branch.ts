import { own } from "./own.ts";
import { typeIsObject } from "./type-is-object.ts";

/**
 * The branch that an object's tag selects, by its index; `undefined` where it selects none.
 *
 * @param otherwise the branch that speaks for all other tags, and for none
 */
export function selectedBranch(
  value: unknown,
  property: string,
  branches: ReadonlyMap<string, number>,
  otherwise?: number,
): number | undefined {
  if (!typeIsObject(value)) return undefined;
  const tag = own(value, property);
  return (typeof tag === "string" ? branches.get(tag) : undefined) ?? otherwise;
}
