import { stringLiteral } from "../text/string-literal.ts";
import type { Check, Checks, Fault, Section } from "./check.ts";
import { type CodeLine, block, indent, layOut, line, listLine } from "../text/lines.ts";
import { type ModuleScope, exportsOf, runtimeName } from "./module-scope.ts";
import { branchExpression, caseBody, negated, variableType } from "./print-guard.ts";

/** The variable that holds the list to which issues are added. */
type IssueList = string;

/**
 * Prints the body of a collector of issues: every failed check is reported, none ends it.
 */
export function printCollectorBody(checks: Checks, scope: ModuleScope): CodeLine[] {
  return printChecks(checks, "issues", scope);
}

function printChecks(checks: Checks, issues: IssueList, scope: ModuleScope): CodeLine[] {
  return checks.flatMap((check) => printCheck(check, issues, scope));
}

function printCheck(check: Check, issues: IssueList, scope: ModuleScope): CodeLine[] {
  switch (check.kind) {
    case "assert":
      return block(`if (${check.condition.fails})`, [report(check.fault, issues, scope)]);
    case "gate":
      return [
        line(`if (${check.condition.fails}) {`),
        ...indent([report(check.fault, issues, scope)]),
        ...otherwise(printChecks(check.checks, issues, scope)),
      ];
    case "when":
      return blockOf(`if (${check.condition.holds})`, printChecks(check.checks, issues, scope));
    case "impossible":
      return printChecks(check.checks, issues, scope);
    case "fail":
      return [report(check.fault, issues, scope)];
    case "bind":
      return [line(`const ${check.variable} = ${check.expression};`)];
    case "read": {
      const read = `const ${check.variable} = own(${check.object}, ${stringLiteral(check.name)});`;
      return [line(read), ...printChecks(check.checks, issues, scope)];
    }
    case "item": {
      const read = `const ${check.variable} = ${check.array}[${check.index}];`;
      return [line(read), ...printChecks(check.checks, issues, scope)];
    }
    case "items": {
      const { array, index, item, from } = check;
      return block(`for (let ${index} = ${from}; ${index} < ${array}.length; ${index} += 1)`, [
        line(`const ${item} = ${array}[${index}];`),
        ...printChecks(check.checks, issues, scope),
      ]);
    }
    case "keys": {
      const { object, key, property } = check;
      return block(`for (const ${key} of Object.keys(${object}))`, [
        line(`const ${property} = own(${object}, ${key});`),
        line(`if (${property} === undefined) continue;`),
        ...printChecks(check.checks, issues, scope),
      ]);
    }
    case "call": {
      const { variable, instancePath, schemaPath } = check.value;
      scope.collectors.add(check.target);
      const collector = exportsOf(scope, check.target).collector;
      const paths = [path("path", instancePath), path("schemaPath", schemaPath)];
      return [listLine(`${collector}(`, [variable, ...paths, issues], ");")];
    }
    case "section":
      return [printSection(check, issues, scope)];
    case "union": {
      const branches = check.branches.flatMap((branch) => [
        line(`const ${branch.issues}: typeof issues = [];`),
        ...printChecks(branch.checks, branch.issues, scope),
      ]);
      const reporter = check.keyword === "anyOf" ? "reportAnyOf" : "reportOneOf";
      const lists = `[${check.branches.map((branch) => branch.issues).join(", ")}]`;
      const paths = [path("path", check.value.instancePath), path("schemaPath", check.schemaPath)];
      const selected = check.speaker === undefined ? [] : [check.speaker];
      return [...branches, listLine(`${reporter}(`, [issues, ...paths, lists, ...selected], ");")];
    }
    case "tagged": {
      const cases = check.cases.flatMap(({ values, checks }) => [
        ...values.map((value) => line(`case ${stringLiteral(value)}:`)),
        ...caseBody([...printChecks(checks, issues, scope), line("break;")]),
      ]);
      const unknown = [
        line(`if (${check.tag} === undefined) {`),
        ...indent([report(check.missing, issues, scope)]),
        ...otherwise([report(check.unknown, issues, scope)]),
      ];
      return block(`switch (${check.tag})`, [...cases, line("default:"), ...indent(unknown)]);
    }
    case "try": {
      const condition = negated(branchExpression(check.branch, scope));
      return block(`if (${condition})`, [report(check.fault, issues, scope)]);
    }
    case "not": {
      const condition = branchExpression(check.branch, scope);
      return block(`if (${condition})`, [report(check.fault, issues, scope)]);
    }
    case "if": {
      const consequent = printChecks(check.consequent, issues, scope);
      const alternative = printChecks(check.alternative, issues, scope);
      const condition = branchExpression(check.condition, scope);
      if (consequent.length === 0) return blockOf(`if (${negated(condition)})`, alternative);
      return [line(`if (${condition}) {`), ...indent(consequent), ...otherwise(alternative)];
    }
    case "contains": {
      const { array, index, count, branch, minimum, maximum } = check;
      const limits = [
        ...(minimum === undefined
          ? []
          : [{ test: `${count} < ${minimum.limit}`, fault: minimum.fault }]),
        ...(maximum === undefined
          ? []
          : [{ test: `${count} > ${maximum.limit}`, fault: maximum.fault }]),
      ];
      return [
        line(`let ${count} = 0;`),
        ...block(`for (let ${index} = 0; ${index} < ${array}.length; ${index} += 1)`, [
          line(`const ${branch.variable} = ${array}[${index}];`),
          line(`if (${branchExpression(branch, scope)}) ${count} += 1;`),
        ]),
        ...limits.flatMap(({ test, fault }) =>
          block(`if (${test})`, [report(fault, issues, scope)]),
        ),
      ];
    }
  }
}

/** Calls the private function that inspects a section, and writes that function. */
function printSection(section: Section, issues: IssueList, scope: ModuleScope): CodeLine {
  const { variable, instancePath, schemaPath } = section.value;
  const name = scope.inspectorNames.allocate(section.name);
  const parameters = [
    `value: ${variableType(section)}`,
    "path: string",
    "schemaPath: string",
    `issues: ${scope.issueType}[]`,
  ];
  const head = layOut([listLine(`function ${name}(`, parameters, "): void {")]);
  const body = layOut(printCollectorBody(section.checks, scope), 1);
  scope.privateFunctions.push([...head, ...body, "}"].join("\n"));
  const paths = [path("path", instancePath), path("schemaPath", schemaPath)];
  return listLine(`${name}(`, [variable, ...paths, issues], ");");
}

function otherwise(lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 ? [line("}")] : [line("} else {"), ...indent(lines), line("}")];
}

function blockOf(head: string, lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 ? [] : block(head, lines);
}

function report(fault: Fault, issues: IssueList, scope: ModuleScope): CodeLine {
  const params = fault.params.map(([name, expression]) =>
    name === expression ? name : `${name}: ${expression}`,
  );
  return listLine(
    `${runtimeName(scope, "report")}(`,
    [
      issues,
      path("path", fault.instancePath),
      path("schemaPath", fault.schemaPath),
      stringLiteral(fault.keyword),
      fault.message,
      params.length === 0 ? "{}" : `{ ${params.join(", ")} }`,
    ],
    ");",
  );
}

/** A path as an expression: a variable, and what follows it. */
function path(variable: string, suffix: string): string {
  return suffix === "" ? variable : `\`\${${variable}}${suffix}\``;
}
