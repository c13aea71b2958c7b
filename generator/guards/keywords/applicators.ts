import { stringLiteral } from "../../text/string-literal.ts";
import type {
  Assertion,
  AssertionOf,
  NodeId,
  Subschema,
  ValueType,
} from "../../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../../model/model.ts";
import { discriminatedUnion } from "../../model/discriminators.ts";
import { commonTypes, noType, typeSet } from "../../model/type-sets.ts";
import { type Tag, tagOf } from "../../model/tags.ts";
import type { Check, Checks, TypesOfBranches } from "../check.ts";
import type { Condition } from "../condition.ts";
import { mapConstant, runtimeName, jsonExpression } from "../module-scope.ts";
import {
  type Judgement,
  type Planner,
  blockPlanner,
  gatePlanner,
  outcomeKey,
  ownRecord,
  planBranch,
  planSubschema,
  propertyVariable,
  tagKey,
} from "../planner.ts";
import { faultOf, judgedBy, propertyOf } from "../value.ts";
import { planListing } from "./listings.ts";
import { describeTypes, typeCondition } from "./types.ts";
import { allowedValuesWords } from "./values.ts";

/**
 * Plans the in-place applicators (2020-12 core §8.2.3.1, §10.2), which judge the value itself.
 */
export function planApplicators(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const checks: Check[] = [];
  for (const assertion of node.assertions) {
    checks.push(...planApplicator(planner, node, assertion, judgement));
  }
  return checks;
}

function planApplicator(
  planner: Planner,
  node: SchemaNode,
  assertion: Assertion,
  judgement: Judgement,
): Checks {
  switch (assertion.keyword) {
    case "$ref":
      return planReference(
        planner,
        assertion.target,
        judgedBy(judgement.value, assertion.path),
        judgement,
      );
    case "allOf":
      return assertion.subschemas.flatMap((subschema) =>
        planSubschema(planner, subschema, judgement),
      );
    case "anyOf":
    case "oneOf":
      return planUnion(planner, node, assertion, judgement);
    case "not":
      return planNegation(planner, assertion, judgement);
    case "if":
      return planCondition(planner, assertion, judgement);
    default:
      return [];
  }
}

function planReference(
  planner: Planner,
  target: NodeId,
  value: Judgement["value"],
  { known }: Judgement,
): Checks {
  const { facts, nodes } = planner.scope.model;
  if (nodes[target]?.assertions.length === 0) return [];
  const call: Check = { kind: "call", target, value };
  // The guard that is called tells TypeScript another type.
  planner.opaque.add(value.variable);
  const possible = commonTypes(known, facts[target]?.types ?? noType);
  return possible.size > 0 ? [call] : [{ kind: "impossible", checks: [call] }];
}

function planUnion(
  planner: Planner,
  node: SchemaNode,
  assertion: AssertionOf<"anyOf" | "oneOf">,
  judgement: Judgement,
): Checks {
  const { keyword, subschemas } = assertion;
  const [only] = subschemas;
  if (subschemas.length === 1 && only !== undefined) return planSubschema(planner, only, judgement);
  const tag = judgement.known.has("object") ? tagOf(planner.scope.model, subschemas) : undefined;
  if (tag !== undefined) return planTagged(planner, node, assertion, tag, judgement);
  const isSettled = subschemas.some((each) => judgement.settled?.outcomes.has(outcomeKey(each)));
  const listing = isSettled ? undefined : planListing(planner, assertion, judgement);
  if (listing !== undefined) return [listing];
  const branches = subschemas.map((subschema, index) =>
    planBranch(planner, subschema, {
      ...judgement,
      name: `${judgement.name} alternative ${String(index)}`,
    }),
  );
  if (keyword === "anyOf" && branches.some((branch) => branch.checks.length === 0)) return [];
  const speaker = speakerOf(planner, node, assertion, judgement);
  const types = typesOfBranches(planner, assertion, judgement);
  return [
    {
      kind: "union",
      keyword,
      exclusive: keyword === "oneOf" && types !== undefined,
      types: speaker === undefined ? types : undefined,
      value: judgement.value,
      branches,
      speaker,
      issues: branches.map((_, index) =>
        planner.variables.allocate(`alternative ${String(index)} issues`),
      ),
    },
  ];
}

/** The expression of the branch that a discriminator selects, by its index. */
function speakerOf(
  planner: Planner,
  node: SchemaNode,
  assertion: AssertionOf<"anyOf" | "oneOf">,
  { value, known }: Judgement,
): string | undefined {
  const union = discriminatedUnion(planner.scope.model, node);
  if (union?.assertion.keyword !== assertion.keyword || !known.has("object")) return undefined;
  const { property } = union.discriminator;
  const entries = union.branches.flatMap(({ values }, index) =>
    values.map((tag) => [tag, String(index)] as const),
  );
  const fallback = union.branches.findIndex((branch) => branch.fallback);
  const branches = mapConstant(planner.scope, `${property} branches`, "number", entries);
  return `${runtimeName(planner.scope, "selectedBranch")}(${[
    value.variable,
    stringLiteral(property),
    branches,
    ...(fallback === -1 ? [] : [fallback]),
  ].join(", ")})`;
}

/** How the type of a value tells the branches of a union apart; `undefined` where it does not. */
function typesOfBranches(
  { scope }: Planner,
  { subschemas, path }: AssertionOf<"anyOf" | "oneOf">,
  { value, known }: Judgement,
): TypesOfBranches | undefined {
  const seen = new Set<ValueType>();
  const conditions: Condition[] = [];
  for (const { node } of subschemas) {
    const types = [...(scope.model.facts[node]?.types ?? known)].filter((type) => known.has(type));
    if (types.some((type) => seen.has(type))) return undefined;
    for (const type of types) seen.add(type);
    conditions.push(typeCondition(types, value.variable, scope));
  }
  const { message, params } = describeTypes([...seen]);
  return { conditions, fault: faultOf(value, path, message, params) };
}

/**
 * Plans a union whose branches a property tells apart: only the branch of that tag is tried. Where
 * there is none, what the first branch says of the tag speaks for all.
 */
function planTagged(
  planner: Planner,
  node: SchemaNode,
  assertion: AssertionOf<"anyOf" | "oneOf">,
  tag: Tag,
  judgement: Judgement,
): Checks {
  const { value, known } = judgement;
  const inner = known.size === 1 ? planner : gatePlanner(planner);
  const settled = judgement.settled?.tags.get(tagKey(assertion));
  // What a discriminator adds to a branch is settled by its case.
  const written = tag.property === node.discriminator?.property ? node.written : undefined;
  // A branch that the tag selects asks for it as the object's own, so that it need not be that here;
  // but not where a discriminator is all that asks for it.
  const isAskedAgain = written === undefined && !inner.opaque.has(value.variable);
  const record =
    settled !== undefined || isAskedAgain
      ? { variable: value.variable, checks: [] }
      : ownRecord(inner, value.variable);
  const variable = settled ?? propertyVariable(inner, value.variable, tag.property);
  const object = { ...judgement, known: typeSet(["object"]) };
  const values = tag.branches.flatMap((branch) => branch.values);
  const [{ required, restriction }] = tag.branches;
  const tagged: Check = {
    kind: "tagged",
    tag: variable,
    cases: tag.branches.map((branch, index) => ({
      values: branch.values,
      checks: planSubschema(
        blockPlanner(inner),
        written?.subschemas[index] ?? branch.subschema,
        object,
      ),
    })),
    missing: faultOf(
      judgedBy(value, required.schema),
      required.keyword,
      stringLiteral(`must have the property ${JSON.stringify(tag.property)}`),
      [["missingProperty", stringLiteral(tag.property)]],
    ),
    unknown: faultOf(
      propertyOf(value, tag.property, variable, restriction.schema),
      restriction.keyword,
      stringLiteral(`must be ${allowedValuesWords(values)}`),
      [["allowedValues", jsonExpression(values)]],
    ),
  };
  const { property } = tag;
  const read: Check = { kind: "read", variable, object: record.variable, name: property };
  const checks = [...record.checks, ...(settled === undefined ? [read] : []), tagged];
  if (known.size === 1) return checks;
  const fault = faultOf(value, assertion.path, JSON.stringify("must be an object"), []);
  const condition = typeCondition(["object"], value.variable, planner.scope);
  return [{ kind: "gate", condition, fault, checks, redundant: false }];
}

function planNegation(
  planner: Planner,
  assertion: AssertionOf<"not">,
  judgement: Judgement,
): Checks {
  const types = planner.scope.model.facts[assertion.subschema.node]?.types ?? noType;
  if (commonTypes(judgement.known, types).size === 0) return [];
  const name = `${judgement.name} exclusion`;
  const branch = planBranch(planner, assertion.subschema, { ...judgement, name });
  const message = JSON.stringify("must not match the schema that is excluded");
  const fault = faultOf(judgement.value, assertion.path, message, []);
  return [{ kind: "not", branch, fault }];
}

function planCondition(
  planner: Planner,
  assertion: AssertionOf<"if">,
  judgement: Judgement,
): Checks {
  const { condition, consequent, alternative } = assertion;
  const checks: Check = {
    kind: "if",
    condition: planBranch(planner, condition, {
      ...judgement,
      name: `${judgement.name} condition`,
    }),
    consequent: planWhere(planner, consequent, judgement),
    alternative: planWhere(planner, alternative, judgement),
  };
  return checks.consequent.length === 0 && checks.alternative.length === 0 ? [] : [checks];
}

function planWhere(
  planner: Planner,
  subschema: Subschema | undefined,
  judgement: Judgement,
): Checks {
  return subschema === undefined ? [] : planSubschema(blockPlanner(planner), subschema, judgement);
}
