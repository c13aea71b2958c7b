import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, indent, line, statement } from "../text/lines.ts";
import { areAlike, textLength } from "../text/alike-lines.ts";
import { isPlain } from "./check-shape.ts";
import type { Check, Checks, PassMember } from "./check.ts";

/** A walk over the properties of an object. */
export type Pass = Extract<Check, { kind: "pass" }>;

/** What a walk does with properties, by their names. */
export interface PassCases {
  readonly members: readonly PassMember[];
  /** What is done with one, up to the statement that leaves its case. */
  readonly member: (member: PassMember) => readonly CodeLine[];
  /** Whether that declares variables. */
  readonly declares: (member: PassMember) => boolean;
  /** What is done with those that no member speaks for. */
  readonly otherwise: readonly CodeLine[];
}

/** All that is checked of a property. */
export function checksOf({ others }: Pass, { checks, additional }: PassMember): Checks {
  return additional ? [...checks, ...others] : checks;
}

/**
 * Whether that a property is the object's own is asked only where it fails: it does not count, and its
 * checks are one condition.
 */
export function isAskedLast(pass: Pass, member: PassMember): boolean {
  return !member.required && isPlain(checksOf(pass, member));
}

/** The head of a walk over the properties that are there. */
export function passHead({ object, key, property }: Pass): readonly CodeLine[] {
  return [
    line(`const ${property} = ${object}[${key}];`),
    line(`if (${property} === undefined) continue;`),
  ];
}

/**
 * Prints the choice of what is done with a property by its name: one case for all with which the same is
 * done.
 */
export function printNameSwitch(key: string, cases: PassCases): CodeLine[] {
  return block(`switch (${key})`, [...printCases(cases), ...printDefault(cases)]);
}

/**
 * Prints the same choice by the length of the name first, which takes less where there are many.
 */
export function printLengthSwitch(key: string, cases: PassCases): CodeLine[] {
  const lengths = new Map<number, PassMember[]>();
  for (const member of cases.members) {
    const { length } = member.name;
    const namesakes = lengths.get(length);
    if (namesakes === undefined) lengths.set(length, [member]);
    else namesakes.push(member);
  }
  const sorted = [...lengths].sort(([a], [b]) => a - b);
  return block(`switch (${key}.length)`, [
    ...sorted.flatMap(([length, members]) => [
      line(`case ${String(length)}:`),
      ...indent([...printNameSwitch(key, { ...cases, members }), statement("break;")]),
    ]),
    ...printDefault(cases),
  ]);
}

/** The members with which the same is done, and what that is. */
interface CaseGroup {
  readonly names: string[];
  readonly member: PassMember;
  readonly lines: readonly CodeLine[];
}

function printCases(cases: PassCases): CodeLine[] {
  const printed: CodeLine[] = [];
  for (const { names, member, lines } of groupMembers(cases)) {
    const labels = names.map((name) => `case ${stringLiteral(name)}:`);
    const last = labels.pop() ?? "";
    for (const label of labels) printed.push(line(label));
    if (cases.declares(member)) printed.push(line(`${last} {`), ...indent(lines), line("}"));
    else printed.push(line(last), ...indent(lines));
  }
  return printed;
}

function groupMembers(cases: PassCases): readonly CaseGroup[] {
  const groups: CaseGroup[] = [];
  const groupsByLength = new Map<number, CaseGroup[]>();
  for (const member of cases.members) {
    const lines = cases.member(member);
    const length = textLength(lines);
    const alike = groupsByLength.get(length);
    const group = alike?.find((each) => areAlike(each.lines, lines));
    if (group !== undefined) {
      group.names.push(member.name);
      continue;
    }
    const added: CaseGroup = { names: [member.name], member, lines };
    groups.push(added);
    if (alike === undefined) groupsByLength.set(length, [added]);
    else alike.push(added);
  }
  return groups;
}

function printDefault({ otherwise }: PassCases): CodeLine[] {
  return otherwise.length === 0 ? [] : [line("default:"), ...indent(otherwise)];
}
