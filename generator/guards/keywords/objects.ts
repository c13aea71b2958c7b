import { stringLiteral } from "../../text/string-literal.ts";
import { assertionOf } from "../../model/assertion-of.ts";
import { refusesUndefined } from "../../model/presence.ts";
import type {
  AssertionOf,
  PropertySubschema,
  Subschema,
} from "../../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../../model/model.ts";
import type { Check, Checks, Fault, Value } from "../check.ts";
import { type Condition, comparison, isNever, negation, never } from "../condition.ts";
import { runtimeName } from "../module-scope.ts";
import {
  type Judgement,
  type Planner,
  blockPlanner,
  dropProperty,
  knownVariable,
  planBranch,
  planSubschema,
  propertyVariable,
} from "../planner.ts";
import { faultOf, keyedPropertyOf, propertyOf } from "../value.ts";
import { everyType } from "../../model/json-type.ts";
import { nameCondition, patternCondition } from "./names.ts";

/**
 * Plans the keywords of objects that name properties: the applicators of 2020-12 core §10.3.2, and
 * `required` and `dependentRequired` (validation §6.5).
 */
export function planObject(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  return [
    ...planProperties(planner, node, judgement),
    ...planKeys(planner, node, judgement),
    ...planDependentRequired(planner, node, judgement),
    ...planDependentSchemas(planner, node, judgement),
  ];
}

/** Plans `properties` and `required` together, so that a property is read once. */
function planProperties(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value } = judgement;
  const required = assertionOf(node, "required");
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const declared = new Set(properties.map((property) => property.name));
  const undeclared = (required?.names ?? []).filter((candidate) => !declared.has(candidate));
  return [
    ...properties.flatMap((property) => planProperty(planner, property, required, judgement)),
    ...undeclared.map((missing): Check => {
      const condition = presence(ownProperty(planner, judgement, missing));
      return {
        kind: "assert",
        condition,
        fault: missingFault(value, required?.path ?? "", missing),
      };
    }),
  ];
}

function planProperty(
  planner: Planner,
  property: PropertySubschema,
  assertion: AssertionOf<"required"> | undefined,
  judgement: Judgement,
): Checks {
  const { value } = judgement;
  const { name, node, path } = property;
  const required = assertion?.names.includes(name) === true;
  const variable = propertyVariable(planner, value.variable, name);
  const checks = planner.planValue(required ? planner : blockPlanner(planner), node, {
    value: propertyOf(value, name, variable, path),
    known: everyType,
    name,
  });
  if (checks.length === 0) dropProperty(planner, value.variable, name);
  const read: Check = { kind: "read", variable, object: value.variable, name };
  const condition = presence(variable);
  if (!required && checks.length === 0) return [];
  runtimeName(planner.scope, "own");
  if (!required) return [read, { kind: "when", condition, checks }];
  const fault = missingFault(value, assertion.path, name);
  if (checks.length === 0) {
    return [{ kind: "assert", condition: presence(ownProperty(planner, judgement, name)), fault }];
  }
  const redundant = refusesUndefined(planner.scope.model.nodes, node);
  return [read, { kind: "gate", condition, fault, checks, redundant }];
}

function missingFault(value: Value, path: string, name: string): Fault {
  const message = stringLiteral(`must have the property ${JSON.stringify(name)}`);
  return faultOf(value, path, message, [["missingProperty", stringLiteral(name)]]);
}

function ownProperty(planner: Planner, { value }: Judgement, name: string): string {
  const known = knownVariable(planner, value.variable, name);
  if (known !== undefined) return known;
  return `${runtimeName(planner.scope, "own")}(${value.variable}, ${stringLiteral(name)})`;
}

function presence(expression: string): Condition {
  return comparison(expression, "!==", "undefined");
}

/** Plans, in one walk over the keys, what is said of properties whose names are not known. */
function planKeys(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value, name } = judgement;
  const loop = blockPlanner(planner);
  const key = loop.variables.allocate(`${name} key`);
  const property = loop.variables.allocate(`${name} property`);
  const propertyNames = assertionOf(node, "propertyNames");
  const patternProperties = assertionOf(node, "patternProperties");
  const additional = assertionOf(node, "additionalProperties");
  const namesChecks =
    propertyNames === undefined ? [] : planPropertyNames(loop, propertyNames, key, judgement);
  const patternChecks = (patternProperties?.patterns ?? []).flatMap((pattern): Check[] => {
    const checks = planKeyed(blockPlanner(loop), pattern, key, property, judgement);
    const condition = patternCondition(pattern.pattern, key, planner.scope);
    return checks.length === 0 ? [] : [{ kind: "when", condition, checks }];
  });
  const others = [...namesChecks, ...patternChecks];
  const rest: AdditionalPlan =
    additional === undefined
      ? { refused: false, declared: never, checks: [] }
      : planAdditional(blockPlanner(loop), additional, key, property, judgement);
  // A walk only for additional properties skips the declared ones.
  const skips = others.length === 0 && !isNever(rest.declared) ? [rest.declared] : [];
  const checks: Checks =
    skips.length > 0 || isNever(rest.declared) || rest.checks.length === 0
      ? [...others, ...rest.checks]
      : [...others, { kind: "when", condition: negation(rest.declared), checks: rest.checks }];
  if (checks.length === 0) return [];
  runtimeName(planner.scope, "own");
  const reads = patternChecks.length > 0 || (rest.checks.length > 0 && !rest.refused);
  return [
    {
      kind: "keys",
      object: value.variable,
      key,
      property: reads ? property : undefined,
      skips,
      checks,
    },
  ];
}

function planKeyed(
  planner: Planner,
  { node, path }: Subschema,
  key: string,
  property: string,
  { value, name }: Judgement,
): Checks {
  runtimeName(planner.scope, "pointerToken");
  const keyed = keyedPropertyOf(value, key, property, path);
  return planner.planValue(planner, node, {
    value: keyed,
    known: everyType,
    name: `${name} property`,
  });
}

function planPropertyNames(
  planner: Planner,
  assertion: AssertionOf<"propertyNames">,
  key: string,
  { value, name }: Judgement,
): Checks {
  const branch = planBranch(planner, assertion.subschema, {
    value: { ...value, variable: key },
    known: new Set(["string"] as const),
    name: `${name} key`,
  });
  if (branch.checks.length === 0) return [];
  const message = `\`must not have a property named \${JSON.stringify(${key})}\``;
  const fault = faultOf(value, assertion.path, message, [["propertyName", key]]);
  return [{ kind: "try", branch, fault }];
}

/** What is asserted of properties that are not declared. */
interface AdditionalPlan {
  readonly refused: boolean;
  /** The condition that a sibling keyword speaks for a key. */
  readonly declared: Condition;
  readonly checks: Checks;
}

function planAdditional(
  planner: Planner,
  { declared: names, patterns, path, subschema }: AssertionOf<"additionalProperties">,
  key: string,
  property: string,
  judgement: Judgement,
): AdditionalPlan {
  const { scope } = planner;
  const declared = nameCondition(names, patterns, key, judgement.name, scope);
  if (scope.model.nodes[subschema.node]?.assertions[0]?.keyword !== "false") {
    const checks = planKeyed(planner, subschema, key, property, judgement);
    return { refused: false, declared, checks };
  }
  runtimeName(scope, "pointerToken");
  const extra = keyedPropertyOf(judgement.value, key, property, "");
  const message = JSON.stringify("must not be present");
  const params = [["additionalProperty", key]] as const;
  const fault = faultOf(extra, path, message, params);
  return { refused: true, declared, checks: [{ kind: "fail", fault }] };
}

function planDependentRequired(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const dependencies = assertionOf(node, "dependentRequired")?.dependencies ?? [];
  return dependencies.flatMap(({ name: trigger, required, path }): Checks => {
    if (required.length === 0) return [];
    const checks = required.map((missing): Check => {
      const message = `must have the property ${JSON.stringify(missing)}, since it has ${JSON.stringify(trigger)}`;
      const fault = faultOf(judgement.value, path, stringLiteral(message), [
        ["property", stringLiteral(trigger)],
        ["missingProperty", stringLiteral(missing)],
      ]);
      return {
        kind: "assert",
        condition: presence(ownProperty(planner, judgement, missing)),
        fault,
      };
    });
    return [
      { kind: "when", condition: presence(ownProperty(planner, judgement, trigger)), checks },
    ];
  });
}

function planDependentSchemas(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const dependencies = assertionOf(node, "dependentSchemas")?.dependencies ?? [];
  return dependencies.flatMap((dependency): Checks => {
    const checks = planSubschema(blockPlanner(planner), dependency, judgement);
    if (checks.length === 0) return [];
    return [
      {
        kind: "when",
        condition: presence(ownProperty(planner, judgement, dependency.name)),
        checks,
      },
    ];
  });
}
