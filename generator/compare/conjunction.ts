import { canMatch } from "../patterns/pattern-tests.ts";
import type {
  Assertion,
  AssertionKeyword,
  AssertionOf,
  NodeId,
  Pattern,
  ValueType,
} from "../dialects/canonical-keywords.ts";
import { everyType } from "../model/type-sets.ts";
import type { SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { conjunctsOf } from "../model/tags.ts";
import { additionalItemsOf } from "./additional-items.ts";
import { additionalOf } from "./additional-properties.ts";
import type { Models, Side } from "./sides.ts";
import type { StructureClasses } from "./structure-classes.ts";

/** What is known of a value: that several schemas of one side accept it, and which types it can have. */
export interface Conjunction {
  readonly side: Side;
  /** With each schema also what it refers to and its `allOf`. */
  readonly ids: readonly NodeId[];
  readonly types: ReadonlySet<ValueType>;
  /** The schema at whose place it is told what is not there. */
  readonly anchor: NodeId;
}

/**
 * What is known of a value that some schemas of a side accept; all is possible where there are none.
 */
export function conjoin(
  models: Models,
  side: Side,
  ids: readonly NodeId[],
  anchor: NodeId,
  types: ReadonlySet<ValueType> = everyType,
): Conjunction {
  const { nodes, facts } = models[side];
  const [only] = ids;
  const all =
    only !== undefined && ids.length === 1
      ? conjunctIds(nodes, only)
      : [...new Set(ids.flatMap((id) => conjunctIds(nodes, id)))];
  const possible = all.reduce<ReadonlySet<ValueType>>((left, id) => {
    const accepted = facts[id]?.types ?? everyType;
    return [...left].every((type) => accepted.has(type))
      ? left
      : new Set([...left].filter((type) => accepted.has(type)));
  }, types);
  return { side, ids: all, types: possible, anchor };
}

const knownConjuncts = new WeakMap<readonly SchemaNode[], Map<NodeId, readonly NodeId[]>>();

/** A schema with all that holds where it holds; each is looked for once. */
export function conjunctIds(nodes: readonly SchemaNode[], id: NodeId): readonly NodeId[] {
  const known = knownConjuncts.get(nodes) ?? new Map<NodeId, readonly NodeId[]>();
  knownConjuncts.set(nodes, known);
  const found =
    known.get(id) ?? conjunctsOf({ nodes }, { node: id, path: "" }).map(({ node }) => node.id);
  known.set(id, found);
  return found;
}

/** What is known where some schema accepts the value besides. */
export function conjoinAlso(models: Models, known: Conjunction, id: NodeId): Conjunction {
  return conjoin(models, known.side, [...known.ids, id], known.anchor, known.types);
}

/** What is known where the value has some type. */
export function conjoinType(known: Conjunction, type: ValueType): Conjunction {
  return { ...known, types: new Set(known.types.has(type) ? [type] : []) };
}

/** A text that is the same for what knows the same, wherever that stands. */
export function conjunctionKey(
  { side, ids, types }: Conjunction,
  classOf: StructureClasses,
): string {
  const classes = [...new Set(ids.map((id) => classOf({ side, id })))].sort((a, b) => a - b);
  return `${classes.join()} ${types.size === everyType.size ? "" : [...types].sort().join()}`;
}

/** An assertion that is known to hold, with the schema that makes it. */
export interface AnyKnownAssertion {
  readonly node: SchemaNode;
  readonly assertion: Assertion;
}

/** An assertion of one keyword that is known to hold. */
export interface KnownAssertion<Keyword extends AssertionKeyword> extends AnyKnownAssertion {
  readonly assertion: AssertionOf<Keyword>;
}

/** The assertions of one keyword that are known to hold. */
export function knownAssertions<Keyword extends AssertionKeyword>(
  models: Models,
  { side, ids }: Conjunction,
  keyword: Keyword,
): readonly KnownAssertion<Keyword>[] {
  const isWanted = (assertion: Assertion): assertion is AssertionOf<Keyword> =>
    assertion.keyword === keyword;
  const found: KnownAssertion<Keyword>[] = [];
  // Asked more often than anything else.
  for (const id of ids) {
    const node = nodeOf(models[side], id);
    for (const assertion of node.assertions) {
      if (isWanted(assertion)) found.push({ node, assertion });
    }
  }
  return found;
}

const foundRequired = new WeakMap<Conjunction, ReadonlySet<string>>();

/** The names that an object is known to have; looked for once. */
export function knownRequired(models: Models, known: Conjunction): ReadonlySet<string> {
  const found =
    foundRequired.get(known) ??
    new Set(knownAssertions(models, known, "required").flatMap(({ assertion }) => assertion.names));
  foundRequired.set(known, found);
  return found;
}

/** The names of properties that some known schema speaks of. */
export function knownNames(models: Models, known: Conjunction): ReadonlySet<string> {
  return new Set(
    knownAssertions(models, known, "properties").flatMap(({ assertion }) =>
      assertion.properties.map(({ name }) => name),
    ),
  );
}

const foundProperties = new WeakMap<Conjunction, Map<string, Conjunction>>();

/** What is known of a property's value; looked for once. */
export function knownProperty(models: Models, known: Conjunction, name: string): Conjunction {
  const properties = foundProperties.get(known) ?? new Map<string, Conjunction>();
  foundProperties.set(known, properties);
  const found = properties.get(name) ?? findProperty(models, known, name);
  properties.set(name, found);
  return found;
}

function findProperty(models: Models, known: Conjunction, name: string): Conjunction {
  const found = known.ids.flatMap((id) => propertyNodes(models, known.side, id, name));
  return conjoin(models, known.side, found, found[0] ?? known.anchor);
}

function propertyNodes(models: Models, side: Side, id: NodeId, name: string): readonly NodeId[] {
  const node = nodeOf(models[side], id);
  const found = node.assertions.flatMap((assertion): readonly NodeId[] => {
    switch (assertion.keyword) {
      case "properties":
        return assertion.properties.filter((each) => each.name === name).map((each) => each.node);
      case "patternProperties":
        return assertion.patterns
          .filter(({ pattern }) => matches(pattern, name))
          .map((each) => each.node);
      default:
        return [];
    }
  });
  const others = additionalOf(models[side], node)
    .filter(
      ({ declared, patterns }) =>
        !declared.has(name) && !patterns.some((pattern) => matches(pattern, name)),
    )
    .map((each) => each.node);
  return [...found, ...others];
}

/** What is known of an item's value. */
export function knownItem(models: Models, known: Conjunction, index: number): Conjunction {
  const found = [
    ...knownAssertions(models, known, "prefixItems").flatMap(
      ({ assertion }) => assertion.subschemas[index]?.node ?? [],
    ),
    ...known.ids
      .flatMap((id) => additionalItemsOf(models[known.side], nodeOf(models[known.side], id)))
      .filter(({ from }) => index >= from)
      .map(({ node }) => node),
  ];
  return conjoin(models, known.side, found, found[0] ?? known.anchor);
}

/** Whether a pattern matches a name, as far as that can be told in time. */
export function matches(pattern: Pattern, name: string): boolean {
  return canMatch(pattern, name);
}

/** Whether no value can be what is known, as far as types and required properties tell. */
export function isImpossible(models: Models, known: Conjunction): boolean {
  if (known.types.size === 0) return true;
  if (known.types.size > 1 || !known.types.has("object")) return false;
  return [...knownRequired(models, known)].some(
    (name) => knownProperty(models, known, name).types.size === 0,
  );
}
