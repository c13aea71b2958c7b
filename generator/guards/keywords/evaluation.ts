import { everyType } from "../../model/json-type.ts";
import type { Assertion, NodeId, Pattern, Subschema } from "../../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../../model/model.ts";
import { stringLiteral } from "../../text/string-literal.ts";
import type { Check } from "../check.ts";
import { patternConstant, runtimeName, setConstant } from "../module-scope.ts";
import { type Judgement, type Planner, planBranch } from "../planner.ts";
import { branchExpression } from "../print-guard.ts";
import { itemOf } from "../value.ts";
import { parenthesized } from "./types.ts";

/** What is held against `unevaluatedProperties` or `unevaluatedItems`. */
export type Evaluated = "properties" | "items";

/**
 * Which properties or items a schema evaluates (2020-12 core §11): some always, more where a
 * condition holds. In-place applicators cannot recurse, so this is a finite tree.
 */
interface Evaluation {
  readonly names: readonly string[];
  readonly patterns: readonly Pattern[];
  /** So many leading items. */
  readonly prefix: number;
  /** Items that match one of these. */
  readonly contained: readonly Subschema[];
  /** Everything. */
  readonly all: boolean;
  readonly conditional: readonly { readonly condition: string; readonly evaluation: Evaluation }[];
}

/** The test that a key or an index is evaluated, and what must stand before the loop that makes it. */
export interface EvaluationTest {
  /** Constants that hold which branches of the schema match. */
  readonly bindings: readonly Check[];
  /** An expression of type boolean: "true" where everything is evaluated, "false" where nothing is. */
  readonly expression: string;
  /** How many leading items are evaluated whatever holds. */
  readonly prefix: number;
}

/** One walk over a schema and all that judges the same value with it. */
interface Walk {
  readonly planner: Planner;
  readonly judgement: Judgement;
  readonly evaluated: Evaluated;
  readonly bindings: Check[];
}

/**
 * Plans the test that the siblings of an unevaluated keyword, and the schemas that they apply in
 * place, evaluate a property or an item.
 *
 * @param key the variable that holds the property's name, or the item's index
 * @param item the variable that holds the item
 */
export function planEvaluation(
  planner: Planner,
  node: SchemaNode,
  judgement: Judgement,
  evaluated: Evaluated,
  key: string,
  item: string,
): EvaluationTest {
  const walk: Walk = { planner, judgement, evaluated, bindings: [] };
  const evaluation = evaluationOf(walk, node, true);
  const expression = testOf(walk, evaluation, key, item);
  return { bindings: walk.bindings, expression, prefix: evaluation.prefix };
}

function evaluationOf(walk: Walk, node: SchemaNode, outermost: boolean): Evaluation {
  return joined(
    node.assertions.map((assertion) => assertionEvaluation(walk, assertion, outermost)),
  );
}

function assertionEvaluation(
  walk: Walk,
  assertion: Assertion,
  outermost: boolean,
): Partial<Evaluation> {
  switch (assertion.keyword) {
    case "$ref":
      return nodeEvaluation(walk, assertion.target);
    case "allOf":
      return joined(assertion.subschemas.map((subschema) => nodeEvaluation(walk, subschema.node)));
    case "anyOf":
    case "oneOf":
      if (assertion.subschemas.length === 1)
        return nodeEvaluation(walk, assertion.subschemas[0]?.node);
      return joined(assertion.subschemas.map((subschema) => evaluationWhere(walk, subschema)));
    case "if": {
      const { condition, consequent, alternative } = assertion;
      const met = joined([
        nodeEvaluation(walk, condition.node),
        nodeEvaluation(walk, consequent?.node),
      ]);
      const unmet = nodeEvaluation(walk, alternative?.node);
      if (evaluatesNothing(met) && evaluatesNothing(unmet)) return {};
      const holds = bindCondition(walk, condition);
      return joined([conditionalOn(holds, met), conditionalOn(`!${holds}`, unmet)]);
    }
    case "dependentSchemas":
      return joined(
        assertion.dependencies.map(({ name, node }) => {
          const { variable } = walk.judgement.value;
          const property = `${runtimeName(walk.planner.scope, "own")}(${variable}, ${stringLiteral(name)})`;
          return conditionalOn(`${property} !== undefined`, nodeEvaluation(walk, node));
        }),
      );
    default:
      return walk.evaluated === "properties"
        ? propertyEvaluation(assertion, outermost)
        : itemEvaluation(assertion, outermost);
  }
}

function propertyEvaluation(assertion: Assertion, outermost: boolean): Partial<Evaluation> {
  switch (assertion.keyword) {
    case "properties":
      return { names: assertion.properties.map((property) => property.name) };
    case "patternProperties":
      return { patterns: assertion.patterns.map((member) => member.pattern) };
    case "additionalProperties":
      return { all: true };
    case "unevaluatedProperties":
      return { all: !outermost };
    default:
      return {};
  }
}

function itemEvaluation(assertion: Assertion, outermost: boolean): Partial<Evaluation> {
  switch (assertion.keyword) {
    case "prefixItems":
      return { prefix: assertion.subschemas.length };
    case "items":
      return { all: true };
    case "contains":
      return assertion.evaluates ? { contained: [assertion.subschema] } : {};
    case "unevaluatedItems":
      return { all: !outermost };
    default:
      return {};
  }
}

function nodeEvaluation(walk: Walk, id: NodeId | undefined): Partial<Evaluation> {
  const node = id === undefined ? undefined : walk.planner.scope.model.nodes[id];
  return node === undefined ? {} : evaluationOf(walk, node, false);
}

/** What a branch evaluates, on the condition that it matches. */
function evaluationWhere(walk: Walk, subschema: Subschema): Partial<Evaluation> {
  const evaluation = nodeEvaluation(walk, subschema.node);
  return evaluatesNothing(evaluation)
    ? {}
    : conditionalOn(bindCondition(walk, subschema), evaluation);
}

/** Binds a constant to whether a subschema matches the value. */
function bindCondition({ planner, judgement, bindings }: Walk, subschema: Subschema): string {
  const name = `${judgement.name} match`;
  const branch = planBranch(planner, subschema, { ...judgement, name });
  const variable = planner.variables.allocate(name);
  bindings.push({ kind: "bind", variable, expression: branchExpression(branch, planner.scope) });
  return variable;
}

function conditionalOn(condition: string, evaluation: Partial<Evaluation>): Partial<Evaluation> {
  if (evaluatesNothing(evaluation)) return {};
  return { conditional: [{ condition, evaluation: { ...nothing, ...evaluation } }] };
}

const nothing: Evaluation = {
  names: [],
  patterns: [],
  prefix: 0,
  contained: [],
  all: false,
  conditional: [],
};

function evaluatesNothing(evaluation: Partial<Evaluation>): boolean {
  const { names, patterns, prefix, contained, all, conditional } = { ...nothing, ...evaluation };
  const lists = [names, patterns, contained, conditional];
  return !all && prefix === 0 && lists.every((list) => list.length === 0);
}

function joined(parts: readonly Partial<Evaluation>[]): Evaluation {
  return {
    names: [...new Set(parts.flatMap((part) => part.names ?? []))],
    patterns: parts.flatMap((part) => part.patterns ?? []),
    prefix: Math.max(0, ...parts.map((part) => part.prefix ?? 0)),
    contained: parts.flatMap((part) => part.contained ?? []),
    all: parts.some((part) => part.all === true),
    conditional: parts.flatMap((part) => part.conditional ?? []),
  };
}

/** Up to so many names are compared one by one; more are looked up in a Set. */
const longestChain = 4;

function testOf(walk: Walk, evaluation: Evaluation, key: string, item: string): string {
  if (evaluation.all) return "true";
  const { scope } = walk.planner;
  const { names, patterns, prefix, contained, conditional } = evaluation;
  const tests = [
    ...(names.length > longestChain
      ? [`${setConstant(scope, `${walk.judgement.name} names`, "string", names)}.has(${key})`]
      : names.map((name) => `${key} === ${stringLiteral(name)}`)),
    ...patterns.map((pattern) => `${patternConstant(scope, pattern)}.test(${key})`),
    ...(prefix > 0 ? [`${key} < ${String(prefix)}`] : []),
    ...contained.map((subschema) => containedTest(walk, subschema, key, item)),
    ...conditional.map((part) => {
      const inner = testOf(walk, part.evaluation, key, item);
      return inner === "true" ? part.condition : `(${part.condition} && ${parenthesized(inner)})`;
    }),
  ];
  if (tests.includes("true")) return "true";
  return tests.length === 0 ? "false" : tests.join(" || ");
}

function containedTest(
  { planner, judgement }: Walk,
  subschema: Subschema,
  key: string,
  item: string,
): string {
  const branch = planBranch(planner, subschema, {
    value: itemOf(judgement.value, key, item, ""),
    known: everyType,
    name: `${judgement.name} item`,
  });
  return parenthesized(branchExpression(branch, planner.scope));
}
