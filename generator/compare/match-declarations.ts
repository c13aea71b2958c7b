/** What two sets of named schemas are matched by. */
export interface Matchable {
  /** Tells a schema from the others of its set. */
  readonly key: string;
  readonly name: string;
  /** What it is exported by: its module and its name there. */
  readonly exported: string;
  /** The same for schemas of the same structure. */
  readonly structure: string;
}

/** Schemas of two sets that are the same one, and those that are in one set alone. */
export interface Matching<Schema> {
  readonly pairs: readonly (readonly [old: Schema, new: Schema])[];
  readonly removed: readonly Schema[];
  readonly added: readonly Schema[];
}

/**
 * Matches the schemas of two sets: those at the same place; of the others those that are exported
 * alike; then those of the same structure, by name where several have it; last those of the same name,
 * where no others have it.
 */
export function matchDeclarations<Schema extends Matchable>(
  old: readonly Schema[],
  later: readonly Schema[],
): Matching<Schema> {
  const pairs: (readonly [Schema, Schema])[] = [];
  let [removed, added] = [old, later];
  const match = (keyOf: (schema: Schema) => string, isUnique: boolean) => {
    const [left, right] = [groups(removed, keyOf), groups(added, keyOf)];
    const found = [...left].flatMap(([key, members]) => {
      const others = right.get(key) ?? [];
      if (isUnique && (members.length > 1 || others.length > 1)) return [];
      return members
        .slice(0, others.length)
        .map((member, index) => [member, others[index]] as const);
    });
    for (const [member, other] of found) if (other !== undefined) pairs.push([member, other]);
    const matched = new Set(pairs.flat());
    removed = removed.filter((schema) => !matched.has(schema));
    added = added.filter((schema) => !matched.has(schema));
  };
  match(({ key }) => key, false);
  match(({ exported }) => exported, false);
  match(({ structure, name }) => `${structure} ${name}`, false);
  match(({ structure }) => structure, false);
  match(({ name }) => name, true);
  return { pairs, removed, added };
}

function groups<Schema>(
  schemas: readonly Schema[],
  keyOf: (schema: Schema) => string,
): ReadonlyMap<string, readonly Schema[]> {
  const found = new Map<string, Schema[]>();
  for (const schema of schemas) {
    const key = keyOf(schema);
    const group = found.get(key);
    if (group === undefined) found.set(key, [schema]);
    else group.push(schema);
  }
  return found;
}
