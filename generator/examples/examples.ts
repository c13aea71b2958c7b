import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { heightsOf } from "./heights.ts";
import type { Judge } from "./judge.ts";
import type { PatternTests } from "../patterns/pattern-tests.ts";
import type { ChoiceKind, Choose } from "./conjunction.ts";
import { type KnownScalars, makeValue } from "./make-value.ts";

/** Values of a declaration that its guard accepts. */
export interface DeclarationExamples {
  /** What the schema gives itself. */
  readonly given: readonly unknown[];
  /** What must be there alone; absent where none was found. */
  readonly minimal?: { readonly value: unknown };
  /** With what is optional, too. */
  readonly full?: { readonly value: unknown };
}

/** How many values are tried before a declaration is left without one. */
const mostTries = 32;

/** How many lines a full value may have before it shows less of what is inside. */
const mostLines = 80;

/** How many values a value may have inside it; what is shown twice in each of its parts soon has more. */
const mostValues = 20_000;

/** How many objects inside each other show what is optional: as many as fit. */
const fullLevels = [2, 1] as const;

/**
 * Gives examples of declarations: each made from its schema in the same way in every run, and judged by
 * the guard of the declaration. What a guard refuses is given nowhere.
 */
export function exampleSource(
  model: SchemaModel,
  judge: Judge,
  matches: PatternTests,
): (id: NodeId) => DeclarationExamples {
  const made = new Map<string, unknown>();
  const given = new Map<NodeId, readonly unknown[]>();
  const heights = heightsOf(model.nodes);
  const making = new Set<string>();
  const scalars: KnownScalars = { minimal: new Map(), full: new Map() };
  /** How often something came back to what is being made, so that what was made depends on that. */
  let returns = 0;

  function givenOf(id: NodeId): readonly unknown[] {
    const known = given.get(id);
    if (known !== undefined) return known;
    const { examples = [] } = nodeOf(model, id).annotations;
    const accepted = examples.filter((example) => judge(id, example) === "accepted");
    given.set(id, accepted);
    return accepted;
  }

  function declared(id: NodeId, level: number): unknown {
    const [example] = givenOf(id);
    return example === undefined ? valueOf(id, level) : example;
  }

  function valueOf(id: NodeId, level: number): unknown {
    const key = `${String(id)} ${String(level)}`;
    if (made.has(key)) return made.get(key);
    if (making.has(key)) {
      returns += 1;
      return undefined;
    }
    if (heights(id) === Infinity) return undefined;
    const before = returns;
    making.add(key);
    const accepted = acceptedValue(id, level);
    const value = valueCount(accepted) > mostValues ? undefined : accepted;
    making.delete(key);
    // Elsewhere it may come out otherwise, and what is kept must not depend on who asked first.
    if (returns === before) made.set(key, value);
    return value;
  }

  function acceptedValue(id: NodeId, level: number): unknown {
    const first = attempt(id, level, () => 0, scalars);
    if (isAccepted(id, first)) return first;
    const minimal = level === 0 ? undefined : valueOf(id, 0);
    if (minimal === undefined) return otherwise(id, level, first === undefined);
    return isObject(minimal) && isObject(first) ? grown(id, minimal, first) : minimal;
  }

  function attempt(id: NodeId, level: number, choose: Choose, known?: KnownScalars): unknown {
    const wanted = { ids: [id], level, name: "", variation: 0, depth: 0 };
    const tools = { model, heights, choose, matches, declared, ...(known && { scalars: known }) };
    return makeValue(tools, wanted);
  }

  function isAccepted(id: NodeId, value: unknown): boolean {
    return value !== undefined && judge(id, value) === "accepted";
  }

  /** The first value that the guard accepts with one choice made otherwise. */
  function otherwise(id: NodeId, level: number, isImpossible: boolean): unknown {
    const choices: { readonly count: number; readonly kind: ChoiceKind }[] = [];
    attempt(id, level, (count, kind) => {
      choices.push({ count, kind });
      return 0;
    });
    let tries = 0;
    for (const [changed, { count, kind }] of choices.entries()) {
      // What cannot be made at all does not come of leaving something out.
      if (isImpossible && kind === "presence") continue;
      for (let choice = 1; choice < Math.min(count, 4); choice += 1) {
        tries += 1;
        if (tries > mostTries) return undefined;
        let at = -1;
        const value = attempt(id, level, (others) => {
          at += 1;
          return at === changed ? Math.min(choice, others - 1) : 0;
        });
        if (isAccepted(id, value)) return value;
      }
    }
    return undefined;
  }

  /** An object with each property of another that the guard lets it have. */
  function grown(id: NodeId, minimal: JsonObject, full: JsonObject): JsonObject {
    let kept = minimal;
    for (const [name, value] of Object.entries(full)) {
      const more = Object.fromEntries([...Object.entries(kept), [name, value]]);
      if (isAccepted(id, more)) kept = more;
    }
    const order = [...new Set([...Object.keys(full), ...Object.keys(kept)])];
    const members = new Map(Object.entries(kept));
    return Object.fromEntries(
      order.filter((name) => members.has(name)).map((name) => [name, members.get(name)]),
    );
  }

  function fullOf(id: NodeId): unknown {
    let found: unknown;
    for (const level of fullLevels) {
      const value = valueOf(id, level);
      if (value === undefined) continue;
      found = value;
      if (lineCount(value) <= mostLines) break;
    }
    return found;
  }

  return (id) => {
    const full = fullOf(id);
    const least = valueOf(id, 0);
    const minimal = least === undefined ? full : least;
    return {
      given: givenOf(id),
      ...(minimal !== undefined && { minimal: { value: minimal } }),
      ...(full !== undefined && { full: { value: full } }),
    };
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How many values there are in a value, itself included. */
function valueCount(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  const members: readonly unknown[] = Object.values(value);
  return members.reduce<number>((sum, each) => sum + valueCount(each), 1);
}

/** How many lines a value has as JSON text that is indented. */
function lineCount(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  const members: readonly unknown[] = Object.values(value);
  return members.length === 0 ? 1 : members.reduce<number>((sum, each) => sum + lineCount(each), 2);
}
