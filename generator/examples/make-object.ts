import type { NodeId, Pattern } from "../dialects/canonical-keywords.ts";
import { nodeOf } from "../model/node-of.ts";
import { type Conjunction, assertionsOf } from "./conjunction.ts";
import { type Making, type Wanted, makeValue } from "./make-value.ts";
import { patternTexts } from "./pattern-text.ts";

/** How many properties are made up that no schema declares. */
const mostOthers = 1_000;

/**
 * Makes an object that schemas demand: with what must be there alone, or with all that is declared and
 * not deprecated; `undefined` where a property cannot be made that must be there.
 */
export function makeObject(making: Making, wanted: Wanted, joined: Conjunction): unknown {
  const { level } = wanted;
  const schemasOf = propertySchemasOf(joined);
  const place = { level: Math.max(0, level - 1), variation: 0, depth: wanted.depth + 1 };
  const required = requiredNames(joined);
  const declared = assertionsOf(joined, "properties").flatMap(({ properties }) =>
    properties.map(({ name }) => name),
  );
  const members = new Map<string, unknown>();
  const add = (name: string, called = name): boolean => {
    const value = joined.selected.has(name)
      ? joined.selected.get(name)
      : makeValue(making, { ...place, ids: schemasOf(name), name: called });
    if (value !== undefined) members.set(name, value);
    return value !== undefined;
  };
  for (const name of new Set([...declared, ...required])) {
    if (members.has(name)) continue;
    if (required.has(name)) {
      if (!add(name)) return undefined;
    } else if (
      level > 0 &&
      !isLeftOut(making, schemasOf(name)) &&
      making.choose(2, "presence") === 0
    ) {
      add(name);
    }
  }
  const least = Math.max(0, ...assertionsOf(joined, "minProperties").map(({ limit }) => limit));
  const most = Math.min(
    Infinity,
    ...assertionsOf(joined, "maxProperties").map(({ limit }) => limit),
  );
  if (least > mostOthers + declared.length) return undefined;
  for (const name of declared) {
    if (members.size < least && !members.has(name)) add(name);
  }
  const wish = level > 0 && declared.length === 0 ? Math.max(least, 1) : least;
  for (let index = 0; members.size < Math.min(wish, most) && index < wish + 4; index += 1) {
    const name = otherName(making, wanted, joined, index);
    if (name !== undefined && !members.has(name)) add(name, "value");
  }
  if (members.size < least) return undefined;
  return required.size > most ? undefined : Object.fromEntries(fewest(members, required, most));
}

/** Where there may be fewer properties than were made, those go that need not be there. */
function fewest(
  members: ReadonlyMap<string, unknown>,
  required: ReadonlySet<string>,
  most: number,
): readonly (readonly [string, unknown])[] {
  if (members.size <= most) return [...members];
  const needed = [...members].filter(([name]) => required.has(name));
  const others = [...members].filter(([name]) => !required.has(name));
  return [...needed, ...others].slice(0, most);
}

/** The properties that must be there, those included that others bring with them. */
function requiredNames(joined: Conjunction): ReadonlySet<string> {
  const names = new Set([
    ...joined.selected.keys(),
    ...assertionsOf(joined, "required").flatMap((assertion) => assertion.names),
  ]);
  const dependencies = assertionsOf(joined, "dependentRequired").flatMap(
    (each) => each.dependencies,
  );
  for (const name of names) {
    for (const dependency of dependencies) {
      if (dependency.name === name) for (const other of dependency.required) names.add(other);
    }
  }
  return names;
}

/** An example teaches nothing that is deprecated, and nothing that cannot be there. */
function isLeftOut({ model }: Making, ids: readonly NodeId[]): boolean {
  return ids.some((id) => {
    const { annotations } = nodeOf(model, id);
    return annotations.deprecated === true || model.facts[id]?.types.size === 0;
  });
}

/** The schemas that hold of a property. */
type PropertySchemas = (name: string) => readonly NodeId[];

const none: readonly NodeId[] = [];

function propertySchemasOf(joined: Conjunction): PropertySchemas {
  const declared = new Map<string, NodeId[]>();
  for (const { properties } of assertionsOf(joined, "properties")) {
    for (const { name, node } of properties) {
      const others = declared.get(name);
      if (others === undefined) declared.set(name, [node]);
      else others.push(node);
    }
  }
  const patterns = assertionsOf(joined, "patternProperties").flatMap((each) => each.patterns);
  const additional = assertionsOf(joined, "additionalProperties");
  const unevaluated = assertionsOf(joined, "unevaluatedProperties");
  const others = patterns.length + additional.length + unevaluated.length;
  if (others === 0) return (name) => declared.get(name) ?? none;
  return (name) => {
    const matching = (pattern: Pattern) => joined.matches(pattern, name) === true;
    const known = [
      ...(declared.get(name) ?? []),
      ...patterns.filter(({ pattern }) => matching(pattern)).map(({ node }) => node),
      ...additional
        .filter((each) => !each.declared.includes(name) && !each.patterns.some(matching))
        .map(({ subschema }) => subschema.node),
    ];
    if (known.length > 0) return known;
    return unevaluated.map(({ subschema }) => subschema.node);
  };
}

/** A name that no schema declares, but one may be for. */
function otherName(
  making: Making,
  { name, depth }: Wanted,
  joined: Conjunction,
  index: number,
): string | undefined {
  const patterns = assertionsOf(joined, "patternProperties").flatMap((each) => each.patterns);
  const pattern = patterns[index]?.pattern;
  const names = assertionsOf(joined, "propertyNames").map(({ subschema }) => subschema.node);
  if (pattern !== undefined) return patternTexts(pattern, 0)[0];
  if (names.length === 0) return index === 0 ? "key" : `key${String(index + 1)}`;
  const variation = index - patterns.length;
  const made = makeValue(making, {
    ids: names,
    level: 0,
    name: name || "key",
    variation,
    depth: depth + 1,
  });
  return typeof made === "string" ? made : undefined;
}
