import { findComponents } from "../model/components.ts";
import { hashText } from "../write/content-hash.ts";

/**
 * Hashes modules with all that they lead to: each of those that lead to each other from the modules of
 * their component and the hashes of what that leads to.
 *
 * @param paths of all modules
 * @param next gives the paths that a module leads to
 * @param hashOf what is told of a module by itself
 * @returns by path
 */
export function closureHashes(
  paths: readonly string[],
  next: (path: string) => Iterable<string>,
  hashOf: (path: string) => string,
): ReadonlyMap<string, string> {
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const below = paths.map((path) => [...next(path)].map((each) => numbers.get(each) ?? 0));
  const hashes: string[] = [];
  for (const members of findComponents(paths.length, (number) => below[number] ?? [])) {
    const own = members.map((number) => {
      const path = paths[number] ?? "";
      return `${path} ${hashOf(path)}`;
    });
    const outer = members.flatMap((number) => below[number] ?? []);
    // What belongs to the component has no hash yet.
    const reached = new Set(outer.flatMap((number) => hashes[number] ?? []));
    const hash = hashText([...own.sort(), ...[...reached].sort()].join("\n"));
    for (const number of members) hashes[number] = hash;
  }
  return new Map(paths.map((path, number) => [path, hashes[number] ?? ""]));
}
