import { compileFunction } from "node:vm";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import { type GuardNames, type GuardScript, compileGuardScript } from "../guards/guards.ts";
import type { Declaration, SchemaModel } from "../model/model.ts";
import type { CustomPredicate } from "../names/custom-predicates.ts";
import type { PatternTests } from "../patterns/pattern-tests.ts";
import { predicateStatements, runtimeStatements } from "../render/statements.ts";
import { UndecidedError, interruptibleRegExp } from "./interruptible-guards.ts";

/** What the guard of a schema says of a value; nothing where a pattern takes too long. */
export type Verdict = "accepted" | "refused" | "undecided";

/** Judges a value by the guard that is made of a schema. */
export type Judge = (node: NodeId, value: unknown) => Verdict;

type Guard = (value: unknown) => boolean;

/**
 * Opens the guards of some schemas, and of those that they refer to, and runs them in this process: the
 * plans and the printer are those of the modules that ship.
 *
 * @param predicates those of the user that the guards may call
 * @param matches tells whether patterns match, and gives up those that take too long
 * @param made guards that are compiled already; others are compiled here
 */
export async function openJudge(
  model: SchemaModel,
  nodes: Iterable<NodeId>,
  predicates: readonly CustomPredicate[],
  matches: PatternTests,
  made: readonly GuardScript[] = [],
): Promise<Judge> {
  const scripts = scriptsOf(model, nodes, made);
  if (scripts.length === 0) return unknownNode;
  const runtime = new Set(scripts.flatMap((script) => [...script.runtime]));
  const used = new Set(scripts.flatMap((script) => [...script.predicates]));
  const judged = scripts.flatMap(({ declared }) => [...declared.keys()]);
  const text = [
    '"use strict";',
    ...(runtime.size === 0 ? [] : [await runtimeStatements(runtime)]),
    ...(await predicateStatements(used, predicates)),
    ...scripts.map(scriptStatements),
    `return new Map([${judged.map((node) => `[${String(node)}, ${judgeName(node)}]`).join(", ")}]);`,
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

/** The scripts that hold the guards of some schemas, and of those that they refer to. */
function scriptsOf(
  model: SchemaModel,
  nodes: Iterable<NodeId>,
  made: readonly GuardScript[],
): readonly GuardScript[] {
  const holding = new Map(
    made.flatMap((script) => [...script.declared.keys()].map((node) => [node, script] as const)),
  );
  const compiledModel = withOwnNames(model);
  const scripts = new Set<GuardScript>();
  const waiting = new Set(nodes);
  for (const node of waiting) {
    const script = holding.get(node) ?? compileGuardScript(compiledModel, node);
    scripts.add(script);
    for (const reference of script.references.keys()) waiting.add(reference);
  }
  return [...scripts];
}

/** The model with names for the guards that no others have in any module. */
function withOwnNames(model: SchemaModel): SchemaModel {
  const declarations = [...model.declarations].map(([id, declaration]): [NodeId, Declaration] => {
    const guard = `isSchema${String(id)}`;
    const nestedGuard = `nestedSchema${String(id)}`;
    return [id, { ...declaration, exports: { ...declaration.exports, guard, nestedGuard } }];
  });
  return { ...model, declarations: new Map(declarations) };
}

/** What a guard is called outside of its script, where no script has such a name. */
function judgeName(node: NodeId, kind: keyof GuardNames = "guard"): string {
  return `${kind === "guard" ? "judge" : "judgeNested"}${String(node)}`;
}

/** Guards as scripts name them, each with what it is called outside. */
function namedGuards(
  guards: GuardScript["declared"],
): readonly (readonly [outside: string, inside: string, parameters: string])[] {
  return [...guards].flatMap(([node, { guard, nested }]) => [
    ...(guard === undefined ? [] : [[judgeName(node), guard, "value"] as const]),
    ...(nested === undefined ? [] : [[judgeName(node, "nested"), nested, "value, depth"] as const]),
  ]);
}

/** A script with constants and functions of its own, which are made once one of its guards is called. */
function scriptStatements({ text, declared, references }: GuardScript, index: number): string {
  const [open, opened] = [`open${String(index)}`, `opened${String(index)}`];
  const own = namedGuards(declared);
  return [
    `let ${opened};`,
    `function ${open}() {`,
    ...namedGuards(references).map(([outside, inside]) => `const ${inside} = ${outside};`),
    text,
    `return { ${own.map(([outside, inside]) => `${outside}: ${inside}`).join(", ")} };`,
    "}",
    ...own.map(
      ([outside, , parameters]) =>
        `function ${outside}(${parameters}) { return (${opened} ??= ${open}()).${outside}(${parameters}); }`,
    ),
  ].join("\n");
}
