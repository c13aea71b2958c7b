import { everyType } from "../model/json-type.ts";
import { stringLiteral } from "../text/string-literal.ts";
import type { Branch, Check, Checks, Section } from "./check.ts";
import { parenthesized } from "./keywords/types.ts";
import { type CodeLine, block, indent, layOut, line } from "../text/lines.ts";
import { type ModuleScope, exportsOf } from "./module-scope.ts";

/** An expression longer than this is written as statements. */
const longestExpression = 90;

/**
 * Prints the body of a boolean guard: lines that end in a `return`.
 */
export function printGuardBody(checks: Checks, scope: ModuleScope): readonly CodeLine[] {
  const expression = expressionOf(checks, scope);
  if (expression !== undefined && (expression.length <= longestExpression || checks.length === 1)) {
    return [line(`return ${expression};`)];
  }
  const { lines, ends } = printChecks(checks, scope);
  return ends ? lines : [...lines, line("return true;")];
}

/**
 * Writes a branch as an expression of type boolean: of its checks where they can be said in one, else
 * of a call to a private function that makes them.
 */
export function branchExpression(branch: Branch, scope: ModuleScope): string {
  const known = scope.branchExpressions.get(branch);
  if (known !== undefined) return known;
  const written = writeBranch(branch, scope);
  scope.branchExpressions.set(branch, written);
  return written;
}

function writeBranch(branch: Branch, scope: ModuleScope): string {
  const expression = expressionOf(branch.checks, scope);
  if (expression !== undefined && expression.length <= longestExpression) return expression;
  const name = scope.matcherNames.allocate(branch.name);
  const body = printGuardBody(branch.checks, scope);
  const type = variableType(branch);
  const head = `function ${name}(${branch.variable}: ${type}): boolean`;
  scope.privateFunctions.push(layOut(block(head, body)).join("\n"));
  return `${name}(${branch.variable})`;
}

/** Writes a section as a call to the private function that holds its checks. */
function sectionExpression(section: Section, scope: ModuleScope): string {
  const known = scope.branchExpressions.get(section);
  if (known !== undefined) return known;
  const name = scope.matcherNames.allocate(section.name);
  const written = `${name}(${section.value.variable})`;
  scope.branchExpressions.set(section, written);
  const head = `function ${name}(value: ${variableType(section)}): boolean`;
  scope.privateFunctions.push(
    layOut(block(head, printGuardBody(section.checks, scope))).join("\n"),
  );
  return written;
}

/**
 * The type that a variable has where its branch is tried, narrowed by the checks around it.
 */
export function variableType({ known }: Pick<Branch, "known">): string {
  if (known.size === everyType.size) return "unknown";
  const types = [...known].map((type) => {
    switch (type) {
      case "array":
        return "readonly unknown[]";
      case "object":
        return "{ [name: string]: unknown }";
      default:
        return type;
    }
  });
  return types.join(" | ");
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

function printCheck(check: Check, scope: ModuleScope): Printed {
  switch (check.kind) {
    case "assert":
      return goesOn([rejectIf(check.condition.fails)]);
    case "gate": {
      const inner = printChecks(check.checks, scope);
      if (check.redundant) return inner;
      return { lines: [rejectIf(check.condition.fails), ...inner.lines], ends: inner.ends };
    }
    case "when":
      return goesOn(printWhen(check.condition.holds, check.checks, scope));
    case "impossible":
    case "fail":
      return { lines: [line("return false;")], ends: true };
    case "read": {
      const inner = printChecks(check.checks, scope);
      const read = `const ${check.variable} = own(${check.object}, ${stringLiteral(check.name)});`;
      return { lines: [line(read), ...inner.lines], ends: inner.ends };
    }
    case "item": {
      const inner = printChecks(check.checks, scope);
      const read = `const ${check.variable} = ${check.array}[${check.index}];`;
      return { lines: [line(read), ...inner.lines], ends: inner.ends };
    }
    case "bind":
      return goesOn([line(`const ${check.variable} = ${check.expression};`)]);
    case "items":
      return goesOn(printItems(check, scope));
    case "keys": {
      const { object, key, property } = check;
      return goesOn(
        block(`for (const ${key} of Object.keys(${object}))`, [
          line(`const ${property} = own(${object}, ${key});`),
          line(`if (${property} === undefined) continue;`),
          ...printChecks(check.checks, scope).lines,
        ]),
      );
    }
    case "call":
    case "section":
    case "union":
    case "try":
    case "not":
      return goesOn([rejectIf(negated(expressionOfCheck(check, scope) ?? "true"))]);
    case "tagged": {
      const cases = check.cases.flatMap(({ values, checks }) => {
        const printed = printChecks(checks, scope);
        return [
          ...values.map((value) => line(`case ${stringLiteral(value)}:`)),
          ...caseBody([...printed.lines, ...(printed.ends ? [] : [line("break;")])]),
        ];
      });
      const unknown = [line("default:"), ...indent([line("return false;")])];
      return goesOn(block(`switch (${check.tag})`, [...cases, ...unknown]));
    }
    case "if":
      return goesOn(printCondition(check, scope));
    case "contains": {
      const { array, count, branch, minimum, maximum } = check;
      return goesOn([
        line(`let ${count} = 0;`),
        ...block(`for (const ${branch.variable} of ${array})`, [
          line(`if (${branchExpression(branch, scope)}) ${count} += 1;`),
        ]),
        ...(minimum === undefined ? [] : [rejectIf(`${count} < ${minimum.limit}`)]),
        ...(maximum === undefined ? [] : [rejectIf(`${count} > ${maximum.limit}`)]),
      ]);
    }
  }
}

/**
 * The lines of a `case`, in a block where they declare a variable.
 */
export function caseBody(lines: readonly CodeLine[]): CodeLine[] {
  const declares = lines.some((each) => each.depth === 0 && /^(?:const|let) /.test(each.text));
  return indent(declares ? [line("{"), ...indent(lines), line("}")] : lines);
}

function goesOn(lines: readonly CodeLine[]): Printed {
  return { lines, ends: false };
}

function printItems(check: Extract<Check, { kind: "items" }>, scope: ModuleScope): CodeLine[] {
  const { array, index, item, from } = check;
  const { lines } = printChecks(check.checks, scope);
  const reads = new RegExp(`\\b${index}\\b`);
  if (from === 0 && !lines.some((each) => reads.test(each.text)))
    return block(`for (const ${item} of ${array})`, lines);
  return block(`for (let ${index} = ${from}; ${index} < ${array}.length; ${index} += 1)`, [
    line(`const ${item} = ${array}[${index}];`),
    ...lines,
  ]);
}

function printCondition(check: Extract<Check, { kind: "if" }>, scope: ModuleScope): CodeLine[] {
  const condition = branchExpression(check.condition, scope);
  const consequent = printChecks(check.consequent, scope).lines;
  const alternative = printChecks(check.alternative, scope).lines;
  if (consequent.length === 0) return block(`if (${negated(condition)})`, alternative);
  if (alternative.length === 0) return block(`if (${condition})`, consequent);
  return [
    line(`if (${condition}) {`),
    ...indent(consequent),
    line("} else {"),
    ...indent(alternative),
    line("}"),
  ];
}

function printWhen(condition: string, checks: Checks, scope: ModuleScope): CodeLine[] {
  const expression = expressionOf(checks, scope);
  if (expression === "true") return [];
  if (expression === "false") return [rejectIf(condition)];
  if (expression !== undefined && expression.length <= longestExpression) {
    const rejection = negated(expression);
    const operand = rejection.startsWith("!(") ? rejection : parenthesized(rejection);
    return [rejectIf(`${parenthesized(condition)} && ${operand}`)];
  }
  return block(`if (${condition})`, printChecks(checks, scope).lines);
}

function rejectIf(condition: string): CodeLine {
  return line(
    `if (${condition}) return false;`,
    block(`if (${condition})`, [line("return false;")]),
  );
}

/**
 * The negation of an expression, kept readable for the simplest ones.
 */
export function negated(expression: string): string {
  const inner = /^!\((.*)\)$/.exec(expression)?.[1];
  if (inner !== undefined && !inner.includes(")")) return inner;
  if (/^!\w+\([^()]*\)$/.test(expression)) return expression.slice(1);
  if (/^\w+\([^()]*\)$/.test(expression)) return `!${expression}`;
  const comparison = /^((?:typeof )?[\w.]+) (===|!==) ([^&|]+)$/.exec(expression);
  if (comparison !== null) {
    const [, left = "", operator, right = ""] = comparison;
    return `${left} ${operator === "===" ? "!==" : "==="} ${right}`;
  }
  return `!(${expression})`;
}

/** Writes checks as one expression; `undefined` where they need statements. */
function expressionOf(checks: Checks, scope: ModuleScope): string | undefined {
  if (checks.length === 0) return "true";
  const expressions: string[] = [];
  for (const check of checks) {
    const expression = expressionOfCheck(check, scope);
    if (expression === undefined) return undefined;
    if (expression === "false") return "false";
    if (expression !== "true") expressions.push(expression);
  }
  const [only] = expressions;
  if (expressions.length <= 1) return only ?? "true";
  return expressions.map(parenthesized).join(" && ");
}

function expressionOfCheck(check: Check, scope: ModuleScope): string | undefined {
  switch (check.kind) {
    case "assert":
      return check.condition.holds;
    case "gate": {
      const inner = expressionOf(check.checks, scope);
      if (inner === undefined || inner === "false") return inner;
      if (check.redundant) return inner;
      if (inner === "true") return check.condition.holds;
      return `${parenthesized(check.condition.holds)} && ${parenthesized(inner)}`;
    }
    case "when": {
      const inner = expressionOf(check.checks, scope);
      if (inner === undefined || inner === "true") return inner;
      return `${parenthesized(check.condition.fails)} || ${parenthesized(inner)}`;
    }
    case "impossible":
    case "fail":
      return "false";
    case "call":
      scope.guards.add(check.target);
      return `${exportsOf(scope, check.target).guard}(${check.value.variable})`;
    case "section":
      return sectionExpression(check, scope);
    case "try":
      return branchExpression(check.branch, scope);
    case "not":
      return negated(branchExpression(check.branch, scope));
    case "union": {
      const branches = check.branches.map((branch) => branchExpression(branch, scope));
      if (check.keyword === "anyOf" || check.exclusive)
        return branches.map(parenthesized).join(" || ");
      return `${branches.map((branch) => `Number(${branch})`).join(" + ")} === 1`;
    }
    case "if":
    case "bind":
    case "read":
    case "item":
    case "items":
    case "keys":
    case "tagged":
    case "contains":
      return undefined;
  }
}
