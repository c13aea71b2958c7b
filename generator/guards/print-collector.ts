import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, indent, line, listLine, statement } from "../text/lines.ts";
import type { Branch, Check, Checks, Fault, Section, Value } from "./check.ts";
import { innermost, isPlain } from "./check-shape.ts";
import {
  type Condition,
  comparison,
  ifBlock,
  ifHead,
  isNever,
  negation,
  some,
  truth,
} from "./condition.ts";
import { type ModuleScope, exportsOf, runtimeName } from "./module-scope.ts";
import { branchCondition, caseBody, printBinding } from "./print-guard.ts";
import { readProperty } from "./own-properties.ts";
import { printItems, printKeys, printOwn } from "./print-walk.ts";
import { inspectorOf } from "./private-functions.ts";

/** Where the checks that are printed stand. */
interface Place {
  readonly scope: ModuleScope;
  /** The variable that holds the list to which issues are added. */
  readonly issues: string;
  /** What their paths follow, as {@link Value} has it. */
  readonly instancePath: string;
  readonly schemaPath: string;
}

/**
 * Prints the body of a collector of issues: every failed check is reported, none ends it.
 */
export function printCollectorBody(checks: Checks, scope: ModuleScope): CodeLine[] {
  return printChecks(checks, { scope, issues: "issues", instancePath: "", schemaPath: "" });
}

function printChecks(checks: Checks, place: Place): CodeLine[] {
  return checks.flatMap((check) => printCheck(check, place));
}

function printCheck(check: Check, place: Place): CodeLine[] {
  const { scope } = place;
  switch (check.kind) {
    case "assert":
      return reportUnless(check.condition, check.fault, place);
    case "gate":
      return [
        ifHead(negation(check.condition)),
        ...indent([report(check.fault, place)]),
        ...otherwise(printChecks(check.checks, place)),
      ];
    case "when": {
      const { condition, checks } = innermost(check);
      return ifBlockOf(condition, printChecks(checks, place));
    }
    case "impossible":
      return printChecks(check.checks, place);
    case "fail":
      return [report(check.fault, place)];
    case "remark":
      return [line(`// ${check.text}`)];
    case "own":
      return [printOwn(check, scope)];
    case "pass":
      return printChecks(check.collected, place);
    case "read":
      return [line(`const ${check.variable} = ${readProperty(scope, check.object, check.name)};`)];
    case "item":
      return [line(`const ${check.variable} = ${check.array}[${check.index}];`)];
    case "outcome":
    case "number":
      return [printBinding(check, scope)];
    case "items":
      return printItems(check, printChecks(check.checks, place));
    case "keys":
      return printKeys(check, scope, printChecks(check.checks, place));
    case "call": {
      scope.collectors.add(check.target);
      return [callOf(exportsOf(scope, check.target).collector, check.value, place)];
    }
    case "section":
      return [inspect(check.section, place)];
    case "union":
      return printUnion(check, place);
    case "tagged": {
      const cases = check.cases.flatMap(({ values, checks }) => [
        ...values.map((value) => line(`case ${stringLiteral(value)}:`)),
        ...caseBody(checks, [...printChecks(checks, place), line("break;")]),
      ]);
      const unknown = [
        line(`if (${check.tag} === undefined) {`),
        ...indent([report(check.missing, place)]),
        ...otherwise([report(check.unknown, place)]),
      ];
      return block(`switch (${check.tag})`, [...cases, line("default:"), ...indent(unknown)]);
    }
    case "try":
      return reportUnless(branchCondition(check.branch, scope), check.fault, place);
    case "not":
      return reportUnless(negation(branchCondition(check.branch, scope)), check.fault, place);
    case "if": {
      const consequent = printChecks(check.consequent, place);
      const alternative = printChecks(check.alternative, place);
      const condition = branchCondition(check.condition, scope);
      if (consequent.length === 0) return ifBlockOf(negation(condition), alternative);
      return [ifHead(condition), ...indent(consequent), ...otherwise(alternative)];
    }
    case "contains": {
      const { array, count, branch, minimum, maximum } = check;
      return [
        line(`let ${count} = 0;`),
        ...block(
          `for (const ${branch.parameter} of ${array})`,
          ifBlock(branchCondition(branch, scope), [statement(`${count} += 1;`)]),
        ),
        ...(minimum === undefined
          ? []
          : reportUnless(comparison(count, ">=", String(minimum.limit)), minimum.fault, place)),
        ...(maximum === undefined
          ? []
          : reportUnless(comparison(count, "<=", String(maximum.limit)), maximum.fault, place)),
      ];
    }
  }
}

/** Prints a union: the issues of each branch, and the call that chooses whose are reported. */
function printUnion(check: Extract<Check, { kind: "union" }>, place: Place): CodeLine[] {
  const lists = check.branches.flatMap((branch, index) => {
    const issues = check.issues[index] ?? "";
    const list = line(`const ${issues}: typeof ${place.issues} = [];`);
    return [list, ...printBranch(branch, { ...place, issues })];
  });
  const reporter = check.keyword === "anyOf" ? "reportAnyOf" : "reportOneOf";
  const paths = pathsOf({ ...check.value, schemaPath: check.schemaPath }, place);
  const list = `[${check.issues.join(", ")}]`;
  const selected = check.speaker === undefined ? [] : [check.speaker];
  const report = listLine(`${reporter}(`, [place.issues, ...paths, list, ...selected], ");");
  const lines = [...lists, report];
  // A branch whose outcome is kept has no issues where it matches.
  const kept = check.branches.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
  return check.keyword === "oneOf" || kept.length === 0
    ? lines
    : ifBlock(negation(some(kept.map(truth))), lines);
}

/** Prints the checks of a branch where they declare nothing, else the call of their own function. */
function printBranch(branch: Branch, place: Place): CodeLine[] {
  if (!isPlain(branch.checks)) return [inspect(branch, place)];
  const { instancePath, schemaPath } = branch.value;
  return printChecks(branch.checks, {
    ...place,
    instancePath: place.instancePath + instancePath,
    schemaPath: place.schemaPath + schemaPath,
  });
}

/** Calls the private function that inspects a section, and writes that function. */
function inspect(section: Section, place: Place): CodeLine {
  const { scope } = place;
  const name = inspectorOf(section, scope, () => printCollectorBody(section.checks, scope));
  return callOf(name, section.value, place);
}

function callOf(name: string, value: Value, place: Place): CodeLine {
  return listLine(`${name}(`, [value.variable, ...pathsOf(value, place), place.issues], ");");
}

function otherwise(lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 ? [line("}")] : [line("} else {"), ...indent(lines), line("}")];
}

function ifBlockOf(condition: Condition, lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 || isNever(condition) ? [] : ifBlock(condition, lines);
}

function reportUnless(condition: Condition, fault: Fault, place: Place): CodeLine[] {
  return ifBlockOf(negation(condition), [report(fault, place)]);
}

function report(fault: Fault, place: Place): CodeLine {
  const params = fault.params.map(([name, expression]) =>
    name === expression ? name : `${name}: ${expression}`,
  );
  return listLine(
    `${runtimeName(place.scope, "report")}(`,
    [
      place.issues,
      ...pathsOf(fault, place),
      stringLiteral(fault.keyword),
      fault.message,
      params.length === 0 ? "{}" : `{ ${params.join(", ")} }`,
    ],
    ");",
  );
}

/** The paths of a fault or a value as expressions. */
function pathsOf(
  { instancePath, schemaPath }: Pick<Value, "instancePath" | "schemaPath">,
  place: Place,
): string[] {
  return [
    pathExpression("path", place.instancePath + instancePath),
    pathExpression("schemaPath", place.schemaPath + schemaPath),
  ];
}

/** A path as an expression: a variable, and what follows it. */
function pathExpression(variable: string, suffix: string): string {
  return suffix === "" ? variable : `\`\${${variable}}${suffix}\``;
}
