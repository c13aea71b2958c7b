import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { ModulePlaces, NameablePlace } from "./module-places.ts";

/** What can settle names before the rules do, by the keys of schemas. */
export interface NameSettlers {
  /** What the config wants. */
  readonly rename: ReadonlyMap<string, string>;
  /** What an earlier run gave. */
  readonly locked: ReadonlyMap<string, string>;
}

/** A schema that cannot have the name that is settled for it, since another one of its module has it. */
export interface NameConflict {
  readonly settler: keyof NameSettlers;
  readonly name: string;
  readonly place: NameablePlace;
  /** The key of the schema that has the name. */
  readonly holder: string;
}

/** The names of one module that are settled before any other is given. */
export interface FixedNames {
  readonly module: ModulePlaces;
  /** By the keys of their schemas. */
  readonly names: ReadonlyMap<string, string>;
  readonly conflicts: readonly NameConflict[];
}

/**
 * Settles names of modules: what the config renames first, then what had a name before. A name that
 * was made after that of another schema, as `PhoneServer` after `Phone`, is kept only while that one
 * keeps its own; so a root that gets another name takes its module with it.
 */
export function fixModules(
  modules: readonly ModulePlaces[],
  settlers: NameSettlers,
): readonly FixedNames[] {
  const rootNames = new Map(modules.map(({ key, name }) => [key, name]));
  return modules.map((module) => fixNames(module, settlers, rootNames));
}

function fixNames(
  module: ModulePlaces,
  { rename, locked }: NameSettlers,
  rootNames: ReadonlyMap<string, string>,
): FixedNames {
  if (rename.size + locked.size === 0) return { module, names: new Map(), conflicts: [] };
  const holders = new Map([[module.name, module.key]]);
  const names = new Map<string, string>();
  const named = new Set<NodeId>();
  const conflicts: NameConflict[] = [];
  const places: readonly NameablePlace[] = [...module.definitions, ...module.inline];
  const settle = (settler: keyof NameSettlers, place: NameablePlace, name: string) => {
    if (named.has(place.node)) return;
    const holder = holders.get(name);
    if (holder === undefined) {
      holders.set(name, place.key);
      names.set(place.key, name);
      named.add(place.node);
    } else conflicts.push({ settler, name, place, holder });
  };
  const isKept = (key: string) => {
    const before = locked.get(key);
    return before === undefined || before === (names.get(key) ?? rootNames.get(key));
  };
  for (const place of places) {
    const name = rename.get(place.key);
    if (name !== undefined) settle("rename", place, name);
  }
  for (const place of places) {
    const name = locked.get(place.key);
    if (name !== undefined && place.bases.every(isKept)) settle("locked", place, name);
  }
  return { module, names, conflicts };
}
