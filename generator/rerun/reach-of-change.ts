import type { ModuleRow } from "../cache/module-rows.ts";
import type { ChangedModule } from "./changed-modules.ts";

/** The modules that a change has to do with, by their numbers. */
export interface ReachOfChange {
  /** Those that show it, or what comes of it: they are made anew. */
  readonly affected: ReadonlySet<number>;
  /** Those, and all that they come to: what they are made of. */
  readonly needed: ReadonlySet<number>;
}

/** Leads from a module to others, all by their numbers. */
type Next = (module: number) => Iterable<number>;

/**
 * Finds what a change has to do with, by the same rules as `moduleKeys`.
 */
export function reachOfChange(
  modules: readonly ModuleRow[],
  changed: ReadonlyMap<number, ChangedModule>,
): ReachOfChange {
  const used: Next = (module) => modules[module]?.used ?? [];
  const users = reversed(modules.map((module) => module.used));
  const joining = reversed(modules.map((module) => module.joined));
  const discriminates = (module: number) => modules[module]?.discriminates === true;
  const deep = [...changed].filter(([, { depth }]) => depth !== "words");
  // What judges the same values as a changed schema shows what that says; and what comes to one
  // otherwise is made of what it accepts.
  const telling = new Set([
    ...reached(changed.keys(), joining),
    ...reached(
      deep.map(([module]) => module),
      users,
    ),
  ]);
  const affected = new Set(telling);
  for (const module of telling) {
    for (const user of users(module)) affected.add(user);
    // The schemas that extend one with a discriminator are among its values.
    for (const other of used(module)) if (discriminates(other)) affected.add(other);
  }
  const extending = [...affected].filter(discriminates).flatMap((module) => [...joining(module)]);
  const needed = reached([...affected, ...reached(extending, joining)], used);
  return { affected, needed };
}

function reached(start: Iterable<number>, next: Next): ReadonlySet<number> {
  const found = new Set(start);
  for (const each of found) {
    for (const other of next(each)) found.add(other);
  }
  return found;
}

function reversed(lists: readonly (readonly number[])[]): Next {
  const others = lists.map((): number[] => []);
  for (const [from, list] of lists.entries()) {
    for (const to of list) others[to]?.push(from);
  }
  return (module) => others[module] ?? [];
}
