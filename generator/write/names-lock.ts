import { lockText } from "../load/names-lock.ts";
import { compareCodeUnits } from "../text/order.ts";

/**
 * Writes a lock of names as the text of names.lock.json: a line a name, in the order of the keys, so
 * that two branches that add schemas mostly merge by themselves.
 *
 * @param names from the keys of schemas to their names
 */
export function serializeNamesLock(names: ReadonlyMap<string, string>): string {
  const sorted = [...names].sort(([a], [b]) => compareCodeUnits(a, b));
  return lockText(Object.fromEntries(sorted));
}
