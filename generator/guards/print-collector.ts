import type { NodeId } from "../dialects/canonical-keywords.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, indent, line, listStatement, statement } from "../text/lines.ts";
import type { Branch, Check, Checks, Fault, Section, Value } from "./check.ts";
import { innermost, isPlain, isTypeAlone } from "./check-shape.ts";
import {
  type Condition,
  always,
  comparison,
  every,
  ifBlock,
  ifHead,
  isAlways,
  isNever,
  negation,
} from "./condition.ts";
import { type ModuleScope, exportsOf, runtimeName } from "./module-scope.ts";
import {
  branchCondition,
  caseBody,
  guardCondition,
  printBinding,
  sectionCondition,
  sectionMatcher,
  unionCondition,
} from "./print-guard.ts";
import { readProperty } from "./own-properties.ts";
import { printCollectedPass } from "./print-collected-pass.ts";
import { ownership, printItems, printKeys, printOwn } from "./print-walk.ts";
import { inspectorOf } from "./private-functions.ts";
import { pathExpression } from "./value.ts";

/** Where the checks that are printed stand. */
interface Place {
  readonly scope: ModuleScope;
  /** The node whose function they stand in. */
  readonly node: NodeId;
  /** The variable that holds the list to which issues are added. */
  readonly issues: string;
  /** What must hold besides for an issue to count. */
  readonly provided: Condition;
  /** What their paths follow, as {@link Value} has it. */
  readonly instancePath: string;
  readonly schemaPath: string;
}

/**
 * Prints the body of a collector of issues: every failed check is reported, none ends it. What has
 * functions of its own is asked first whether it passes, so that paths and issues are made only on the
 * way to what fails.
 *
 * @param node what the function judges by
 */
export function printCollectorBody(checks: Checks, node: NodeId, scope: ModuleScope): CodeLine[] {
  return printChecks(checks, {
    scope,
    node,
    issues: "issues",
    provided: always,
    instancePath: "",
    schemaPath: "",
  });
}

function printChecks(checks: Checks, place: Place): CodeLine[] {
  return checks.flatMap((check) => printCheck(check, place));
}

function printCheck(check: Check, place: Place): CodeLine[] {
  const { scope } = place;
  switch (check.kind) {
    case "assert":
      return reportUnless(check.condition, check.fault, place);
    case "gate": {
      const checks = printChecks(check.checks, place);
      if (checks.length === 0) return reportUnless(check.condition, check.fault, place);
      return [
        ifHead(negation(check.condition)),
        ...indent(reportWhere(always, check.fault, place)),
        ...otherwise(checks),
      ];
    }
    case "when": {
      const { condition, checks } = innermost(check);
      return ifBlockOf(condition, printChecks(checks, place));
    }
    case "impossible":
      return printChecks(check.checks, place);
    case "fail":
      return reportWhere(always, check.fault, place);
    case "remark":
      return [line(`// ${check.text}`)];
    case "own":
      return [printOwn(check, scope)];
    case "pass":
      return printCollectedPass(check, scope, {
        issues: place.issues,
        statements: (checks, provided) => printChecks(checks, { ...place, provided }),
        paths: (paths) => pathsOf(paths, place),
        inspector: (section) => sectionInspector(section, scope),
        matcher: (section) => sectionMatcher(section, scope),
      });
    case "read":
      return [line(`const ${check.variable} = ${readProperty(scope, check.object, check.name)};`)];
    case "item":
      return [line(`const ${check.variable} = ${check.array}[${check.index}];`)];
    case "outcome":
    case "number":
      return [printBinding(check, scope)];
    case "items":
      return printItems(check, printChecks(check.checks, place));
    case "keys": {
      const { object, owned, key } = check;
      const provided = owned ? always : ownership(scope, object, key);
      return printKeys(check, printChecks(check.checks, { ...place, provided }));
    }
    case "call":
    case "section":
      return printInspection(check, place);
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

/**
 * Prints the call that collects the issues of a value, where it does not pass. What comes back to the
 * schema whose function this is, is not asked, so that no value is judged once for each level.
 */
function printInspection(
  check: Extract<Check, { kind: "call" | "section" }>,
  place: Place,
): CodeLine[] {
  const { scope, node } = place;
  const target = check.kind === "call" ? check.target : check.section.node;
  const call = inspectionOf(check, place);
  if (scope.areRecursive(node, target)) return blockWhere(place.provided, [call]);
  const passes =
    check.kind === "call" ? guardCondition(check, scope) : sectionCondition(check.section, scope);
  return ifBlock(every([negation(passes), place.provided]), [call]);
}

function inspectionOf(check: Extract<Check, { kind: "call" | "section" }>, place: Place): CodeLine {
  const { scope } = place;
  if (check.kind === "section") return inspect(check.section, place);
  scope.collectors.add(check.target);
  return callOf(exportsOf(scope, check.target).collector, check.value, place);
}

/** Prints a union: where it fails, the issues of each branch, and the call that chooses whose count. */
function printUnion(check: Extract<Check, { kind: "union" }>, place: Place): CodeLine[] {
  const { scope } = place;
  const isSingle = check.keyword === "anyOf" || check.exclusive;
  // What speaks is chosen by its place, or by how many branches match.
  const keepsAll = check.speaker !== undefined || !isSingle;
  const speaking = check.branches
    .map((branch, index) => ({ branch, issues: check.issues[index] ?? "" }))
    .filter(({ branch }) => keepsAll || !isTypeAlone(branch.checks));
  const lists = speaking.flatMap(({ branch, issues }) => {
    const list = line(`const ${issues}: typeof ${place.issues} = [];`);
    return [list, ...printBranch(branch, { ...place, issues })];
  });
  const paths = pathsOf({ ...check.value, schemaPath: check.schemaPath }, place);
  const list = `[${speaking.map(({ issues }) => issues).join(", ")}]`;
  const reporter = runtimeName(scope, isSingle ? "reportNearest" : "reportOneOf");
  const keyword = isSingle ? [stringLiteral(check.keyword)] : [];
  const selected = check.speaker === undefined ? [] : [check.speaker];
  const report = listStatement(
    `${reporter}(`,
    [place.issues, ...paths, ...keyword, list, ...selected],
    ");",
  );
  return ifBlock(negation(unionCondition(check, scope)), [...lists, report]);
}

/** Prints the checks of a branch where they declare nothing, else the call of their own function. */
function printBranch(branch: Branch, place: Place): CodeLine[] {
  const [only] = branch.checks;
  if (!isPlain(branch.checks)) return [inspect(branch, place)];
  const { instancePath, schemaPath } = branch.value;
  const inner = {
    ...place,
    instancePath: place.instancePath + instancePath,
    schemaPath: place.schemaPath + schemaPath,
  };
  const isCall = branch.checks.length === 1 && (only?.kind === "call" || only?.kind === "section");
  return isCall ? [inspectionOf(only, inner)] : printChecks(branch.checks, inner);
}

/** Calls the private function that inspects a section, and writes that function. */
function inspect(section: Section, place: Place): CodeLine {
  return callOf(sectionInspector(section, place.scope), section.value, place);
}

function sectionInspector(section: Section, scope: ModuleScope): string {
  const { node, checks } = section;
  return inspectorOf(section, scope, () => printCollectorBody(checks, node, scope));
}

function callOf(name: string, value: Value, place: Place): CodeLine {
  return listStatement(`${name}(`, [value.variable, ...pathsOf(value, place), place.issues], ");");
}

function otherwise(lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 ? [line("}")] : [line("} else {"), ...indent(lines), line("}")];
}

function ifBlockOf(condition: Condition, lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 || isNever(condition) ? [] : ifBlock(condition, lines);
}

function reportUnless(condition: Condition, fault: Fault, place: Place): CodeLine[] {
  return reportWhere(negation(condition), fault, place);
}

function reportWhere(condition: Condition, fault: Fault, place: Place): CodeLine[] {
  return blockWhere(every([condition, place.provided]), [report(fault, place)]);
}

function blockWhere(condition: Condition, lines: readonly CodeLine[]): CodeLine[] {
  return isAlways(condition) ? [...lines] : ifBlockOf(condition, lines);
}

function report(fault: Fault, place: Place): CodeLine {
  const { scope, issues } = place;
  const params = fault.params.map(([name, expression]) =>
    name === expression ? name : `${name}: ${expression}`,
  );
  const keyword = `/${fault.keyword}`;
  const { schemaPath } = fault;
  const isKeyword = schemaPath.endsWith(keyword);
  const parent = isKeyword ? schemaPath.slice(0, -keyword.length) : schemaPath;
  return listStatement(
    `${runtimeName(scope, isKeyword ? "report" : "reportAt")}(`,
    [
      issues,
      ...pathsOf({ ...fault, schemaPath: parent }, place),
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
  { scope, ...place }: Place,
): string[] {
  return [
    pathExpression(scope, "path", place.instancePath + instancePath),
    pathExpression(scope, "schemaPath", place.schemaPath + schemaPath),
  ];
}
