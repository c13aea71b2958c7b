import type { NodeId } from "../dialects/canonical-keywords.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, indent, line, listStatement, statement } from "../text/lines.ts";
import type { Branch, Check, Checks, Section, TypesOfBranches, Value } from "./check.ts";
import { comparesValues, innermost, isPlain, isTypeAlone } from "./check-shape.ts";
import {
  type Condition,
  always,
  comparison,
  conditionText,
  elseIfHead,
  every,
  ifBlock,
  ifHead,
  isNever,
  negation,
} from "./condition.ts";
import { type Depth, depthArguments } from "./depth.ts";
import { type ModuleScope, exportsOf, isRecursive, runtimeName } from "./module-scope.ts";
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
import { ownership, printItems, printKeys, printOwn, printView } from "./print-walk.ts";
import { inspectorOf } from "./private-functions.ts";
import {
  type Place,
  blockWhere,
  ifBlockOf,
  pathsOf,
  reportUnless,
  reportWhere,
} from "./reporting.ts";

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
  const lines: CodeLine[] = [];
  for (const check of checks) lines.push(...printCheck(check, place));
  return lines;
}

function printCheck(check: Check, place: Place): CodeLine[] {
  const { scope } = place;
  switch (check.kind) {
    case "assert":
      return reportUnless(collectedCondition(check), check.fault, place);
    case "gate":
      return printGate(check, place);
    case "when": {
      const { condition, checks } = innermost(check);
      const [only] = checks;
      return checks.length === 1 && only?.kind === "assert"
        ? reportWhere(every([condition, negation(collectedCondition(only))]), only.fault, place)
        : ifBlockOf(condition, printChecks(checks, place));
    }
    case "impossible":
      return printChecks(check.checks, place);
    case "fail":
      return reportWhere(always, check.fault, place);
    case "remark":
      return [line(`// ${check.text}`)];
    case "own":
      return [printOwn(check, scope)];
    case "view":
      return [printView(check)];
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
    case "optional": {
      const { variable, object, name, checks } = check;
      const provided = ownership(scope, object, stringLiteral(name));
      return [
        line(`const ${variable} = ${readProperty(scope, object, name)};`),
        ...ifBlockOf(
          comparison(variable, "!==", "undefined"),
          printChecks(checks, { ...place, provided }),
        ),
      ];
    }
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
        ...indent(reportWhere(always, check.missing, place)),
        ...otherwise(reportWhere(always, check.unknown, place)),
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

/** What the collector asks of a value. */
function collectedCondition(check: Extract<Check, { kind: "assert" }>): Condition {
  return check.collected ?? check.condition;
}

/** Prints a condition whose fault is reported, and what is checked where it holds. */
function printGate(check: Extract<Check, { kind: "gate" }>, place: Place): CodeLine[] {
  const checks = printChecks(check.checks, place);
  if (checks.length === 0) return reportUnless(check.condition, check.fault, place);
  const head = [
    ifHead(negation(check.condition)),
    ...indent(reportWhere(always, check.fault, place)),
  ];
  const [only] = check.checks;
  if (check.checks.length > 1 || only?.kind !== "assert") return [...head, ...otherwise(checks)];
  return [
    ...head,
    elseIfHead(negation(collectedCondition(only))),
    ...indent(reportWhere(always, only.fault, place)),
    line("}"),
  ];
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
  const { target, value } = check;
  scope.collectors.add(target);
  const isNested = value.depth !== undefined && isRecursive(scope, target);
  return callOf(exportsOf(scope, target).collector, value, place, isNested ? 0 : undefined);
}

/** Prints a union: where it fails, the issues of the branch that speaks for it. */
function printUnion(check: Extract<Check, { kind: "union" }>, place: Place): CodeLine[] {
  const body =
    check.types === undefined
      ? printChosenBranch(check, place)
      : printTypedBranches(check, check.types, place);
  return ifBlock(negation(unionCondition(check, place.scope)), body);
}

/** Prints the branches of which the one that has the type of the value speaks. */
function printTypedBranches(
  { branches }: Extract<Check, { kind: "union" }>,
  { conditions, fault }: TypesOfBranches,
  place: Place,
): CodeLine[] {
  const speaking = branches.flatMap((branch, index) => {
    const condition = conditions[index];
    if (condition === undefined || isNever(condition) || isTypeAlone(branch.checks)) return [];
    return [{ branch, condition }];
  });
  const otherwise = reportWhere(always, fault, place);
  if (speaking.length === 0) return otherwise;
  const lines = speaking.flatMap(({ branch, condition }, index) => [
    ...(index === 0 ? [ifHead(condition)] : [elseIfHead(condition)]),
    ...indent(printBranch(withoutGate(branch, condition), place)),
  ]);
  return [...lines, line("} else {"), ...indent(otherwise), line("}")];
}

/** A branch without the check of a type that is known to hold. */
function withoutGate(branch: Branch, known: Condition): Branch {
  const [only] = branch.checks;
  const isKnown =
    branch.checks.length === 1 &&
    only?.kind === "gate" &&
    isPlain(only.checks) &&
    conditionText(only.condition) === conditionText(known);
  return isKnown ? { ...branch, checks: only.checks } : branch;
}

/** Prints the issues of each branch, and the call that chooses whose count. */
function printChosenBranch(check: Extract<Check, { kind: "union" }>, place: Place): CodeLine[] {
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
  const paths = pathsOf(check.value, place);
  const list = `[${speaking.map(({ issues }) => issues).join(", ")}]`;
  const reporter = runtimeName(place.scope, isSingle ? "reportNearest" : "reportOneOf");
  const keyword = isSingle ? [stringLiteral(check.keyword)] : [];
  const selected = check.speaker === undefined ? [] : [check.speaker];
  const entries = [place.issues, ...paths, ...keyword, list, ...selected];
  return [...lists, listStatement(`${reporter}(`, entries, ");")];
}

/**
 * Prints the checks of a branch where they declare nothing, else the call of their own function; there,
 * too, what compares the value with others, since TypeScript refuses to compare what it knows to differ.
 */
function printBranch(branch: Branch, place: Place): CodeLine[] {
  const [only] = branch.checks;
  if (!isPlain(branch.checks) || comparesValues(branch.checks)) return [inspect(branch, place)];
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
  return callOf(sectionInspector(section, place.scope), section.value, place, section.depth);
}

function sectionInspector(section: Section, scope: ModuleScope): string {
  const { node, checks } = section;
  return inspectorOf(section, scope, () => printCollectorBody(checks, node, scope));
}

/** @param depth that of the value in the function; `undefined` where it is not told */
function callOf(name: string, value: Value, place: Place, depth: Depth): CodeLine {
  const given = [value.variable, ...pathsOf(value, place), place.issues];
  return listStatement(`${name}(`, [...given, ...depthArguments(value.depth, depth)], ");");
}

function otherwise(lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 ? [line("}")] : [line("} else {"), ...indent(lines), line("}")];
}
