import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, indent, line, statement, unbrokenText } from "../text/lines.ts";
import type { Check, PassMember } from "./check.ts";

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

function printCases(cases: PassCases): CodeLine[] {
  const groups = new Map<
    string,
    { names: string[]; member: PassMember; lines: readonly CodeLine[] }
  >();
  for (const member of cases.members) {
    const lines = cases.member(member);
    const text = unbrokenText(lines);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { names: [member.name], member, lines });
    else group.names.push(member.name);
  }
  return [...groups.values()].flatMap(({ names, member, lines }) => {
    const labels = names.map((name) => `case ${stringLiteral(name)}:`);
    const last = labels.pop() ?? "";
    return [
      ...labels.map((label) => line(label)),
      ...(cases.declares(member)
        ? [line(`${last} {`), ...indent(lines), line("}")]
        : [line(last), ...indent(lines)]),
    ];
  });
}

function printDefault({ otherwise }: PassCases): CodeLine[] {
  return otherwise.length === 0 ? [] : [line("default:"), ...indent(otherwise)];
}
