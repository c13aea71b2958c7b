import { everyType, typeSetCount, typeSetNumber } from "../model/type-sets.ts";
import { type CodeLine, indent, line, listLine, typedLine } from "../text/lines.ts";
import type { KnownTypes, Section } from "./check.ts";
import type { ModuleScope } from "./module-scope.ts";

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
  const head = typedLine((typed) =>
    listLine(`function ${name}(`, parametersOf(section, [], typed), `)${typed(": boolean")} {`),
  );
  const lines = functionLines(head, body());
  scope.privateFunctions.push({ lines, collects: false });
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
  const head = typedLine((typed) => {
    const paths = [
      `path${typed(": string")}`,
      `schemaPath${typed(": string")}`,
      `issues${typed(`: ${scope.issueType}[]`)}`,
    ];
    const parameters = parametersOf(section, paths, typed);
    return listLine(`function ${name}(`, parameters, `)${typed(": void")} {`);
  });
  const lines = functionLines(head, body());
  scope.privateFunctions.push({ lines, collects: true });
  return name;
}

/** Schemas that assert the same share their functions, where these come to the same depth. */
function keyOf({ node, known, depth }: Section, scope: ModuleScope): string {
  const structure = scope.structureOf(node) * typeSetCount + typeSetNumber(known);
  return depth === undefined ? String(structure) : `${structure} ${depth}`;
}

/** @param others what stands between the value and how deep it is nested */
function parametersOf(
  { parameter, known, depth }: Section,
  others: readonly string[],
  typed: (type: string) => string,
): readonly string[] {
  return [
    parameter + typed(`: ${typeText(known)}`),
    ...others,
    ...(depth === undefined ? [] : [`depth${typed(": number")}`]),
  ];
}

function functionLines(head: CodeLine, body: readonly CodeLine[]): readonly CodeLine[] {
  return [head, ...indent(body), line("}")];
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
