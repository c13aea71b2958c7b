import { stringLiteral } from "../../text/string-literal.ts";
import { assertionOf } from "../../model/assertion-of.ts";
import { everyType } from "../../model/type-sets.ts";
import type { SchemaNode } from "../../model/model.ts";
import { refusesUndefined } from "../../model/presence.ts";
import type { AssertionOf, PropertySubschema } from "../../dialects/canonical-keywords.ts";
import { isPlain } from "../check-shape.ts";
import type { Check, Checks, Fault, PassMember, Value } from "../check.ts";
import { isNever, negation } from "../condition.ts";
import { isRecursive, runtimeName } from "../module-scope.ts";
import {
  longestSwitch,
  mostQuestions,
  readsByName,
  type ObjectStrategy,
} from "../object-strategy.ts";
import { isInherited, readProperty } from "../own-properties.ts";
import {
  type Judgement,
  type Planner,
  blockPlanner,
  judgementOf,
  dropProperty,
  dropRecord,
  knownVariable,
  ownRecord,
  propertyVariable,
  forgetProperty,
} from "../planner.ts";
import { everything } from "../reads.ts";
import { faultOf, keyToken, namedPropertyOf, propertyOf } from "../value.ts";
import { hasDependents, planDependents } from "./dependents.ts";
import { type ObjectPlan, presence } from "./object-plan.ts";
import { type KeyPlan, keyNames, planKeys, takesWalk, walkKeys } from "./keys.ts";

/** How many required properties alone are asked for without a copy of what the object itself has. */
const fewPresences = 3;

/**
 * Plans the keywords of objects that name properties: the applicators of 2020-12 core §10.3.2, and
 * `required` and `dependentRequired` (validation §6.5).
 */
export function planObject(planner: Planner, node: SchemaNode, judgement: Judgement): Checks {
  const presences = planPresences(planner, node, judgement);
  if (presences !== undefined) return presences;
  const object = judgement.value.variable;
  const record = ownRecord(planner, object);
  const isOpaque = planner.opaque.has(object);
  const plan: ObjectPlan = {
    planner,
    judgement,
    record,
    unasked: isOpaque ? record.variable : object,
  };
  const properties = planProperties(plan, node);
  const dependent = planDependents(plan, node);
  if (dependent.length === 0 && properties.every(isUnowned)) {
    if (!isOpaque || properties.length === 0) {
      dropRecord(planner, object, record);
      return properties;
    }
    forgetProperty(planner, object, everything);
    return [{ kind: "view", variable: record.variable, object }, ...properties];
  }
  return [...record.checks, ...properties, ...dependent];
}

/** Whether a check asks by itself which properties are an object's own. */
function isUnowned(check: Check): boolean {
  if (check.kind === "optional") return true;
  return (check.kind === "keys" || check.kind === "pass") && !check.owned;
}

/** Plans a few required properties of which nothing else is asserted: each is asked for by itself. */
function planPresences(
  { scope }: Planner,
  node: SchemaNode,
  { value }: Judgement,
): Checks | undefined {
  const required = assertionOf(node, "required");
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const isAlone =
    !takesWalk(node) &&
    !hasDependents(node) &&
    properties.every((property) => scope.model.nodes[property.node]?.assertions.length === 0);
  if (!isAlone || (required?.names.length ?? 0) > fewPresences) return undefined;
  return (required?.names ?? []).map((name): Check => {
    const read = `${runtimeName(scope, "own")}(${value.variable}, ${stringLiteral(name)})`;
    return {
      kind: "assert",
      condition: presence(read),
      fault: missingFault(value, required?.path ?? "", name),
    };
  });
}

/** A property as it is declared, required, or both. */
interface Member {
  readonly name: string;
  readonly declared: PropertySubschema | undefined;
  readonly isRequired: boolean;
}

/** A member with what is checked of it. */
interface PlannedMember extends Member {
  readonly checks: Checks;
}

function membersOf(node: SchemaNode): readonly Member[] {
  const undeclared = new Set(assertionOf(node, "required")?.names);
  const properties = assertionOf(node, "properties")?.properties ?? [];
  const members = properties.map((declared): Member => {
    const { name } = declared;
    return { name, declared, isRequired: undeclared.delete(name) };
  });
  for (const name of undeclared) members.push({ name, declared: undefined, isRequired: true });
  return members;
}

/** So many properties or more have functions of their own, so that their object's stays small. */
const manyMembers = 12;
const smallInline = 12;

/** What is up to this weight is one condition, more or less. */
const plainInline = 2;

/** Plans what is said of properties, those whose names are not known included. */
function planProperties(plan: ObjectPlan, node: SchemaNode): Checks {
  const { planner, judgement, record } = plan;
  const members = membersOf(node);
  const shape = {
    read: members.length,
    required: assertionOf(node, "required")?.names.length ?? 0,
    walked: takesWalk(node),
  };
  const isLarge = members.length > longestSwitch;
  const strategy =
    members.length === 0 ? "direct" : isLarge ? "pass" : planner.scope.chooseStrategy(shape);
  const largestInline = inlineLimit(plan, node, members, strategy);
  const inner: ObjectPlan = { ...plan, planner: { ...planner, largestInline } };
  if (strategy === "pass") return planPass(plan, inner.planner, node, members);
  const reading = planReads(inner, node, members);
  const keys = planKeys(inner.planner, node, judgement);
  const isAlone = reading.length === 0 && mayAskLast(plan, node) && isPlain(walkedChecks(keys));
  const walked = isAlone ? plan.unasked : record.variable;
  return [...reading, ...walkKeys(walked, !isAlone, keys)];
}

/** The weight up to which the checks of a property stand in the function of its object. */
function inlineLimit(
  plan: ObjectPlan,
  node: SchemaNode,
  members: readonly Member[],
  strategy: ObjectStrategy,
): number {
  const { largestInline } = plan.planner;
  // A table holds functions alone.
  if (members.length > longestSwitch) return -1;
  // What has a function of its own is one condition, which lets an object ask last what is its own.
  const required = members.filter((each) => each.isRequired).length;
  const isAlone =
    strategy === "pass"
      ? required <= mostQuestions
      : required === 0 && (members.length === 0 || !takesWalk(node));
  if (isAlone && mayAskLast(plan, node)) {
    return Math.min(largestInline, plainInline);
  }
  return members.length < manyMembers ? largestInline : Math.min(largestInline, smallInline);
}

/**
 * Whether a walk over the properties asks of each if it is the object's own, as far as that matters: of one
 * whose checks are one condition only where it fails. Else the object is copied where it may have others.
 */
function asksEach(
  plan: ObjectPlan,
  node: SchemaNode,
  members: readonly PlannedMember[],
  keys: KeyPlan,
): boolean {
  if (!mayAskLast(plan, node) || !isPlain(keys.every)) return false;
  if (members.length === 0) return isPlain(keys.others);
  return members.filter(({ isRequired }) => isRequired).length <= mostQuestions;
}

function mayAskLast({ record }: ObjectPlan, node: SchemaNode): boolean {
  // Both ask for the object's own properties anyway.
  const takesRecord =
    hasDependents(node) || assertionOf(node, "unevaluatedProperties") !== undefined;
  return record.checks.length > 0 && !takesRecord;
}

function walkedChecks({ every, others }: KeyPlan): Checks {
  return [...every, ...others];
}

/**
 * Plans one walk over the properties that are there, in which each is judged by its name.
 *
 * @param inner the planner of what judges those that have a name
 */
function planPass(
  plan: ObjectPlan,
  inner: Planner,
  node: SchemaNode,
  members: readonly Member[],
): Checks {
  const { planner, judgement, record } = plan;
  const { value } = judgement;
  // What walks over all properties has its variables around what judges each.
  const names = keyNames(planner);
  const count = planner.variables.allocate("required");
  const keys = planKeys(inner, node, judgement, names);
  const token = keyToken(
    names.key,
    members.map(({ name }) => name),
  );
  const planned = members.map((member): PlannedMember => {
    const { name, declared } = member;
    const { isRequired } = member;
    if (declared === undefined) return { name, declared, isRequired, checks: [] };
    const named = namedPropertyOf(value, name, token, names.property, declared.path);
    const judged = judgementOf(named, everyType, name);
    const checks = planner.planValue(blockPlanner(inner), declared.node, judged);
    return { name, declared, isRequired, checks };
  });
  const closes = keys.others.length > 0;
  // One of which nothing is asserted stands there to be told from the additional ones.
  const telling = planned.filter((each) => closes || each.isRequired || each.checks.length > 0);
  if (telling.length === 0 && keys.every.length === 0) return [];
  const owned = !asksEach(plan, node, planned, keys);
  const others: Checks =
    isNever(keys.hasPattern) || !closes
      ? keys.others
      : [{ kind: "when", condition: negation(keys.hasPattern), checks: keys.others }];
  return [
    {
      kind: "pass",
      object: owned ? record.variable : plan.unasked,
      owned,
      ...names,
      count,
      members: telling.map(({ name, isRequired, declared, checks }): PassMember => {
        return { name, required: isRequired, additional: declared === undefined, checks };
      }),
      early: owned ? undefined : planEarly({ ...plan, planner: inner }, node, members, keys),
      every: keys.every,
      others,
      value,
    },
  ];
}

/**
 * Plans what a walk that reads properties by their names checks before it: what must be there. It need not
 * be the object's own there, since the walk counts those that are. `undefined` for another walk.
 */
function planEarly(
  plan: ObjectPlan,
  node: SchemaNode,
  members: readonly Member[],
  { every, others, hasPattern }: KeyPlan,
): Checks | undefined {
  const { planner, judgement, unasked } = plan;
  const isNamed = members.every((each) => each.declared !== undefined && !isInherited(each.name));
  const required = members.filter(({ isRequired }) => isRequired);
  const shape = {
    read: members.length,
    required: required.length,
    closed: others[0]?.kind === "fail" && isNever(hasPattern),
    recursive: isRecursive(planner.scope, node.id),
  };
  if (!isNamed || every.length > 0 || !readsByName(shape)) return undefined;
  const reading: ObjectPlan = { ...plan, record: { variable: unasked, checks: [] } };
  const early = required.flatMap((member) =>
    planMember(reading, member, assertionOf(node, "required")),
  );
  for (const { name } of required) forgetProperty(planner, judgement.value.variable, name);
  return early;
}

/** Plans the reads of properties by their names, and what each is judged by. */
function planReads(plan: ObjectPlan, node: SchemaNode, members: readonly Member[]): Checks {
  const { planner, judgement } = plan;
  const { variable: object } = judgement.value;
  const reading = members.flatMap((member) =>
    planMember(plan, member, assertionOf(node, "required")),
  );
  if (!mayAskLast(plan, node) || takesWalk(node)) return reading;
  const optional = reading.flatMap((check, index): Check[] => {
    const judged = reading[index + 1];
    if (check.kind !== "read" || judged?.kind !== "when") return [];
    const { variable, name } = check;
    return [{ kind: "optional", variable, object: plan.unasked, name, checks: judged.checks }];
  });
  const isAlone = 2 * optional.length === reading.length;
  if (!isAlone || !optional.every((each) => each.kind === "optional" && isPlain(each.checks))) {
    return reading;
  }
  // What is read here may not be the object's own.
  for (const { name } of members) forgetProperty(planner, object, name);
  return optional;
}

/**
 * Plans one property: it is read, and judged where it is there.
 */
function planMember(
  { planner, judgement, record }: ObjectPlan,
  { name, declared, isRequired }: Member,
  required: AssertionOf<"required"> | undefined,
): Checks {
  const { value } = judgement;
  const fault = isRequired ? missingFault(value, required?.path ?? "", name) : undefined;
  const presenceOnly = (): Checks => {
    const read = knownVariable(planner, value.variable, name);
    const condition = presence(read ?? readProperty(planner.scope, record.variable, name));
    return fault === undefined ? [] : [{ kind: "assert", condition, fault }];
  };
  if (declared === undefined) return presenceOnly();
  const variable = propertyVariable(planner, value.variable, name);
  const checks = planner.planValue(
    fault === undefined ? blockPlanner(planner) : planner,
    declared.node,
    judgementOf(propertyOf(value, name, variable, declared.path), everyType, name),
  );
  if (checks.length === 0) {
    dropProperty(planner, value.variable, name);
    return presenceOnly();
  }
  const read: Check = { kind: "read", variable, object: record.variable, name };
  const condition = presence(variable);
  if (fault === undefined) return [read, { kind: "when", condition, checks }];
  const redundant = refusesUndefined(planner.scope.model.nodes, declared.node);
  return [read, { kind: "gate", condition, fault, checks, redundant }];
}

function missingFault(value: Value, path: string, name: string): Fault {
  const message = stringLiteral(`must have the property ${JSON.stringify(name)}`);
  return faultOf(value, path, message, [["missingProperty", stringLiteral(name)]]);
}
