import { isDeepStrictEqual } from "node:util";
import { canMatch } from "../patterns/pattern-tests.ts";
import { assertionOf } from "./assertion-of.ts";
import { admittedTypes } from "./facts.ts";
import type { SchemaGraph } from "./graph.ts";
import { hasType, valueTypeOf } from "./json-type.ts";
import { everyType } from "./type-sets.ts";
import type { Assertion, NodeId, ValueType } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/** Keywords of one schema that no value meets together. */
export interface Contradiction {
  /** JSON Pointer from the schema to one of them. */
  readonly path: string;
  readonly words: string;
}

/**
 * Finds the first of a node's own keywords that contradict each other; what a subschema cannot meet
 * by itself is none of them.
 */
export function findContradiction(graph: SchemaGraph, node: SchemaNode): Contradiction | undefined {
  return (
    findValueConflict(node) ??
    findLimitConflict(node) ??
    findRefusedName(graph, node) ??
    findTypeConflict(graph, node)
  );
}

/** `type`, `enum` and `const` without a common value. */
function findValueConflict(node: SchemaNode): Contradiction | undefined {
  const type = assertionOf(node, "type");
  const values = assertionOf(node, "enum");
  const constant = assertionOf(node, "const");
  if (type !== undefined) {
    const shown = JSON.stringify(type.types.length === 1 ? type.types[0] : type.types);
    if (values !== undefined && !values.values.some((value) => hasType(value, type.types))) {
      const words = `type ${shown} and enum ${shorten(values.values)} admit no common value`;
      return { path: values.path, words };
    }
    if (constant !== undefined && !hasType(constant.value, type.types)) {
      const words = `type ${shown} and const ${shorten(constant.value)} admit no common value`;
      return { path: constant.path, words };
    }
  }
  if (values !== undefined && constant !== undefined) {
    if (!values.values.some((value) => isDeepStrictEqual(value, constant.value))) {
      const words = `enum ${shorten(values.values)} and const ${shorten(constant.value)} admit no common value`;
      return { path: constant.path, words };
    }
  }
  return undefined;
}

/** Lower limits with the upper ones that must not be below them, nor equal where one is exclusive. */
const opposedLimits = [
  ["minimum", "maximum", "number"],
  ["minimum", "exclusiveMaximum", "number"],
  ["exclusiveMinimum", "maximum", "number"],
  ["exclusiveMinimum", "exclusiveMaximum", "number"],
  ["minLength", "maxLength", "string"],
  ["minItems", "maxItems", "array"],
  ["minProperties", "maxProperties", "object"],
] as const;

function findLimitConflict(node: SchemaNode): Contradiction | undefined {
  for (const [lower, upper, type] of opposedLimits) {
    const low = assertionOf(node, lower);
    const high = assertionOf(node, upper);
    if (low === undefined || high === undefined || !admitsType(node, type)) continue;
    const exclusive = lower === "exclusiveMinimum" || upper === "exclusiveMaximum";
    if (low.limit < high.limit || (low.limit === high.limit && !exclusive)) continue;
    const words = `${lower} ${low.limit} and ${upper} ${high.limit} admit no common value`;
    return { path: low.path, words };
  }
  const contains = assertionOf(node, "contains");
  if (
    contains?.maximum !== undefined &&
    admitsType(node, "array") &&
    contains.minimum > contains.maximum
  ) {
    const words = `minContains ${contains.minimum} and maxContains ${contains.maximum} admit no common value`;
    return { path: contains.minimumPath, words };
  }
  return undefined;
}

/** A required name that `additionalProperties: false` of the same schema refuses. */
function findRefusedName({ nodes }: SchemaGraph, node: SchemaNode): Contradiction | undefined {
  const required = assertionOf(node, "required");
  const additional = assertionOf(node, "additionalProperties");
  if (required === undefined || additional === undefined || !admitsType(node, "object"))
    return undefined;
  const others = nodes[additional.subschema.node];
  if (others === undefined || assertionOf(others, "false") === undefined) return undefined;
  const declared = new Set(additional.declared);
  const name = required.names.find(
    (candidate) =>
      !declared.has(candidate) &&
      !additional.patterns.some((pattern) => canMatch(pattern, candidate)),
  );
  if (name === undefined) return undefined;
  const words = `required ${JSON.stringify(name)} and additionalProperties false admit no common value`;
  return { path: required.path, words };
}

interface Admission {
  readonly assertion: Assertion;
  readonly types: ReadonlySet<ValueType>;
}

/** Assertions of one node that each admit some type, and no type together. */
function findTypeConflict({ facts }: SchemaGraph, node: SchemaNode): Contradiction | undefined {
  if (facts[node.id]?.types.size !== 0) return undefined;
  const accepted = (id: NodeId) => facts[id]?.types ?? everyType;
  const admitted = node.assertions
    .flatMap((assertion): Admission[] =>
      assertion.keyword === "allOf"
        ? assertion.subschemas.map((subschema) => ({ assertion, types: accepted(subschema.node) }))
        : [{ assertion, types: admittedTypes(assertion, node, accepted) }],
    )
    .filter(({ types }) => types !== everyType);
  if (admitted.some(({ types }) => types.size === 0)) return undefined;
  if ([...everyType].some((type) => admitted.every(({ types }) => types.has(type))))
    return undefined;
  const [first] = admitted;
  if (first === undefined) return undefined;
  const [keyword, ...others] = new Set(admitted.map(({ assertion }) => assertion.keyword));
  const words =
    others.length === 0
      ? `the schemas of ${keyword} admit no common type`
      : `${[keyword, ...others].join(" and ")} admit no common type`;
  return { path: first.assertion.path, words };
}

function admitsType(node: SchemaNode, type: ValueType): boolean {
  return assertionOf(node, "type")?.types.map(valueTypeOf).includes(type) ?? true;
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value).replaceAll('","', '", "');
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
