import type { NodeId } from "../dialects/canonical-keywords.ts";
import { acceptingByRefusal } from "../model/refusals.ts";
import { repeatingSchemas } from "../model/repetitions.ts";
import { type CodeLine, indent, line, listLine, statement, typedLine } from "../text/lines.ts";
import { type Condition, comparison, every, ifBlock, negation, some, truth } from "./condition.ts";
import { deepestNesting } from "./depth.ts";
import { type ModuleScope, exportsOf, isRecursive, runtimeName } from "./module-scope.ts";

/** The condition that a value is nested too deep to be judged. */
const isTooDeep = comparison("depth", ">", String(deepestNesting));

/** The bodies of the functions that judge by a declaration. */
export interface GuardBodies {
  readonly guard: readonly CodeLine[];
  readonly collector: readonly CodeLine[];
}

/**
 * The bodies of the functions that judge by a declaration, where values may be nested too deep: what can
 * come back to itself has a guard that is told how deep a value is nested, which other modules call, too.
 */
export function boundDepth(scope: ModuleScope, node: NodeId, bodies: GuardBodies): GuardBodies {
  const isNested = isRecursive(scope, node);
  const accepts = acceptingByRefusal(scope.model).has(node);
  if (!isNested && !accepts) return bodies;
  const { nestedGuard, collector } = exportsOf(scope, node);
  writeNestedGuard(scope, node, bodies.guard);
  const report = statement(
    `${runtimeName(scope, "reportTooDeep")}(issues, path, schemaPath, ${deepestNesting});`,
  );
  // What accepts by a refusal has no other issue where that is for the depth.
  const unsaid = (): CodeLine[] => {
    const within = truth(`${runtimeName(scope, "withinDepth")}(${nestedGuard}, value)`);
    const isFirst = isNested ? [comparison("depth", "===", "0")] : [];
    const hasNone = comparison("issues.length", "===", "0");
    return ifBlock(every([...isFirst, hasNone, negation(within)]), [report]);
  };
  const recall = () =>
    `${runtimeName(scope, "recalledIssues")}(${collector}, value, path, schemaPath, issues, depth);`;
  return {
    guard: printEntry(scope, node, accepts),
    collector: [
      ...(isNested ? ifBlock(isTooDeep, [report, statement("return;")]) : []),
      ...(isNested
        ? ifBlock(isRepeated(scope, true), [statement(recall()), statement("return;")])
        : []),
      ...bodies.collector,
      ...(accepts ? unsaid() : []),
    ],
  };
}

/** The condition that what a function finds of a value may have been found before. */
function isRepeated(scope: ModuleScope, collects: boolean): Condition {
  const repeats = truth(`${runtimeName(scope, "repeats")}()`);
  const mayKnow = collects ? some([comparison("depth", "===", "0"), repeats]) : repeats;
  return every([negation(truth("isRepeat")), mayKnow]);
}

/** The body of the guard of a value that is nested in no other. */
function printEntry(scope: ModuleScope, node: NodeId, accepts: boolean): readonly CodeLine[] {
  const { nestedGuard } = exportsOf(scope, node);
  if (accepts || repeatingSchemas(scope.model).has(node)) {
    const entry = runtimeName(scope, accepts ? "withinDepth" : "withFindings");
    return [statement(`return ${entry}(${nestedGuard}, value);`)];
  }
  return [
    line("try {"),
    ...indent([statement(`return ${nestedGuard}(value, 0);`)]),
    line("} catch (error) {"),
    ...indent([statement(`return ${runtimeName(scope, "outOfStack")}(error);`)]),
    line("}"),
  ];
}

function writeNestedGuard(scope: ModuleScope, node: NodeId, body: readonly CodeLine[]): void {
  const { nestedGuard, type } = exportsOf(scope, node);
  const refusal = statement(`return ${runtimeName(scope, "tooDeep")}();`);
  const lines = isRecursive(scope, node)
    ? [
        line(`/** @internal Whether a value that is nested so deep is a valid \`${type}\`. */`),
        {
          ...listLine(
            `export function ${nestedGuard}(`,
            ["value: unknown", "depth: number", "isRepeat = false"],
            "): boolean {",
          ),
          untyped: line(`function ${nestedGuard}(value, depth, isRepeat = false) {`),
        },
        ...indent([
          ...ifBlock(isTooDeep, [refusal]),
          ...ifBlock(isRepeated(scope, false), [
            statement(
              `return ${runtimeName(scope, "recalledVerdict")}(${nestedGuard}, value, depth);`,
            ),
          ]),
          ...body,
        ]),
      ]
    : [
        typedLine((typed) =>
          line(`function ${nestedGuard}(value${typed(": unknown")})${typed(": boolean")} {`),
        ),
        ...indent(body),
      ];
  scope.privateFunctions.push({ lines: [...lines, line("}")], collects: false });
}
