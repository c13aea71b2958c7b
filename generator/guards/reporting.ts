import type { NodeId } from "../dialects/canonical-keywords.ts";
import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, listStatement } from "../text/lines.ts";
import type { Fault, Value } from "./check.ts";
import {
  type Condition,
  always,
  every,
  ifBlock,
  isAlways,
  isNever,
  negation,
} from "./condition.ts";
import { type ModuleScope, runtimeName } from "./module-scope.ts";
import { pathExpression } from "./value.ts";

/** Where the checks that are printed stand. */
export interface Place {
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
 * A block that runs where a condition holds; none where it has nothing in it, or never does.
 */
export function ifBlockOf(condition: Condition, lines: readonly CodeLine[]): CodeLine[] {
  return lines.length === 0 || isNever(condition) ? [] : ifBlock(condition, lines);
}

/**
 * Reports a fault unless a condition holds.
 */
export function reportUnless(condition: Condition, fault: Fault, place: Place): CodeLine[] {
  return reportWhere(negation(condition), fault, place);
}

/**
 * Reports a fault where a condition holds.
 */
export function reportWhere(condition: Condition, fault: Fault, place: Place): CodeLine[] {
  const { provided } = place;
  const where = provided === always ? condition : every([condition, provided]);
  return blockWhere(where, [report(fault, place)]);
}

/**
 * Lines as they are where a condition always holds, else in a block.
 */
export function blockWhere(condition: Condition, lines: readonly CodeLine[]): CodeLine[] {
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
      instancePathOf(fault.instancePath, place),
      schemaPathOf(parent, place),
      stringLiteral(fault.keyword),
      fault.message,
      params.length === 0 ? "{}" : `{ ${params.join(", ")} }`,
    ],
    ");",
  );
}

/**
 * The paths of a fault or a value as expressions.
 */
export function pathsOf(
  { instancePath, schemaPath }: Pick<Value, "instancePath" | "schemaPath">,
  place: Place,
): string[] {
  return [instancePathOf(instancePath, place), schemaPathOf(schemaPath, place)];
}

function instancePathOf(path: string, { scope, instancePath }: Place): string {
  return pathExpression(scope, "path", instancePath + path);
}

function schemaPathOf(path: string, { scope, schemaPath }: Place): string {
  return pathExpression(scope, "schemaPath", schemaPath + path);
}
