import { stringLiteral } from "../text/string-literal.ts";
import { type CodeLine, block, listStatement, statement } from "../text/lines.ts";
import type { Checks, Section, Value } from "./check.ts";
import { declares, isPlain } from "./check-shape.ts";
import { type Condition, always, comparison, every, ifBlock, negation } from "./condition.ts";
import { deeper, depthArguments } from "./depth.ts";
import { type ModuleScope, runtimeName } from "./module-scope.ts";
import { longestSwitch } from "./object-strategy.ts";
import { type Pass, isAskedLast, passHead, printNameSwitch } from "./pass-cases.ts";
import { functionTable, printTableChoice, sectionOf, tableRefusal } from "./pass-table.ts";
import { ownership } from "./print-walk.ts";

/** How the checks of a collector of issues are printed. */
interface Printing {
  /** The variable of the list of issues. */
  readonly issues: string;
  /** Statements that report where, besides, a condition holds. */
  readonly statements: (checks: Checks, provided: Condition) => readonly CodeLine[];
  /** Two paths as expressions. */
  readonly paths: (paths: Pick<Value, "instancePath" | "schemaPath">) => readonly string[];
  /** The name of the function that collects the issues of a section. */
  readonly inspector: (section: Section) => string;
  /** The name of the function that tells whether a value passes a section. */
  readonly matcher: (section: Section) => string;
}

/**
 * Prints the walk of a collector of issues over the properties that are there: each is inspected by its
 * name, and those that are missing are reported.
 */
export function printCollectedPass(pass: Pass, scope: ModuleScope, printing: Printing): CodeLine[] {
  const { object, owned, key, count, members, value } = pass;
  const { issues, paths } = printing;
  const asksLast =
    owned || (isPlain(pass.others) && members.every((member) => isAskedLast(pass, member)));
  const own = ownership(scope, object, key);
  const provided = owned || !asksLast ? always : own;
  const statements = (checks: Checks) => printing.statements(checks, provided);
  const required = members.filter((member) => member.required).map(({ name }) => name);
  const walk = block(`for (const ${key} in ${object})`, [
    ...passHead(pass),
    ...(asksLast ? [] : ifBlock(negation(own), [statement("continue;")])),
    ...statements(pass.every),
    ...printChoice(pass, scope, { ...printing, statements, provided }),
  ]);
  if (required.length === 0) return walk;
  const names = `[${required.map(stringLiteral).join(", ")}]`;
  const report = listStatement(
    `${runtimeName(scope, "reportMissing")}(`,
    [issues, ...paths(value), object, names],
    ");",
  );
  return [
    statement(`let ${count} = 0;`),
    ...walk,
    ...ifBlock(comparison(count, "<", String(required.length)), [report]),
  ];
}

/** How checks of a property are printed: its issues count where it is the object's own. */
interface OwnPrinting extends Printing {
  readonly statements: (checks: Checks) => readonly CodeLine[];
  readonly provided: Condition;
}

function printChoice(pass: Pass, scope: ModuleScope, printing: OwnPrinting): readonly CodeLine[] {
  const { key, count, members } = pass;
  const others = printing.statements(pass.others);
  if (members.length === 0) return others;
  const sections = members.flatMap(({ checks }) => sectionOf(checks) ?? []);
  const places = new Set(sections.map(({ value }) => value.schemaPath));
  if (members.length > longestSwitch && places.size === 1) {
    return printTable(pass, scope, printing);
  }
  return printNameSwitch(key, {
    members,
    member: ({ checks, required, additional }) => [
      ...printing.statements(checks),
      ...(additional ? others : []),
      ...(required ? [statement(`${count} += 1;`)] : []),
      statement("break;"),
    ],
    declares: ({ checks }) => declares(checks),
    otherwise: others,
  });
}

/** Prints the choice among so many properties that each has functions in tables. */
function printTable(pass: Pass, scope: ModuleScope, printing: OwnPrinting): readonly CodeLine[] {
  const { object, key, property, members } = pass;
  const { issues, inspector, matcher, paths, provided } = printing;
  const [section] = members.flatMap(({ checks }) => sectionOf(checks) ?? []);
  if (section === undefined) throw new RangeError("a table of functions has none");
  const { depth } = pass.value;
  const parameters = [
    "value: unknown",
    "path: string",
    "schemaPath: string",
    `issues: ${scope.issueType}[]`,
    ...(depth === undefined ? [] : ["depth: number"]),
  ];
  const type = `((${parameters.join(", ")}) => void) | null`;
  const inspectors = functionTable(scope, `${object} inspectors`, type, members, inspector);
  const failed = every([tableRefusal(pass), provided]);
  const depths = depthArguments(deeper(depth), depth === undefined ? undefined : 0);
  const inspection = listStatement(
    `${inspectors}.get(${key})?.(`,
    [property, ...paths(section.value), issues, ...depths],
    ");",
  );
  return printTableChoice(pass, scope, {
    matcher,
    declared: ifBlock(failed, [inspection]),
    others: printing.statements(pass.others),
  });
}
