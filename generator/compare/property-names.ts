import type { NodeId, Pattern } from "../dialects/canonical-keywords.ts";
import { nodeOf } from "../model/node-of.ts";
import { type AdditionalSchema, additionalOf } from "./additional-properties.ts";
import {
  conjoin,
  type Conjunction,
  isImpossible,
  knownAssertions,
  knownNames,
  knownProperty,
  matches,
} from "./conjunction.ts";
import { listedValues } from "./demands/values.ts";
import type { Models } from "./sides.ts";
import { patternText } from "./structure-classes.ts";

/** Properties of which the same is known, but for those that are known by name. */
export interface PropertyClass {
  /** The pattern that their names match; `undefined` for all whose names match none that is known. */
  readonly pattern: Pattern | undefined;
  readonly known: Conjunction;
}

/** All properties that an object can have, by what is known of them. */
export interface KnownProperties {
  readonly named: ReadonlyMap<string, Conjunction>;
  /** Each other property belongs to one of these at least. */
  readonly others: readonly PropertyClass[];
}

/**
 * Sorts the properties that an object can have by what is known of them.
 */
export function knownProperties(models: Models, known: Conjunction): KnownProperties {
  const additional = known.ids.flatMap((id) =>
    additionalOf(models[known.side], nodeOf(models[known.side], id)),
  );
  const listed = listedNames(models, known);
  const names = new Set([
    ...knownNames(models, known),
    ...additional.flatMap(({ declared }) => [...declared]),
    ...(listed ?? []),
  ]);
  const named = [...names]
    .filter((name) => listed?.has(name) !== false)
    .map((name) => [name, knownProperty(models, known, name)] as const)
    .filter(([, value]) => !isImpossible(models, value));
  return {
    named: new Map(named),
    others: listed === undefined ? propertyClasses(models, known, additional) : [],
  };
}

/** The names that properties can have, where `propertyNames` lists them. */
function listedNames(models: Models, known: Conjunction): ReadonlySet<string> | undefined {
  const ids = knownAssertions(models, known, "propertyNames").map(
    ({ assertion }) => assertion.subschema.node,
  );
  const values = listedValues(models, conjoin(models, known.side, ids, known.anchor));
  if (values === undefined) return undefined;
  return new Set(values.filter((value) => typeof value === "string"));
}

function propertyClasses(
  models: Models,
  known: Conjunction,
  additional: readonly AdditionalSchema[],
): readonly PropertyClass[] {
  const members = knownAssertions(models, known, "patternProperties").flatMap(
    ({ assertion }) => assertion.patterns,
  );
  const patterns = new Map(
    [...members.map(({ pattern }) => pattern), ...additional.flatMap((each) => each.patterns)].map(
      (pattern) => [patternText(pattern), pattern],
    ),
  );
  const make = (pattern: Pattern | undefined, ids: readonly NodeId[]): PropertyClass => ({
    pattern,
    known: conjoin(models, known.side, ids, ids[0] ?? known.anchor),
  });
  // A name that matches one pattern may match others, too: then more is known of it, never less.
  const unconditional = additional.filter((each) => each.patterns.length === 0);
  const matching = [...patterns].map(([text, pattern]) => {
    const own = members.filter((member) => patternText(member.pattern) === text);
    return make(
      pattern,
      [...own, ...unconditional].map(({ node }) => node),
    );
  });
  const rest = make(
    undefined,
    additional.map(({ node }) => node),
  );
  return [...matching, rest].filter((each) => !isImpossible(models, each.known));
}

/** Whether one of some patterns matches every name. */
export function matchEverything(patterns: readonly Pattern[]): boolean {
  return patterns.some(({ source }) => ["", ".*", "^", "^.*", ".*$"].includes(source));
}

/** Whether one of some patterns matches a name. */
export function someMatches(patterns: readonly Pattern[], name: string): boolean {
  return patterns.some((pattern) => matches(pattern, name));
}
