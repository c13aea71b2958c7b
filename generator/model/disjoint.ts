import type { Subschema, ValueType } from "../dialects/canonical-keywords.ts";
import { listedValues } from "./listed-values.ts";
import { type TagSource, tagOf } from "./tags.ts";
import { everyType } from "./type-sets.ts";

/** What tells a schema from others: its types, and its values where it lists them and all are scalars. */
interface Reach {
  readonly types: ReadonlySet<ValueType>;
  readonly values: ReadonlySet<unknown> | undefined;
}

/**
 * Whether no value can match two of some schemas: a tag tells them apart, or each two of them accept
 * other types or list other values.
 */
export function areDisjoint(source: TagSource, subschemas: readonly Subschema[]): boolean {
  if (tagOf(source, subschemas) !== undefined) return true;
  const reaches = subschemas.map((subschema) => reachOf(source, subschema));
  return [...everyType].every((type) =>
    listOthers(reaches.filter(({ types }) => types.has(type)).map(({ values }) => values)),
  );
}

function reachOf({ nodes, facts }: TagSource, { node }: Subschema): Reach {
  const values = listedValues(nodes, node);
  return {
    types: facts[node]?.types ?? everyType,
    values: values?.every(isScalar) === true ? new Set(values) : undefined,
  };
}

/** Whether each of some schemas lists its values, and no value is in two lists; so it is for a lone one. */
function listOthers(lists: readonly (ReadonlySet<unknown> | undefined)[]): boolean {
  if (lists.length < 2) return true;
  const listed = new Set<unknown>();
  return lists.every((values) => {
    if (values === undefined || [...values].some((value) => listed.has(value))) return false;
    for (const value of values) listed.add(value);
    return true;
  });
}

function isScalar(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
