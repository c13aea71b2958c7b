import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, indent, line, statement } from "../text/lines.ts";
import type { Check, Checks, PassMember, Section } from "./check.ts";
import { type Condition, comparison, every, ifBlock, negation, truth } from "./condition.ts";
import { mapConstant, type ModuleScope, setConstant } from "./module-scope.ts";
import { longestNameChain, longestSwitch } from "./object-strategy.ts";
import { ownership } from "./print-walk.ts";

type Pass = Extract<Check, { kind: "pass" }>;

/** Statements, and whether nothing can run behind them. */
interface Printed {
  readonly lines: readonly CodeLine[];
  readonly ends: boolean;
}

/** How checks are printed. */
interface Printing {
  readonly statements: (checks: Checks) => Printed;
  /** As one condition; `undefined` where they need statements. */
  readonly condition: (checks: Checks) => Condition | undefined;
  /** The name of the function that tells whether a value passes a section. */
  readonly matcher: (section: Section) => string;
}

/** A walk as it is printed: how, and what it does with each property. */
interface Walk extends Pass {
  readonly scope: ModuleScope;
  readonly printing: Printing;
}

/**
 * Prints the boolean guard's walk over the properties that are there: what is checked of each is chosen
 * by its name, and those that must be there are counted.
 */
export function printPass(pass: Pass, scope: ModuleScope, printing: Printing): CodeLine[] {
  const { object, key, count, members, property } = pass;
  const walk: Walk = { ...pass, scope, printing };
  const required = members.filter((member) => member.required).length;
  const read =
    property === undefined
      ? []
      : [
          line(`const ${property} = ${object}[${key}];`),
          line(`if (${property} === undefined) continue;`),
        ];
  const lines = block(`for (const ${key} in ${object})`, [
    ...read,
    ...printRejections(walk, pass.every).lines,
    ...printChoice(walk),
  ]);
  if (required === 0) return lines;
  return [
    line(`let ${count} = 0;`),
    ...lines,
    line(`if (${count} < ${String(required)}) return false;`),
  ];
}

/** Prints checks of one property; that it is the object's own is asked last, where that is not certain. */
function printRejections({ object, owned, key, scope, printing }: Walk, checks: Checks): Printed {
  const condition = owned || checks.length === 0 ? undefined : printing.condition(checks);
  if (condition === undefined) return printing.statements(checks);
  const rejected = every([negation(condition), ownership(scope, object, key)]);
  return { lines: ifBlock(rejected, [statement("return false;")]), ends: false };
}

function printChoice(walk: Walk): readonly CodeLine[] {
  const { key, members } = walk;
  const others = printOthers(walk);
  const otherwise = others.length === 0 ? [] : [line("default:"), ...indent(others)];
  if (members.length === 0) return others;
  if (members.length > longestSwitch) return printTable(walk, others);
  if (members.length <= longestNameChain) {
    return block(`switch (${key})`, [...printCases(walk, members), ...otherwise]);
  }
  const lengths = new Map<number, PassMember[]>();
  for (const member of members) {
    const { length } = member.name;
    lengths.set(length, [...(lengths.get(length) ?? []), member]);
  }
  const cases = [...lengths]
    .sort(([a], [b]) => a - b)
    .flatMap(([length, named]) => [
      line(`case ${String(length)}:`),
      ...indent([
        ...block(`switch (${key})`, [...printCases(walk, named), ...otherwise]),
        statement("break;"),
      ]),
    ]);
  return block(`switch (${key}.length)`, [...cases, ...otherwise]);
}

/** Prints the choice among so many properties that each has a function in a table. */
function printTable(walk: Walk, others: readonly CodeLine[]): readonly CodeLine[] {
  const { object, owned, key, count, members, scope, printing } = walk;
  const declared = members.filter(({ additional }) => !additional);
  const entries = declared.map(({ name, checks }) => {
    const section = sectionOf(checks);
    return [name, section === undefined ? "null" : printing.matcher(section)] as const;
  });
  const type = "((value: unknown) => boolean) | null";
  const table = mapConstant(scope, `${object} checks`, type, entries);
  const required = members.filter((member) => member.required).map(({ name }) => name);
  const read = `${object}[${key}]`;
  const present = comparison(read, "!==", "undefined");
  const rejected = every([
    comparison("check", "!==", "null"),
    present,
    negation(truth(`check(${read})`)),
    ...(owned ? [] : [ownership(scope, object, key)]),
  ]);
  const judged = ifBlock(rejected, [statement("return false;")]);
  const counted =
    required.length === 0
      ? []
      : ifBlock(
          every([
            truth(`${setConstant(scope, `${object} required`, "string", required)}.has(${key})`),
            present,
          ]),
          [statement(`${count} += 1;`)],
        );
  return [
    line(`const check = ${table}.get(${key});`),
    ...(others.length === 0
      ? ifBlock(comparison("check", "!==", "undefined"), judged)
      : [
          line("if (check === undefined) {"),
          ...indent(others),
          line("} else {"),
          ...indent(judged),
          line("}"),
        ]),
    ...counted,
  ];
}

/** The section that judges a property which is read, and judged by nothing else. */
function sectionOf([, judged]: Checks): Section | undefined {
  if (judged?.kind !== "when" && judged?.kind !== "gate") return undefined;
  const [only] = judged.checks;
  return only?.kind === "section" ? only.section : undefined;
}

/** What is done with a property that has no name of its own; one that is `undefined` is not there. */
function printOthers(walk: Walk): readonly CodeLine[] {
  const { object, owned, key, property, others, scope } = walk;
  if (others.length === 0) return [];
  if (property !== undefined) return printRejections(walk, others).lines;
  const present = comparison(`${object}[${key}]`, "!==", "undefined");
  const counts = owned ? present : every([present, ownership(scope, object, key)]);
  return ifBlock(counts, walk.printing.statements(others).lines);
}

function printCases(walk: Walk, members: readonly PassMember[]): readonly CodeLine[] {
  const idle = members.filter(({ required, checks }) => !required && checks.length === 0);
  const telling = members.filter((member) => !idle.includes(member));
  return [
    ...idle.map(({ name }) => line(`case ${stringLiteral(name)}:`)),
    ...(idle.length === 0 ? [] : indent([statement("break;")])),
    ...telling.flatMap((member) => printCase(walk, member)),
  ];
}

function printCase(walk: Walk, member: PassMember): readonly CodeLine[] {
  const { object, key, count } = walk;
  const { name, required, checks } = member;
  const [first, ...rest] = checks;
  const read = `${object}[${key}]`;
  const counted = statement(`${count} += 1;`);
  if (first?.kind !== "read") {
    const present = comparison(read, "!==", "undefined");
    return [
      line(`case ${stringLiteral(name)}:`),
      ...indent([
        ...ifBlock(present, [counted]),
        ...(member.additional ? printOthers(walk) : []),
        statement("break;"),
      ]),
    ];
  }
  const printed = printRejections(walk, rest);
  const end = printed.ends ? [] : [...(required ? [counted] : []), statement("break;")];
  return [
    line(`case ${stringLiteral(name)}: {`),
    ...indent([line(`const ${first.variable} = ${read};`), ...printed.lines, ...end]),
    line("}"),
  ];
}
