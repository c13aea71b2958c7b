import type {
  Assertion,
  AssertionOf,
  NodeId,
  Pattern,
  Subschema,
} from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";
import { type TagSource, tagOf } from "./tags.ts";

/** What `unevaluatedProperties` and `unevaluatedItems` ask for. */
export type Evaluated = "properties" | "items";

/** Properties or items of a value that a schema evaluates. */
export type EvaluatedPart =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "pattern"; readonly pattern: Pattern }
  | { readonly kind: "item"; readonly index: number }
  /** Each item that matches. */
  | { readonly kind: "contained"; readonly subschema: Subschema }
  | { readonly kind: "all" };

/** What has to be true of the value that a schema judges. */
export type Circumstance =
  | {
      readonly kind: "matches" | "fails";
      readonly subschema: Subschema;
      /** What the subschema is in its keyword: `condition`, `alternative 0`. */
      readonly role: string;
      /** What a `$ref` led to on the way to the subschema; `undefined` where there was none. */
      readonly referred: NodeId | undefined;
    }
  /** A union's branches are told apart by a property, which has one of these values. */
  | {
      readonly kind: "tag";
      readonly union: Union;
      readonly property: string;
      readonly values: readonly string[];
    }
  | { readonly kind: "present"; readonly property: string };

type Union = AssertionOf<"anyOf" | "oneOf">;

/** Parts by what they are, so that a part is held once. */
export type EvaluatedParts = ReadonlyMap<string, EvaluatedPart>;

/** Which parts of a value a schema evaluates, given that it accepts the value. */
export interface Evaluation {
  /** What is evaluated of every value. */
  readonly certain: EvaluatedParts;
  /** What is evaluated besides. */
  readonly possible: readonly PossibleEvaluation[];
}

/** Parts that are evaluated where all circumstances hold, of which each is asked for after the one before. */
export interface PossibleEvaluation {
  readonly circumstances: readonly Circumstance[];
  readonly parts: EvaluatedParts;
}

/**
 * Works out what the siblings of `unevaluatedProperties` or `unevaluatedItems`, and the schemas that
 * they apply in place, evaluate (2020-12 core §11). A schema that rejects the value rejects it for
 * good, so of a union whose branches a property tells apart only that property counts, and what all
 * branches evaluate is certain. In-place applicators cannot recurse.
 */
export function evaluationOf(
  source: TagSource,
  node: SchemaNode,
  evaluated: Evaluated,
): Evaluation {
  const unevaluated = evaluated === "properties" ? "unevaluatedProperties" : "unevaluatedItems";
  const siblings = node.assertions.filter(({ keyword }) => keyword !== unevaluated);
  return joined(siblings.map((assertion) => assertionEvaluation(source, assertion, evaluated)));
}

const nothing: Evaluation = { certain: new Map(), possible: [] };

function nodeEvaluation(
  source: TagSource,
  id: NodeId | undefined,
  evaluated: Evaluated,
): Evaluation {
  if (id === undefined) return nothing;
  const ofNodes = known[evaluated].get(source.nodes) ?? new Map<NodeId, Evaluation>();
  known[evaluated].set(source.nodes, ofNodes);
  const found = ofNodes.get(id);
  if (found !== undefined) return found;
  const assertions = source.nodes[id]?.assertions ?? [];
  const evaluation = joined(
    assertions.map((assertion) => assertionEvaluation(source, assertion, evaluated)),
  );
  ofNodes.set(id, evaluation);
  return evaluation;
}

/** Schemas that many refer to are evaluated once. */
const known: Readonly<Record<Evaluated, WeakMap<readonly SchemaNode[], Map<NodeId, Evaluation>>>> =
  { properties: new WeakMap(), items: new WeakMap() };

function assertionEvaluation(
  source: TagSource,
  assertion: Assertion,
  evaluated: Evaluated,
): Evaluation {
  switch (assertion.keyword) {
    case "$ref":
      return referredTo(assertion.target, nodeEvaluation(source, assertion.target, evaluated));
    case "allOf":
      return joined(
        assertion.subschemas.map(({ node }) => nodeEvaluation(source, node, evaluated)),
      );
    case "anyOf":
    case "oneOf":
      return unionEvaluation(source, assertion, evaluated);
    case "if": {
      const { condition: subschema, consequent, alternative } = assertion;
      const met = joined([
        nodeEvaluation(source, subschema.node, evaluated),
        nodeEvaluation(source, consequent?.node, evaluated),
      ]);
      const unmet = nodeEvaluation(source, alternative?.node, evaluated);
      const tried = { subschema, role: "condition", referred: undefined };
      return alternatives([
        { circumstance: { kind: "matches", ...tried }, evaluation: met },
        { circumstance: { kind: "fails", ...tried }, evaluation: unmet },
      ]);
    }
    case "dependentSchemas":
      return joined(
        assertion.dependencies.map(({ name, node }) =>
          where({ kind: "present", property: name }, nodeEvaluation(source, node, evaluated)),
        ),
      );
    default: {
      const parts = evaluated === "properties" ? properties(assertion) : items(assertion);
      return { certain: new Map(parts.map((part) => [identity(part), part])), possible: [] };
    }
  }
}

function properties(assertion: Assertion): EvaluatedPart[] {
  switch (assertion.keyword) {
    case "properties":
      return assertion.properties.map(({ name }) => ({ kind: "property", name }));
    case "patternProperties":
      return assertion.patterns.map(({ pattern }) => ({ kind: "pattern", pattern }));
    case "additionalProperties":
    case "unevaluatedProperties":
      return [{ kind: "all" }];
    default:
      return [];
  }
}

function items(assertion: Assertion): EvaluatedPart[] {
  switch (assertion.keyword) {
    case "prefixItems":
      return assertion.subschemas.map((_, index) => ({ kind: "item", index }));
    case "contains":
      return assertion.evaluates ? [{ kind: "contained", subschema: assertion.subschema }] : [];
    case "items":
    case "unevaluatedItems":
      return [{ kind: "all" }];
    default:
      return [];
  }
}

function identity(part: EvaluatedPart): string {
  switch (part.kind) {
    case "property":
      return `property ${part.name}`;
    case "pattern":
      return `pattern ${part.pattern.flags}/${part.pattern.source}`;
    case "item":
      return `item ${String(part.index)}`;
    case "contained":
      return `contained ${String(part.subschema.node)}`;
    case "all":
      return part.kind;
  }
}

/** What is evaluated in one circumstance, where it is certain that at least one of several is given. */
interface Alternative {
  readonly circumstance: Circumstance;
  readonly evaluation: Evaluation;
}

function unionEvaluation(source: TagSource, union: Union, evaluated: Evaluated): Evaluation {
  const { subschemas } = union;
  const type = evaluated === "properties" ? "object" : "array";
  const able = subschemas.filter(({ node }) => source.facts[node]?.types.has(type) === true);
  if (able.length <= 1) return nodeEvaluation(source, able[0]?.node, evaluated);
  const tag = tagOf(source, subschemas);
  return alternatives(
    able.map((subschema): Alternative => {
      const evaluation = nodeEvaluation(source, subschema.node, evaluated);
      const values = tag?.branches.find((branch) => branch.subschema === subschema)?.values;
      if (tag !== undefined && values !== undefined) {
        const { property } = tag;
        return { circumstance: { kind: "tag", union, property, values }, evaluation };
      }
      const role = `alternative ${String(subschemas.indexOf(subschema))}`;
      return {
        circumstance: { kind: "matches", subschema, role, referred: undefined },
        evaluation,
      };
    }),
  );
}

function alternatives(members: readonly Alternative[]): Evaluation {
  const all = members.flatMap(({ evaluation }) => [...evaluation.certain]);
  const common = all.filter(([key]) =>
    members.every(({ evaluation: { certain } }) => certain.has(key) || certain.has("all")),
  );
  const certain = { certain: new Map(common), possible: [] };
  const possible = members.map((member) => where(member.circumstance, member.evaluation));
  return joined([certain, ...possible]);
}

function where(circumstance: Circumstance, { certain, possible }: Evaluation): Evaluation {
  return {
    certain: new Map(),
    possible: [{ circumstances: [], parts: certain }, ...possible].map(
      ({ circumstances, parts }) => ({ circumstances: [circumstance, ...circumstances], parts }),
    ),
  };
}

function referredTo(target: NodeId, { certain, possible }: Evaluation): Evaluation {
  const refer = (circumstance: Circumstance): Circumstance =>
    circumstance.kind === "matches" || circumstance.kind === "fails"
      ? { ...circumstance, referred: circumstance.referred ?? target }
      : circumstance;
  return {
    certain,
    possible: possible.map(({ circumstances: [first, ...others], parts }) => ({
      circumstances: first === undefined ? [] : [refer(first), ...others],
      parts,
    })),
  };
}

/** What several schemas evaluate that all accept the value. */
function joined(evaluations: readonly Evaluation[]): Evaluation {
  const certain = new Map(evaluations.flatMap((evaluation) => [...evaluation.certain]));
  const all = certain.get("all");
  if (all !== undefined) return { ...nothing, certain: new Map([["all", all]]) };
  const possible = evaluations.flatMap((evaluation) =>
    evaluation.possible.flatMap(({ circumstances, parts }): PossibleEvaluation[] => {
      const others = [...parts].filter(([key]) => !certain.has(key));
      return others.length === 0 ? [] : [{ circumstances, parts: new Map(others) }];
    }),
  );
  return { certain, possible };
}
