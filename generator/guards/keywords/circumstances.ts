import type { Subschema } from "../../dialects/canonical-keywords.ts";
import type { Circumstance } from "../../model/evaluation.ts";
import { stringLiteral } from "../../text/string-literal.ts";
import type { Branch, Check } from "../check.ts";
import {
  type Condition,
  always,
  comparison,
  conditionText,
  every,
  isAlways,
  negation,
  some,
  truth,
} from "../condition.ts";
import { exportsOf } from "../module-scope.ts";
import {
  type Judgement,
  type Planner,
  knownVariable,
  judgementOf,
  outcomeKey,
  ownRecord,
  planBranch,
  propertyVariable,
  tagKey,
} from "../planner.ts";

/** Variables that hold what circumstances ask of a value, and the checks that bind them. */
export interface Bindings {
  readonly planner: Planner;
  readonly judgement: Judgement;
  readonly checks: Check[];
  readonly outcomes: Map<string, Branch>;
  /** Variables of properties: tags, and those of which only the presence counts. */
  readonly tags: Map<string, string>;
}

/**
 * Opens the bindings for a value, with what is settled of it before.
 */
export function openBindings(planner: Planner, judgement: Judgement): Bindings {
  const { outcomes, tags } = judgement.settled ?? {};
  return { planner, judgement, checks: [], outcomes: new Map(outcomes), tags: new Map(tags) };
}

/**
 * The condition that all of some circumstances hold. Each is bound to a variable once.
 */
export function circumstancesCondition(
  bindings: Bindings,
  circumstances: readonly Circumstance[],
): Condition {
  let condition = always;
  let { name } = bindings.judgement;
  for (const circumstance of circumstances) {
    switch (circumstance.kind) {
      case "matches":
      case "fails": {
        const { referred, role, subschema } = circumstance;
        // A branch that belongs to another declaration is called after that one.
        const owner =
          referred === undefined ? name : exportsOf(bindings.planner.scope, referred).type;
        name = `${owner} ${role}`;
        const holds = truth(outcomeVariable(bindings, subschema, name, condition));
        // A branch is only tried where the circumstances before it hold, so that its match implies them.
        condition = circumstance.kind === "matches" ? holds : every([condition, negation(holds)]);
        break;
      }
      case "tag": {
        const variable = readOnce(bindings, tagKey(circumstance.union), circumstance.property);
        const values = circumstance.values.map(stringLiteral);
        const chosen = some(values.map((value) => comparison(variable, "===", value)));
        condition = every([condition, chosen]);
        break;
      }
      case "present": {
        const { property } = circumstance;
        const { variable: object } = bindings.judgement.value;
        const variable =
          knownVariable(bindings.planner, object, property) ??
          readOnce(bindings, `present ${property}`, property);
        condition = every([condition, comparison(variable, "!==", "undefined")]);
        break;
      }
    }
  }
  return condition;
}

function outcomeVariable(
  { planner, judgement, checks, outcomes }: Bindings,
  subschema: Subschema,
  name: string,
  given: Condition,
): string {
  const own = outcomeKey(subschema);
  const key = isAlways(given) ? own : `${conditionText(given)} && ${own}`;
  const kept = outcomes.get(key)?.outcome;
  if (kept !== undefined) return kept;
  const { value, known } = judgement;
  const branch = planBranch(planner, subschema, judgementOf(value, known, name));
  const outcome = planner.variables.allocate(`${name} holds`);
  checks.push({ kind: "outcome", variable: outcome, given, branch });
  outcomes.set(key, { ...branch, outcome });
  return outcome;
}

function readOnce(
  { planner, judgement, checks, tags }: Bindings,
  key: string,
  name: string,
): string {
  const known = tags.get(key);
  if (known !== undefined) return known;
  const object = judgement.value.variable;
  const record = ownRecord(planner, object);
  const variable = propertyVariable(planner, object, name);
  checks.push(...record.checks, { kind: "read", variable, object: record.variable, name });
  tags.set(key, variable);
  return variable;
}
