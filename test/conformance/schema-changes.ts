import fc from "fast-check";
import { type RandomCase, randomCases } from "./random.ts";
import { chooserOf, nearInstance } from "./near-instances.ts";
import type { Json } from "./random-values.ts";

/** A schema, what it was changed to, and instances to judge both by. */
export interface ChangeCase extends RandomCase {
  readonly changed: Json;
}

/** A keyword of some schema: its path, and its value. */
interface Member {
  readonly path: readonly string[];
  readonly value: Json;
}

/** Keywords that tell what a schema is called or where others stand, which others refer to. */
const untouched: ReadonlySet<string> = new Set([
  ...["$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"],
  ...["$defs", "definitions"],
]);

/** The keywords of a schema, and of the schemas in it. */
function membersOf(value: Json, path: readonly string[] = []): readonly Member[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, Json]) => [
    ...(Array.isArray(value) || untouched.has(key)
      ? []
      : [{ path: [...path, key], value: member }]),
    ...membersOf(member, [...path, key]),
  ]);
}

function objectsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]: [string, Json]) =>
    objectsOf(member, [...path, key]),
  );
  return Array.isArray(value) ? inner : [path, ...inner];
}

/** Puts a value at a path, or takes away what is there. */
function withMember(value: Json, path: readonly string[], member: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return member ?? value;
  if (typeof value !== "object" || value === null) return value;
  const entries: readonly (readonly [string, Json])[] = Object.entries(value);
  const has = entries.some(([each]) => each === key);
  const kept = entries.flatMap(([each, inner]): [string, Json][] => {
    if (each !== key) return [[each, inner]];
    const changed = rest.length === 0 ? member : withMember(inner, rest, member);
    return changed === undefined ? [] : [[each, changed]];
  });
  if (!has && rest.length === 0 && member !== undefined) kept.push([key, member]);
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}

/** What becomes of the value of a keyword, without another schema to take one from. */
function altered(value: Json, choice: number): Json | undefined {
  if (typeof value === "number") return Math.max(0, value + (choice % 2 === 0 ? 1 : -1));
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value) && value.length > 1) {
    return (value as readonly Json[]).filter((_, index) => index !== choice % value.length);
  }
  return undefined;
}

/** Changes one keyword of a schema: takes it away, alters it, or takes one of another schema. */
function changeOnce(
  schema: Json,
  other: Json,
  [kind = 0, first = 0, second = 0]: readonly number[],
) {
  const all = membersOf(schema);
  // What stands among the definitions is often out of reach.
  const own = all.filter(({ path: [head = ""] }) => !untouched.has(head));
  const members = second % 4 === 0 || own.length === 0 ? all : own;
  const strangers = membersOf(other).filter(({ path }) => path.at(-1) !== "$ref");
  const member = members[first % Math.max(1, members.length)];
  if (member === undefined) return schema;
  const stranger = strangers[second % Math.max(1, strangers.length)];
  const alike = strangers.find(({ path }) => path.at(-1) === member.path.at(-1));
  switch (kind % 4) {
    case 0:
      return withMember(schema, member.path, undefined);
    case 1:
      return withMember(schema, member.path, altered(member.value, second));
    case 2:
      return withMember(schema, member.path, alike?.value);
    default: {
      const objects = objectsOf(schema);
      const target = objects[first % objects.length] ?? [];
      const key = stranger?.path.at(-1);
      return key === undefined ? schema : withMember(schema, [...target, key], stranger?.value);
    }
  }
}

const choices = fc.tuple(fc.nat(), fc.nat(), fc.nat());

const changes = fc.array(choices, { minLength: 1, maxLength: 2 });

/**
 * Draws changes of a schema, one or two keywords each. A change may leave the schema malformed, or with
 * a reference that leads nowhere.
 *
 * @param other a schema whose keywords are taken
 */
export function changesOf(schema: Json, other: Json): fc.Arbitrary<Json> {
  return changes.map((drawn) =>
    drawn.reduce((changed, choice) => changeOnce(changed, other, choice), schema),
  );
}

/** Instances that one of some schemas accepts or all but accepts, so many of each. */
export function nearInstances(
  schemas: readonly Json[],
  count: number,
  seed: number,
): readonly Json[] {
  const choose = chooserOf(seed);
  return schemas.flatMap((schema) =>
    Array.from({ length: count }, () => nearInstance(schema, schema, choose)),
  );
}

/**
 * Draws changes of random schemas, as {@link changesOf}.
 *
 * @param instances how many random instances each comes with, and how many near to each of the two
 */
export function changeCases(instances: number): fc.Arbitrary<ChangeCase> {
  return fc.tuple(randomCases(instances), randomCases(0)).chain(([each, { schema: other }]) =>
    fc.tuple(changesOf(each.schema, other), fc.nat()).map(([changed, seed]) => {
      const near = nearInstances([each.schema, changed], instances, seed);
      return { ...each, changed, instances: [...each.instances, ...near] };
    }),
  );
}
