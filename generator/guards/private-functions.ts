import { everyType, typeSetCount, typeSetNumber } from "../model/type-sets.ts";
import { type CodeLine, indent, layOut, line, listLine } from "../text/lines.ts";
import type { KnownTypes, Section } from "./check.ts";
import { type ModuleScope, typed } from "./module-scope.ts";

/**
 * The name of the private function that tells whether a value passes a section. It is written once
 * for all schemas that assert the same.
 *
 * @param body prints the function's body
 */
export function matcherOf(
  section: Section,
  scope: ModuleScope,
  body: () => readonly CodeLine[],
): string {
  const key = keyOf(section, scope);
  const known = scope.matchers.get(key);
  if (known !== undefined) return known;
  const name = scope.matcherNames.allocate(section.name);
  scope.matchers.set(key, name);
  const parameters = [parameterOf(section, scope), ...depthParameter(section)];
  const head = listLine(`function ${name}(`, parameters, `)${typed(scope, ": boolean")} {`);
  writeFunction(scope, head, body());
  return name;
}

/**
 * The name of the private function that collects the issues of a section, as {@link matcherOf} names
 * the one that tells whether it passes.
 */
export function inspectorOf(
  section: Section,
  scope: ModuleScope,
  body: () => readonly CodeLine[],
): string {
  const key = keyOf(section, scope);
  const known = scope.inspectors.get(key);
  if (known !== undefined) return known;
  const name = scope.inspectorNames.allocate(section.name);
  scope.inspectors.set(key, name);
  const paths = ["path: string", "schemaPath: string", `issues: ${scope.issueType}[]`];
  const parameters = [parameterOf(section, scope), ...paths, ...depthParameter(section)];
  const head = listLine(`function ${name}(`, parameters, "): void {");
  writeFunction(scope, head, body());
  return name;
}

/** Schemas that assert the same share their functions, where these come to the same depth. */
function keyOf({ node, known, depth }: Section, scope: ModuleScope): string {
  const structure = scope.structureOf(node) * typeSetCount + typeSetNumber(known);
  return depth === undefined ? String(structure) : `${structure} ${depth}`;
}

function depthParameter({ depth }: Section): readonly string[] {
  return depth === undefined ? [] : ["depth: number"];
}

function writeFunction(scope: ModuleScope, head: CodeLine, body: readonly CodeLine[]): void {
  scope.privateFunctions.push(layOut([head, ...indent(body), line("}")]));
}

function parameterOf({ parameter, known }: Section, scope: ModuleScope): string {
  return parameter + typed(scope, `: ${typeText(known)}`);
}

/** The type of a value, narrowed by the checks that were made of it. */
function typeText(known: KnownTypes): string {
  if (known.size === everyType.size) return "unknown";
  const types = [...known].map((type) => {
    switch (type) {
      case "array":
        return "readonly unknown[]";
      case "object":
        return "object";
      default:
        return type;
    }
  });
  return types.join(" | ");
}
