import { stringLiteral } from "../../text/string-literal.ts";
import { assertionOf } from "../../model/assertion-of.ts";
import { refusesUndefined } from "../../model/presence.ts";
import type {
  AssertionOf,
  NodeId,
  Pattern,
  PropertySubschema,
} from "../../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../../model/model.ts";
import type { Check, Checks, Condition, Fault, Value } from "../check.ts";
import { patternConstant, runtimeName, setConstant } from "../module-scope.ts";
import { type Judgement, type Planner, planBranch, planSubschema } from "../planner.ts";
import { faultOf, keyedPropertyOf, propertyOf } from "../value.ts";
import { everyType } from "../../model/json-type.ts";

/** Up to so many names are compared one by one; more are looked up in a Set. */
const longestChain = 4;

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
  required: AssertionOf<"required"> | undefined,
  judgement: Judgement,
): Checks {
  const { value } = judgement;
  const { name, node, path } = property;
  const variable = planner.variables.allocate(name);
  const checks = planner.planValue(planner, node, {
    value: propertyOf(value, name, variable, path),
    known: everyType,
    name,
  });
  const condition = presence(variable);
  if (required?.names.includes(name) !== true) {
    if (checks.length === 0) return [];
    return [readOf(planner, judgement, name, variable, [{ kind: "when", condition, checks }])];
  }
  const fault = missingFault(value, required.path, name);
  if (checks.length === 0) {
    return [{ kind: "assert", condition: presence(ownProperty(planner, judgement, name)), fault }];
  }
  const redundant = refusesUndefined(planner.scope.model.nodes, node);
  const gate: Check = { kind: "gate", condition, fault, checks, redundant };
  return [readOf(planner, judgement, name, variable, [gate])];
}

function missingFault(value: Value, path: string, name: string): Fault {
  const message = stringLiteral(`must have the property ${JSON.stringify(name)}`);
  return faultOf(value, path, message, [["missingProperty", stringLiteral(name)]]);
}

function readOf(
  planner: Planner,
  { value }: Judgement,
  name: string,
  variable: string,
  checks: Checks,
): Check {
  runtimeName(planner.scope, "own");
  return { kind: "read", variable, object: value.variable, name, checks };
}

function ownProperty(planner: Planner, { value }: Judgement, name: string): string {
  return `${runtimeName(planner.scope, "own")}(${value.variable}, ${stringLiteral(name)})`;
}

function presence(expression: string): Condition {
  return { holds: `${expression} !== undefined`, fails: `${expression} === undefined` };
}

/** Plans, in one walk over the keys, what is said of properties whose names are not known. */
function planKeys(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const { value, name } = judgement;
  const key = planner.variables.allocate(`${name} key`);
  const property = planner.variables.allocate(`${name} property`);
  const propertyNames = assertionOf(node, "propertyNames");
  const patternProperties = assertionOf(node, "patternProperties");
  const additional = assertionOf(node, "additionalProperties");
  const checks: Check[] = [];
  if (propertyNames !== undefined)
    checks.push(...planPropertyNames(planner, propertyNames, key, judgement));
  for (const pattern of patternProperties?.patterns ?? []) {
    const inner = planKeyed(planner, pattern.node, pattern.path, key, property, judgement);
    if (inner.length > 0) {
      checks.push({
        kind: "when",
        condition: patternCondition(planner, pattern.pattern, key),
        checks: inner,
      });
    }
  }
  if (additional !== undefined)
    checks.push(...planAdditional(planner, additional, key, property, judgement));
  if (checks.length === 0) return [];
  runtimeName(planner.scope, "own");
  return [{ kind: "keys", object: value.variable, key, property, checks }];
}

function planKeyed(
  planner: Planner,
  node: NodeId,
  path: string,
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

function planAdditional(
  planner: Planner,
  assertion: AssertionOf<"additionalProperties">,
  key: string,
  property: string,
  judgement: Judgement,
): Checks {
  const node = planner.scope.model.nodes[assertion.subschema.node];
  let checks: Checks;
  if (node?.assertions[0]?.keyword === "false") {
    runtimeName(planner.scope, "pointerToken");
    const extra = keyedPropertyOf(judgement.value, key, property, "");
    const fault = faultOf(extra, assertion.path, JSON.stringify("must not be present"), [
      ["additionalProperty", key],
    ]);
    checks = [{ kind: "fail", fault }];
  } else {
    checks = planKeyed(
      planner,
      assertion.subschema.node,
      assertion.subschema.path,
      key,
      property,
      judgement,
    );
  }
  if (checks.length === 0) return [];
  const condition = undeclaredCondition(planner, assertion, key, judgement);
  return condition === undefined ? checks : [{ kind: "when", condition, checks }];
}

/** The condition that no sibling keyword speaks for the key; `undefined` where there are none. */
function undeclaredCondition(
  planner: Planner,
  assertion: AssertionOf<"additionalProperties">,
  key: string,
  { name }: Judgement,
): Condition | undefined {
  const { declared, patterns } = assertion;
  const conditions = patterns.map((pattern) => patternCondition(planner, pattern, key));
  if (declared.length > longestChain) {
    const call = `${setConstant(planner.scope, `${name} names`, "string", declared)}.has(${key})`;
    conditions.unshift({ holds: call, fails: `!${call}` });
  } else {
    const comparisons = declared.map((candidate): Condition => {
      const literal = stringLiteral(candidate);
      return { holds: `${key} === ${literal}`, fails: `${key} !== ${literal}` };
    });
    conditions.unshift(...comparisons);
  }
  if (conditions.length === 0) return undefined;
  return {
    holds: conditions.map((condition) => condition.fails).join(" && "),
    fails: conditions.map((condition) => condition.holds).join(" || "),
  };
}

function patternCondition(planner: Planner, pattern: Pattern, key: string): Condition {
  const call = `${patternConstant(planner.scope, pattern)}.test(${key})`;
  return { holds: call, fails: `!${call}` };
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
    const checks = planSubschema(planner, dependency, judgement);
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
