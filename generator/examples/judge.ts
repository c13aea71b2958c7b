import { compileFunction } from "node:vm";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { FormatPredicate } from "../dialects/formats.ts";
import { type GuardScript, compileGuardScript } from "../guards/guards.ts";
import type { Declaration, SchemaModel } from "../model/model.ts";
import type { CustomFormat } from "../names/format-names.ts";
import { type PatternTests, UndecidedError, interruptibleRegExp } from "./pattern-tests.ts";
import { runtimeStatements, statementsOf } from "./statements.ts";

/** What the guard of a schema says of a value; nothing where a pattern takes too long. */
export type Verdict = "accepted" | "refused" | "undecided";

/** Judges a value by the guard that is made of a schema. */
export type Judge = (node: NodeId, value: unknown) => Verdict;

type Guard = (value: unknown) => boolean;

/**
 * Makes the guards of some schemas, and of those that they refer to, and runs them in this process: the
 * plans and the printer are those of the modules that ship.
 *
 * @param customFormats the formats that the guards may assert
 * @param matches tells whether patterns match, and gives up those that take too long
 */
export async function openJudge(
  model: SchemaModel,
  nodes: Iterable<NodeId>,
  customFormats: ReadonlyMap<string, CustomFormat>,
  matches: PatternTests,
): Promise<Judge> {
  const scripts = compileScripts(withOwnNames(model), nodes);
  if (scripts.size === 0) return unknownNode;
  const used = [...scripts.values()];
  const runtime = new Set(used.flatMap((script) => [...script.runtime]));
  const formats = new Set(used.flatMap((script) => [...script.customFormats]));
  const text = [
    '"use strict";',
    ...(runtime.size === 0 ? [] : [await runtimeStatements(runtime)]),
    ...(await formatStatements(formats, customFormats)),
    ...[...scripts].map(([node, script]) => guardStatements(node, script.text)),
    `return new Map([${[...scripts.keys()].map((node) => `[${String(node)}, ${guardName(node)}]`).join(", ")}]);`,
  ].join("\n");
  const open = compileFunction(text, ["RegExp"]) as (
    expression: typeof RegExp,
  ) => ReadonlyMap<NodeId, Guard>;
  const guards = open(interruptibleRegExp(matches));
  return (node, value) => verdictOf(guards.get(node) ?? unknownNode(node), value);
}

function verdictOf(guard: Guard, value: unknown): Verdict {
  try {
    return guard(value) ? "accepted" : "refused";
  } catch (fault) {
    if (fault instanceof UndecidedError) return "undecided";
    throw fault;
  }
}

function unknownNode(node: NodeId): never {
  throw new RangeError(`no guard was made of node ${String(node)}`);
}

/** The model with a name for each guard that no other has in any module. */
function withOwnNames(model: SchemaModel): SchemaModel {
  const declarations = [...model.declarations].map(([id, declaration]): [NodeId, Declaration] => [
    id,
    { ...declaration, exports: { ...declaration.exports, guard: guardName(id) } },
  ]);
  return { ...model, declarations: new Map(declarations) };
}

function guardName(node: NodeId): string {
  return `isSchema${String(node)}`;
}

function compileScripts(
  model: SchemaModel,
  nodes: Iterable<NodeId>,
): ReadonlyMap<NodeId, GuardScript> {
  const scripts = new Map<NodeId, GuardScript>();
  const waiting = new Set(nodes);
  for (const node of waiting) {
    const script = compileGuardScript(model, node);
    scripts.set(node, script);
    for (const reference of script.guardReferences) waiting.add(reference);
  }
  return scripts;
}

/** A guard with constants and functions of its own, which are made once it is called. */
function guardStatements(node: NodeId, text: string): string {
  const name = guardName(node);
  return `let made${name};\nfunction ${name}(value) {\nreturn (made${name} ??= (() => {\n${text}\n})())(value);\n}`;
}

/** The predicates of custom formats, each in a scope of its own. */
function formatStatements(
  used: ReadonlySet<FormatPredicate>,
  customFormats: ReadonlyMap<string, CustomFormat>,
): Promise<readonly string[]> {
  return Promise.all(
    [...customFormats.values()]
      .filter((format) => used.has(format))
      .map(async ({ name, source }) => {
        const text = await statementsOf(source.text, source.path);
        return `const ${name} = (() => {\n${text}\nreturn ${source.predicate};\n})();`;
      }),
  );
}
