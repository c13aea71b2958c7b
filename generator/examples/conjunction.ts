import type {
  Annotations,
  Assertion,
  AssertionKeyword,
  AssertionOf,
  JsonType,
  NodeId,
} from "../dialects/canonical-keywords.ts";
import { type DiscriminatedUnion, discriminatedUnion } from "../model/discriminators.ts";
import { hasType } from "../model/json-type.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import type { Heights } from "./heights.ts";
import type { PatternTests } from "../patterns/pattern-tests.ts";

/** What is chosen: how a value is made, or whether what is optional is there. */
export type ChoiceKind = "way" | "presence";

/** Chooses one of some alternatives, by its index. */
export type Choose = (count: number, kind: ChoiceKind) => number;

/** Schemas that all hold of one value, with the branches of their unions that were chosen. */
export interface Conjunction {
  readonly nodes: readonly SchemaNode[];
  /** The assertions of all of them, by their keywords. */
  readonly assertions: ReadonlyMap<AssertionKeyword, readonly Assertion[]>;
  /** The values of properties by which discriminators select the chosen branches. */
  readonly selected: ReadonlyMap<string, unknown>;
  /** Tells whether their patterns match. */
  readonly matches: PatternTests;
}

/** How schemas are joined, and the branches of their unions chosen. */
export interface Joining {
  readonly choose: Choose;
  readonly heights: Heights;
  /** Whether the value is to be as small as can be. */
  readonly isMinimal: boolean;
  readonly matches: PatternTests;
}

/**
 * Joins schemas with all that judges the same value: what they refer to, the members of their `allOf`,
 * and one branch of each `anyOf` and `oneOf`. Of `if` it is `then`, or else `else`.
 */
export function joinSchemas(
  model: SchemaModel,
  ids: readonly NodeId[],
  joining: Joining,
): Conjunction {
  const joined = new Map<NodeId, SchemaNode>();
  const selected = new Map<string, unknown>();
  const waiting = [...ids];
  // What is pushed while it is walked comes in turn.
  for (const id of waiting) {
    if (joined.has(id)) continue;
    const node = nodeOf(model, id);
    joined.set(id, node);
    for (const assertion of node.assertions) {
      switch (assertion.keyword) {
        case "$ref":
          waiting.push(assertion.target);
          break;
        case "allOf":
          waiting.push(...assertion.subschemas.map((member) => member.node));
          break;
        case "anyOf":
        case "oneOf": {
          const branch = chooseBranch(model, assertion, joining);
          const chosen = assertion.subschemas[branch];
          if (chosen === undefined) break;
          waiting.push(chosen.node);
          for (const each of selectedValue(model, node, branch)) selected.set(...each);
          break;
        }
        case "if": {
          const { condition, consequent, alternative } = assertion;
          const met = consequent === undefined ? [] : [condition.node, consequent.node];
          const unmet = alternative === undefined ? [] : [alternative.node];
          waiting.push(...(joining.choose(2, "way") === 0 ? met : unmet));
          break;
        }
        default:
      }
    }
  }
  const nodes = [...joined.values()];
  return { nodes, assertions: byKeyword(nodes), selected, matches: joining.matches };
}

function byKeyword(
  nodes: readonly SchemaNode[],
): ReadonlyMap<AssertionKeyword, readonly Assertion[]> {
  const found = new Map<AssertionKeyword, Assertion[]>();
  for (const { assertions } of nodes) {
    for (const assertion of assertions) {
      const others = found.get(assertion.keyword);
      if (others === undefined) found.set(assertion.keyword, [assertion]);
      else others.push(assertion);
    }
  }
  return found;
}

/** The branches in the order in which they are tried: those that lead to an end soonest, or as written. */
function chooseBranch(
  model: SchemaModel,
  { subschemas }: AssertionOf<"anyOf" | "oneOf">,
  { choose, heights, isMinimal }: Joining,
): number {
  const possible = subschemas
    .map(({ node }, index) => ({ index, height: heights(node), types: model.facts[node]?.types }))
    .filter(({ height, types }) => height < Infinity && types?.size !== 0)
    .map((each) => ({ ...each, isNull: each.types?.size === 1 && each.types.has("null") }))
    .sort(
      (a, b) =>
        (isMinimal ? a.height - b.height : 0) ||
        Number(a.isNull) - Number(b.isNull) ||
        a.index - b.index,
    );
  return possible[choose(possible.length, "way")]?.index ?? -1;
}

function selectedValue(
  model: SchemaModel,
  node: SchemaNode,
  branch: number,
): readonly [property: string, value: unknown][] {
  const union = node.discriminator && unionOf(model, node);
  const [value] = union?.branches[branch]?.values ?? [];
  return union === undefined || value === undefined ? [] : [[union.discriminator.property, value]];
}

const knownUnions = new WeakMap<SchemaNode, DiscriminatedUnion | undefined>();

function unionOf(model: SchemaModel, node: SchemaNode): DiscriminatedUnion | undefined {
  if (!knownUnions.has(node)) knownUnions.set(node, discriminatedUnion(model, node));
  return knownUnions.get(node);
}

/**
 * The assertions of one keyword that some of the joined schemas make.
 */
export function assertionsOf<Keyword extends AssertionKeyword>(
  { assertions }: Conjunction,
  keyword: Keyword,
): readonly AssertionOf<Keyword>[] {
  return (assertions.get(keyword) ?? none) as readonly AssertionOf<Keyword>[];
}

const none: readonly Assertion[] = [];

/**
 * The first value that the joined schemas have for an annotation.
 */
export function annotationOf<Name extends keyof Annotations>(
  { nodes }: Conjunction,
  name: Name,
): Annotations[Name] | undefined {
  return nodes.find(({ annotations }) => annotations[name] !== undefined)?.annotations[name];
}

/** Keywords that speak of values of one type, by which a schema without `type` tells what it is for. */
const typeHints: ReadonlyMap<AssertionKeyword, JsonType> = new Map([
  ["properties", "object"],
  ["required", "object"],
  ["patternProperties", "object"],
  ["additionalProperties", "object"],
  ["minProperties", "object"],
  ["propertyNames", "object"],
  ["items", "array"],
  ["prefixItems", "array"],
  ["contains", "array"],
  ["minItems", "array"],
  ["minimum", "number"],
  ["maximum", "number"],
  ["exclusiveMinimum", "number"],
  ["exclusiveMaximum", "number"],
  ["multipleOf", "number"],
]);

/**
 * The types that a value of the joined schemas can have, the likeliest first, `null` last.
 */
export function likelyTypes(joined: Conjunction): readonly JsonType[] {
  const lists = assertionsOf(joined, "type").map(({ types }) => types);
  const [only] = lists;
  if (lists.length === 1 && only?.length === 1) return only;
  const hints = [...joined.assertions.keys()].flatMap((keyword) => typeHints.get(keyword) ?? []);
  const [first = [...hints, ...everyType], ...others] = lists;
  const types = first.flatMap((type): JsonType[] => {
    if (others.every((list) => admits(list, type))) return [type];
    const isWhole = type === "number" && others.every((list) => admits(list, "integer"));
    return isWhole ? ["integer"] : [];
  });
  const hinted = types.filter((type) => hints.includes(type === "integer" ? "number" : type));
  const solid = types.filter((type) => type !== "null");
  return [...new Set([...hinted, ...solid, ...types])];
}

const everyType: readonly JsonType[] = ["string", "object", "array", "number", "boolean", "null"];

function admits(types: readonly JsonType[], type: JsonType): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

/**
 * Whether a scalar meets what the joined schemas say of it themselves.
 */
export function fits({ assertions, matches }: Conjunction, value: unknown): boolean {
  for (const ofKeyword of assertions.values()) {
    for (const assertion of ofKeyword) if (!meets(assertion, value, matches)) return false;
  }
  return true;
}

function meets(assertion: Assertion, value: unknown, matches: PatternTests): boolean {
  if (assertion.keyword === "type") return hasType(value, assertion.types);
  if (typeof value === "string") {
    switch (assertion.keyword) {
      case "minLength":
        return Array.from(value).length >= assertion.limit;
      case "maxLength":
        return Array.from(value).length <= assertion.limit;
      case "pattern":
        return matches(assertion.pattern, value) === true;
      default:
        return true;
    }
  }
  if (typeof value !== "number") return true;
  switch (assertion.keyword) {
    case "minimum":
      return value >= assertion.limit;
    case "maximum":
      return value <= assertion.limit;
    case "exclusiveMinimum":
      return value > assertion.limit;
    case "exclusiveMaximum":
      return value < assertion.limit;
    case "multipleOf":
      return Math.abs(value / assertion.divisor - Math.round(value / assertion.divisor)) < 1e-9;
    default:
      return true;
  }
}
