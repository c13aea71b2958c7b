/** The member names and array indices that lead from a value to one inside it. */
export type Location = readonly (string | number)[];

type Members = Readonly<Record<string, unknown>>;

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Merges an update into the value that an action selects (OpenAPI Overlay 1.0.0 §4.4.3): objects
 * merge member by member, of arrays the update's items follow the target's, anything else gives way
 * to the update. Neither argument is changed.
 */
function mergeUpdate(target: unknown, update: unknown): unknown {
  if (Array.isArray(target) && Array.isArray(update))
    return [...(target as unknown[]), ...(update as unknown[])];
  if (!isMembers(target) || !isMembers(update)) return update;
  const merged = Object.entries(update).map(([name, value]) => [
    name,
    Object.hasOwn(target, name) ? mergeUpdate(target[name], value) : value,
  ]);
  // Own properties are defined, not assigned, so that `__proto__` stays a name as any other.
  return { ...target, ...(Object.fromEntries(merged) as Members) };
}

/**
 * Returns the value with each of the locations in it updated, the inner ones first: an object is
 * merged with the update, an array gets it as its last item.
 */
export function updateLocations(
  root: unknown,
  locations: readonly Location[],
  update: unknown,
): unknown {
  return rewrite(root, selectionOf(locations), (target) =>
    Array.isArray(target) ? [...(target as unknown[]), update] : mergeUpdate(target, update),
  );
}

const removed = Symbol("removed");

/**
 * Returns the value without what stands at the locations, none of which is the value itself.
 */
export function removeLocations(root: unknown, locations: readonly Location[]): unknown {
  return rewrite(root, selectionOf(locations), () => removed);
}

/** Locations as a tree, so that a change of many of them copies each value on the way once. */
interface Selection {
  selected: boolean;
  readonly children: Map<string | number, Selection>;
}

function selectionOf(locations: readonly Location[]): Selection {
  const root: Selection = { selected: false, children: new Map() };
  for (const location of locations) {
    let selection = root;
    for (const key of location) {
      const child = selection.children.get(key) ?? { selected: false, children: new Map() };
      selection.children.set(key, child);
      selection = child;
    }
    selection.selected = true;
  }
  return root;
}

function rewrite(
  value: unknown,
  { selected, children }: Selection,
  change: (value: unknown) => unknown,
): unknown {
  const rewriteChild = (key: string | number, child: unknown): unknown => {
    const selection = children.get(key);
    return selection === undefined ? child : rewrite(child, selection, change);
  };
  let result = value;
  if (children.size > 0 && Array.isArray(value)) {
    result = value
      .map((item: unknown, index) => rewriteChild(index, item))
      .filter((item) => item !== removed);
  } else if (children.size > 0 && isMembers(value)) {
    result = Object.fromEntries(
      Object.entries(value)
        .map(([name, member]): [string, unknown] => [name, rewriteChild(name, member)])
        .filter(([, member]) => member !== removed),
    );
  }
  return selected ? change(result) : result;
}
