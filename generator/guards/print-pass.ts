import { type CodeLine, block, line, statement } from "../text/lines.ts";
import type { Checks, PassMember, Section } from "./check.ts";
import { declares, isPlain } from "./check-shape.ts";
import {
  type Condition,
  comparison,
  every,
  ifBlock,
  isAlways,
  isNever,
  negation,
  some,
} from "./condition.ts";
import type { ModuleScope } from "./module-scope.ts";
import { longestNameChain, longestSwitch, readsTable } from "./object-strategy.ts";
import { isInherited, readProperty } from "./own-properties.ts";
import {
  type Pass,
  type PassCases,
  checksOf,
  isAskedLast,
  passHead,
  printLengthSwitch,
  printNameSwitch,
} from "./pass-cases.ts";
import { printTableChoice, printTableReads, tableRefusal } from "./pass-table.ts";
import { ownership } from "./print-walk.ts";

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
interface Walk {
  readonly pass: Pass;
  readonly scope: ModuleScope;
  readonly printing: Printing;
}

/**
 * Prints the boolean guard's walk over the properties that are there: what is checked of each is chosen
 * by its name, and those that must be there are counted.
 */
export function printPass(pass: Pass, scope: ModuleScope, printing: Printing): CodeLine[] {
  const { object, key, count, members } = pass;
  const walk: Walk = { pass, scope, printing };
  const required = members.filter((member) => member.required).length;
  if (pass.owned && pass.every.length === 0 && readsTable({ read: members.length, required })) {
    const isReadable = ({ name, additional }: PassMember) => !additional && !isInherited(name);
    if (members.every(isReadable)) {
      const others = printing.statements(pass.others).lines;
      return printTableReads(pass, scope, printing.matcher, others);
    }
  }
  const lines = block(`for (const ${key} in ${object})`, [
    ...(pass.early === undefined ? passHead(pass) : []),
    ...printRejections(walk, pass.every),
    ...printChoice(walk),
  ]);
  const early = pass.early === undefined ? [] : printing.statements(pass.early).lines;
  if (required === 0) return [...early, ...lines];
  return [
    ...early,
    line(`let ${count} = 0;`),
    ...lines,
    line(`if (${count} < ${String(required)}) return false;`),
  ];
}

/** Prints checks of a property; that it is the object's own is asked last, where that is not certain. */
function printRejections(walk: Walk, checks: Checks): readonly CodeLine[] {
  if (checks.length === 0) return [];
  const condition = walk.pass.owned ? undefined : walk.printing.condition(checks);
  if (condition === undefined) return walk.printing.statements(checks).lines;
  return ifBlock(every([negation(condition), walkedOwnership(walk)]), [statement("return false;")]);
}

function walkedOwnership({ scope, pass: { object, key } }: Walk): Condition {
  return ownership(scope, object, key);
}

function printChoice(walk: Walk): readonly CodeLine[] {
  const { members, others } = walk.pass;
  if (members.length === 0) return printRejections(walk, others);
  if (members.length > longestSwitch) return printTable(walk);
  return walk.pass.owned ? printOwnedChoice(walk) : printUnownedChoice(walk);
}

function printOwnedChoice(walk: Walk): readonly CodeLine[] {
  const { printing } = walk;
  const { count, members, others } = walk.pass;
  return printSwitch(walk, {
    members,
    member: (member) => {
      const { required } = member;
      const { lines, ends } = printing.statements(checksOf(walk.pass, member));
      if (ends) return lines;
      return [...lines, ...(required ? [statement(`${count} += 1;`)] : []), statement("break;")];
    },
    declares: (member) => declares(checksOf(walk.pass, member)),
    otherwise: printing.statements(others).lines,
  });
}

/**
 * A property that passes takes the walk on; behind the choice stands what is done with one that fails. One
 * that counts, or whose checks are no condition, is asked for first.
 */
function printUnownedChoice(walk: Walk): readonly CodeLine[] {
  const { members, others } = walk.pass;
  const choice =
    walk.pass.early === undefined
      ? printSwitch(walk, {
          members,
          member: (member) => {
            const checks = checksOf(walk.pass, member);
            return isAskedLast(walk.pass, member)
              ? goOnWhere(walk, checks, [statement("break;")])
              : goOnWhereOwn(walk, checks, member.required);
          },
          declares: (member) => declares(checksOf(walk.pass, member)),
          otherwise: isPlain(others)
            ? goOnWhere(walk, others, [])
            : goOnWhereOwn(walk, others, false),
        })
      : printNamedChoice(walk);
  const canFailLast =
    (others.length > 0 && isPlain(others)) ||
    members.some((member) => member.checks.length > 0 && isAskedLast(walk.pass, member));
  return canFailLast
    ? [...choice, ...ifBlock(walkedOwnership(walk), [statement("return false;")])]
    : choice;
}

/** The same where each is read by its name, and those that must be there are checked before. */
function printNamedChoice(walk: Walk): readonly CodeLine[] {
  const { scope, pass } = walk;
  const { object, key, property, members } = pass;
  const isRead = ({ required, checks }: PassMember) => !required && checks.length > 0;
  const absent = comparison(property, "===", "undefined");
  return printSwitch(walk, {
    members,
    member: (member) => {
      const { name, required, checks } = member;
      if (!isRead(member)) return required ? goOnWhereOwn(walk, [], true) : goOn;
      const read = line(`const ${property} = ${readProperty(scope, object, name)};`);
      const condition = isAskedLast(pass, member) ? walk.printing.condition(checks) : undefined;
      if (condition !== undefined) {
        return [read, ...ifBlock(some([absent, condition]), goOn), statement("break;")];
      }
      return [read, ...ifBlock(absent, goOn), ...goOnWhereOwn(walk, checks, false)];
    },
    declares: isRead,
    otherwise: ifBlock(comparison(`${object}[${key}]`, "===", "undefined"), goOn),
  });
}

const goOn = [statement("continue;")];

/** Takes the walk on where a property is not the object's own, or passes. */
function goOnWhereOwn(walk: Walk, checks: Checks, counts: boolean): readonly CodeLine[] {
  const { lines, ends } = walk.printing.statements(checks);
  return [
    ...ifBlock(negation(walkedOwnership(walk)), [statement("continue;")]),
    ...lines,
    ...(counts ? [statement(`${walk.pass.count} += 1;`)] : []),
    ...(ends ? [] : [statement("continue;")]),
  ];
}

/** Takes the walk on where checks pass, and else to what comes behind. */
function goOnWhere(
  { printing }: Walk,
  checks: Checks,
  behind: readonly CodeLine[],
): readonly CodeLine[] {
  const condition = printing.condition(checks);
  if (condition === undefined || isAlways(condition)) return goOn;
  return isNever(condition) ? behind : [...ifBlock(condition, goOn), ...behind];
}

function printSwitch({ pass: { key } }: Walk, cases: PassCases): readonly CodeLine[] {
  const print = cases.members.length > longestNameChain ? printLengthSwitch : printNameSwitch;
  return print(key, cases);
}

/** Prints the choice among so many properties that each has a function in a table. */
function printTable(walk: Walk): readonly CodeLine[] {
  const { pass, scope, printing } = walk;
  const rejected = every([tableRefusal(pass), ...(pass.owned ? [] : [walkedOwnership(walk)])]);
  return printTableChoice(pass, scope, {
    matcher: printing.matcher,
    declared: ifBlock(rejected, [statement("return false;")]),
    others: printRejections(walk, pass.others),
  });
}
