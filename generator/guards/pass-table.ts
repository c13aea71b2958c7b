import { type CodeLine, block, indent, line, statement } from "../text/lines.ts";
import type { Checks, PassMember, Section } from "./check.ts";
import { type Condition, comparison, every, ifBlock, negation, truth } from "./condition.ts";
import { deeper, depthArguments } from "./depth.ts";
import { type ModuleScope, mapConstant, setConstant } from "./module-scope.ts";
import type { Pass } from "./pass-cases.ts";
import { ownership } from "./print-walk.ts";

/** What a walk does with the properties of an object that has a table of functions for them. */
export interface TableCases {
  /** The name of the function that tells whether a value passes a section. */
  readonly matcher: (section: Section) => string;
  /** What is done with one that is declared: the variable `check` holds its function or `null`. */
  readonly declared: readonly CodeLine[];
  /** What is done with one that is not. */
  readonly others: readonly CodeLine[];
}

/**
 * Prints the choice of what is done with a property by the table of functions of its object.
 */
export function printTableChoice(pass: Pass, scope: ModuleScope, cases: TableCases): CodeLine[] {
  const { object, owned, key, count, members } = pass;
  const table = functionTable(scope, `${object} checks`, checkType(pass), members, cases.matcher);
  const required = requiredNames(pass);
  const counted =
    required.length === 0
      ? []
      : ifBlock(
          every([
            truth(`${requiredSet(pass, scope, required)}.has(${key})`),
            ...(owned ? [] : [ownership(scope, object, key)]),
          ]),
          [statement(`${count} += 1;`)],
        );
  return [
    line(`const check = ${table}.get(${key});`),
    ...(cases.others.length === 0
      ? ifBlock(comparison("check", "!==", "undefined"), cases.declared)
      : [
          line("if (check === undefined) {"),
          ...indent(cases.others),
          line("} else {"),
          ...indent(cases.declared),
          line("}"),
        ]),
    ...counted,
  ];
}

/**
 * Prints the reads of all properties that are in the table of functions of their object, and the walk over
 * those that are not, where something is checked of them.
 */
export function printTableReads(
  pass: Pass,
  scope: ModuleScope,
  matcher: (section: Section) => string,
  others: readonly CodeLine[],
): CodeLine[] {
  const { object, key, property, count } = pass;
  const table = functionTable(scope, `${object} checks`, checkType(pass), pass.members, matcher);
  const required = requiredNames(pass);
  const reads = block(`for (const [${key}, check] of ${table})`, [
    line(`const ${property} = ${object}[${key}];`),
    line(`if (${property} === undefined) {`),
    ...indent([
      ...ifBlock(truth(`${requiredSet(pass, scope, required)}.has(${key})`), [
        statement("return false;"),
      ]),
      statement("continue;"),
    ]),
    line("}"),
    ...ifBlock(tableRefusal(pass), [statement("return false;")]),
    ...(others.length === 0 ? [] : [statement(`${count} += 1;`)]),
  ]);
  if (others.length === 0) return reads;
  return [
    line(`let ${count} = 0;`),
    ...reads,
    // A block of its own, since a property may have the same name.
    line("{"),
    ...indent([
      line(`const names = Object.keys(${object});`),
      ...block(`if (names.length > ${count})`, [
        ...block(`for (const ${key} of names)`, [
          line(`const ${property} = ${object}[${key}];`),
          line(`if (${property} === undefined || ${table}.has(${key})) continue;`),
          ...others,
        ]),
      ]),
    ]),
    line("}"),
  ];
}

/**
 * The condition that a property fails the function that the variable `check` holds for it.
 */
export function tableRefusal({ property, value }: Pass): Condition {
  const given = [
    property,
    ...depthArguments(deeper(value.depth), value.depth === undefined ? undefined : 0),
  ];
  return every([comparison("check", "!==", "null"), negation(truth(`check(${given.join(", ")})`))]);
}

function checkType({ value }: Pass): string {
  const parameters = ["value: unknown", ...(value.depth === undefined ? [] : ["depth: number"])];
  return `((${parameters.join(", ")}) => boolean) | null`;
}

function requiredNames({ members }: Pass): readonly string[] {
  return members.filter((member) => member.required).map(({ name }) => name);
}

function requiredSet({ object }: Pass, scope: ModuleScope, names: readonly string[]): string {
  return setConstant(scope, `${object} required`, "string", names);
}

/**
 * The name of a constant that holds a function for each declared property, or `null` where nothing is
 * asserted of it.
 *
 * @param type the type of an entry
 * @param functionOf the name of the function for what judges a property
 */
export function functionTable(
  scope: ModuleScope,
  wanted: string,
  type: string,
  members: readonly PassMember[],
  functionOf: (section: Section) => string,
): string {
  const declared = members.filter(({ additional }) => !additional);
  const entries = declared.map(({ name, checks }) => {
    const section = sectionOf(checks);
    return [name, section === undefined ? "null" : functionOf(section)] as const;
  });
  return mapConstant(scope, wanted, type, entries);
}

/**
 * The section that judges a property, where there is one.
 */
export function sectionOf([only]: Checks): Section | undefined {
  return only?.kind === "section" ? only.section : undefined;
}
