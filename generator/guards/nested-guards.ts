import type { NodeId } from "../dialects/canonical-keywords.ts";
import { acceptingByRefusal } from "../model/refusals.ts";
import { type CodeLine, indent, line, statement, typedLine } from "../text/lines.ts";
import { comparison, every, ifBlock, negation, truth } from "./condition.ts";
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
  const { nestedGuard } = exportsOf(scope, node);
  writeNestedGuard(scope, node, bodies.guard);
  const within = accepts
    ? `${runtimeName(scope, "withinDepth")}(${nestedGuard}, value)`
    : `${nestedGuard}(value, 0)`;
  const report = statement(
    `${runtimeName(scope, "reportTooDeep")}(issues, path, schemaPath, ${deepestNesting});`,
  );
  // What accepts by a refusal has no other issue where that is for the depth.
  const unsaid = every([
    ...(isNested ? [comparison("depth", "===", "0")] : []),
    comparison("issues.length", "===", "0"),
    negation(truth(within)),
  ]);
  return {
    guard: [statement(`return ${within};`)],
    collector: [
      ...(isNested ? ifBlock(isTooDeep, [report, statement("return;")]) : []),
      ...bodies.collector,
      ...(accepts ? ifBlock(unsaid, [report]) : []),
    ],
  };
}

function writeNestedGuard(scope: ModuleScope, node: NodeId, body: readonly CodeLine[]): void {
  const { nestedGuard, type } = exportsOf(scope, node);
  const refusal = statement(`return ${runtimeName(scope, "tooDeep")}();`);
  const lines = isRecursive(scope, node)
    ? [
        line(`/** @internal Whether a value that is nested so deep is a valid \`${type}\`. */`),
        {
          ...line(`export function ${nestedGuard}(value: unknown, depth: number): boolean {`),
          untyped: line(`function ${nestedGuard}(value, depth) {`),
        },
        ...indent([...ifBlock(isTooDeep, [refusal]), ...body]),
      ]
    : [
        typedLine((typed) =>
          line(`function ${nestedGuard}(value${typed(": unknown")})${typed(": boolean")} {`),
        ),
        ...indent(body),
      ];
  scope.privateFunctions.push({ lines: [...lines, line("}")], collects: false });
}
