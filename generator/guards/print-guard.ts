import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, indent, line, statement } from "../text/lines.ts";
import type { Branch, Check, Checks, Section } from "./check.ts";
import { type Items, type When, declares, innermost, isRefusal } from "./check-shape.ts";
import {
  type Condition,
  always,
  comparison,
  conditionStatement,
  conditionText,
  every,
  ifBlock,
  ifHead,
  isAlways,
  negation,
  never,
  one,
  some,
  truth,
} from "./condition.ts";
import { depthArguments } from "./depth.ts";
import { type ModuleScope, exportsOf, isRecursive } from "./module-scope.ts";
import { readProperty } from "./own-properties.ts";
import {
  ownership,
  printItems,
  printKeys,
  printOwn,
  printRejectingKeys,
  printView,
} from "./print-walk.ts";
import { printPass } from "./print-pass.ts";
import { matcherOf } from "./private-functions.ts";

/** An expression longer than this is written as statements. */
const longestExpression = 90;

/**
 * Prints the body of a boolean guard: lines that end in a `return`.
 */
export function printGuardBody(checks: Checks, scope: ModuleScope): readonly CodeLine[] {
  const condition = conditionOf(checks, scope);
  if (condition !== undefined && (isShort(condition) || checks.length === 1)) {
    return [conditionStatement("return", condition)];
  }
  const { lines, ends } = printChecks(checks, scope);
  return ends ? lines : [...lines, line("return true;")];
}

function isShort(condition: Condition): boolean {
  return conditionText(condition).length <= longestExpression;
}

/**
 * The condition that a branch matches: what is kept of its outcome, else its checks where they can be
 * said in a short expression, else a call to the private function that makes them.
 */
export function branchCondition(branch: Branch, scope: ModuleScope): Condition {
  return branch.outcome === undefined ? matchCondition(branch, scope) : truth(branch.outcome);
}

/** The condition that a branch matches, asked of the value. */
function matchCondition(branch: Branch, scope: ModuleScope): Condition {
  const condition = conditionOf(branch.checks, scope);
  return condition !== undefined && isShort(condition)
    ? condition
    : sectionCondition(branch, scope);
}

/**
 * The condition that a value passes a section, asked of the private function that tells it.
 */
export function sectionCondition(section: Section, scope: ModuleScope): Condition {
  const { value, depth } = section;
  const given = [value.variable, ...depthArguments(value.depth, depth)];
  return truth(`${sectionMatcher(section, scope)}(${given.join(", ")})`);
}

/**
 * The name of the private function that tells whether a value passes a section.
 */
export function sectionMatcher(section: Section, scope: ModuleScope): string {
  return matcherOf(section, scope, () => printGuardBody(section.checks, scope));
}

/**
 * The condition that a value passes the declaration that is referred to.
 */
export function guardCondition(
  { target, value }: Extract<Check, { kind: "call" }>,
  scope: ModuleScope,
): Condition {
  const { guard, nestedGuard } = exportsOf(scope, target);
  if (value.depth === undefined || !isRecursive(scope, target)) {
    scope.guards.add(target);
    return truth(`${guard}(${value.variable})`);
  }
  scope.nestedGuards.add(target);
  const given = [value.variable, ...depthArguments(value.depth, 0)];
  return truth(`${nestedGuard}(${given.join(", ")})`);
}

/**
 * The condition that a value matches as many branches as the keyword asks for.
 */
export function unionCondition(
  { keyword, exclusive, branches }: Extract<Check, { kind: "union" }>,
  scope: ModuleScope,
): Condition {
  const conditions = branches.map((branch) => branchCondition(branch, scope));
  return keyword === "anyOf" || exclusive ? some(conditions) : one(conditions);
}

/** Statements, and whether nothing can run behind them. */
interface Printed {
  readonly lines: readonly CodeLine[];
  readonly ends: boolean;
}

function printChecks(checks: Checks, scope: ModuleScope): Printed {
  const lines: CodeLine[] = [];
  for (const check of checks) {
    const printed = printCheck(check, scope);
    lines.push(...printed.lines);
    if (printed.ends) return { lines, ends: true };
  }
  return { lines, ends: false };
}

function goesOn(lines: readonly CodeLine[]): Printed {
  return { lines, ends: false };
}

function printCheck(check: Check, scope: ModuleScope): Printed {
  switch (check.kind) {
    case "gate": {
      const inner = printChecks(check.checks, scope);
      if (check.redundant) return inner;
      return { lines: [...rejectUnless(check.condition), ...inner.lines], ends: inner.ends };
    }
    case "when":
      return goesOn(printWhen(check, scope));
    case "impossible":
    case "fail":
      return { lines: [statement("return false;")], ends: true };
    case "remark":
      return goesOn([line(`// ${check.text}`)]);
    case "own":
      return goesOn([printOwn(check, scope)]);
    case "view":
      return goesOn([printView(check)]);
    case "read":
      return goesOn([
        line(`const ${check.variable} = ${readProperty(scope, check.object, check.name)};`),
      ]);
    case "optional":
      return goesOn(printOptional(check, scope));
    case "item":
      return goesOn([line(`const ${check.variable} = ${check.array}[${check.index}];`)]);
    case "outcome":
    case "number":
      return goesOn([printBinding(check, scope)]);
    case "items": {
      if (isRefusal(check)) return goesOn(rejectUnless(lengthCondition(check)));
      return goesOn(printItems(check, printChecks(check.checks, scope).lines));
    }
    case "keys":
      return goesOn(printKeyWalk(check, scope));
    case "pass":
      return goesOn(
        printPass(check, scope, {
          statements: (checks) => printChecks(checks, scope),
          condition: (checks) => conditionOf(checks, scope),
          matcher: (section) => sectionMatcher(section, scope),
        }),
      );
    case "assert":
    case "call":
    case "section":
    case "union":
    case "try":
    case "not":
      return goesOn(rejectUnless(conditionOfCheck(check, scope) ?? always));
    case "tagged": {
      const cases = check.cases.flatMap(({ values, checks }) => {
        const printed = printChecks(checks, scope);
        return [
          ...values.map((value) => line(`case ${stringLiteral(value)}:`)),
          ...caseBody(checks, [...printed.lines, ...(printed.ends ? [] : [line("break;")])]),
        ];
      });
      const unknown = [line("default:"), ...indent([statement("return false;")])];
      return goesOn(block(`switch (${check.tag})`, [...cases, ...unknown]));
    }
    case "if":
      return goesOn(printCondition(check, scope));
    case "contains": {
      const { array, count, branch, minimum, maximum } = check;
      return goesOn([
        line(`let ${count} = 0;`),
        ...block(
          `for (const ${branch.parameter} of ${array})`,
          ifBlock(branchCondition(branch, scope), [statement(`${count} += 1;`)]),
        ),
        ...(minimum === undefined ? [] : [line(`if (${count} < ${minimum.limit}) return false;`)]),
        ...(maximum === undefined ? [] : [line(`if (${count} > ${maximum.limit}) return false;`)]),
      ]);
    }
  }
}

function printOptional(
  { variable, object, name, checks }: Extract<Check, { kind: "optional" }>,
  scope: ModuleScope,
): CodeLine[] {
  const passes = conditionOf(checks, scope) ?? always;
  const rejected = every([
    comparison(variable, "!==", "undefined"),
    negation(passes),
    ownership(scope, object, stringLiteral(name)),
  ]);
  return [
    line(`const ${variable} = ${readProperty(scope, object, name)};`),
    ...ifBlock(rejected, [statement("return false;")]),
  ];
}

function printKeyWalk(check: Extract<Check, { kind: "keys" }>, scope: ModuleScope): CodeLine[] {
  const asserted = check.owned ? undefined : conditionOf(check.checks, scope);
  return asserted === undefined
    ? printKeys(check, printChecks(check.checks, scope).lines)
    : printRejectingKeys(check, scope, asserted);
}

/**
 * The statement that binds a variable to what the checks behind it ask for.
 */
export function printBinding(
  check: Extract<Check, { kind: "outcome" | "number" }>,
  scope: ModuleScope,
): CodeLine {
  const head = `const ${check.variable} =`;
  if (check.kind === "outcome") {
    return conditionStatement(head, every([check.given, matchCondition(check.branch, scope)]));
  }
  const cases = check.cases.map(
    ({ condition, number }) => `${conditionText(condition)} ? ${number}`,
  );
  return line(`${head} ${[...cases, String(check.otherwise)].join(" : ")};`);
}

/**
 * The lines of a `case`, in a block where the checks that they make declare a variable.
 */
export function caseBody(checks: Checks, lines: readonly CodeLine[]): CodeLine[] {
  return indent(declares(checks) ? [line("{"), ...indent(lines), line("}")] : lines);
}

/** The condition that a walk comes to no item. */
function lengthCondition({ array, from }: Items): Condition {
  return comparison(`${array}.length`, "<=", from);
}

function printCondition(check: Extract<Check, { kind: "if" }>, scope: ModuleScope): CodeLine[] {
  const condition = branchCondition(check.condition, scope);
  const consequent = printChecks(check.consequent, scope).lines;
  const alternative = printChecks(check.alternative, scope).lines;
  if (consequent.length === 0)
    return printWhen({ condition: negation(condition), checks: check.alternative }, scope);
  if (alternative.length === 0) return printWhen({ condition, checks: check.consequent }, scope);
  return [
    ifHead(condition),
    ...indent(consequent),
    line("} else {"),
    ...indent(alternative),
    line("}"),
  ];
}

function printWhen(check: When, scope: ModuleScope): CodeLine[] {
  const { condition, checks } = innermost(check);
  const asserted = conditionOf(checks, scope);
  if (asserted === undefined || !isShort(asserted))
    return ifBlock(condition, printChecks(checks, scope).lines);
  return rejectUnless(some([negation(condition), asserted]));
}

function rejectUnless(condition: Condition): CodeLine[] {
  return isAlways(condition) ? [] : ifBlock(negation(condition), [statement("return false;")]);
}

/** What checks ask, as one condition; `undefined` where they need statements. */
function conditionOf(checks: Checks, scope: ModuleScope): Condition | undefined {
  if (!scope.conditions.has(checks)) scope.conditions.set(checks, joinedCondition(checks, scope));
  return scope.conditions.get(checks);
}

function joinedCondition(checks: Checks, scope: ModuleScope): Condition | undefined {
  const conditions: Condition[] = [];
  for (const check of checks) {
    const condition = conditionOfCheck(check, scope);
    if (condition === undefined) return undefined;
    conditions.push(condition);
  }
  return every(conditions);
}

function conditionOfCheck(check: Check, scope: ModuleScope): Condition | undefined {
  switch (check.kind) {
    case "assert":
      return check.condition;
    case "gate": {
      const inner = conditionOf(check.checks, scope);
      if (inner === undefined || check.redundant) return inner;
      return every([check.condition, inner]);
    }
    case "when": {
      const inner = conditionOf(check.checks, scope);
      return inner === undefined ? undefined : some([negation(check.condition), inner]);
    }
    case "impossible":
    case "fail":
      return never;
    case "call":
      return guardCondition(check, scope);
    case "section":
      return sectionCondition(check.section, scope);
    case "try":
      return branchCondition(check.branch, scope);
    case "not":
      return negation(branchCondition(check.branch, scope));
    case "union":
      return unionCondition(check, scope);
    case "items":
      return isRefusal(check) ? lengthCondition(check) : undefined;
    case "if":
    case "own":
    case "view":
    case "pass":
    case "read":
    case "optional":
    case "item":
    case "remark":
    case "outcome":
    case "number":
    case "keys":
    case "tagged":
    case "contains":
      return undefined;
  }
}
