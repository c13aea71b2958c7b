import { type Verdict, openJudge } from "../examples/judge.ts";
import { openPatternTests } from "../patterns/pattern-tests.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import type { CustomPredicate } from "../names/custom-predicates.ts";
import { appendTokens, evaluatePointer } from "../pointer/json-pointer.ts";

/** A value that a schema gives itself, and the keyword that it gives it by. */
interface GivenValue {
  readonly keyword: "default" | "example" | "examples";
  /** JSON Pointer from the schema to the value. */
  readonly path: string;
  readonly value: unknown;
}

/** How much of a value a message shows. */
const mostShown = 60;

/**
 * Finds the examples and defaults that the guards of their own schemas refuse, or cannot judge in time.
 *
 * @param predicates those of the user that the guards may call
 */
export async function findRefusedValues(
  model: SchemaModel,
  predicates: readonly CustomPredicate[],
): Promise<readonly Diagnostic[]> {
  const giving = new Map<string, SchemaNode>();
  for (const node of model.nodes) {
    const { annotations, location } = node;
    if (annotations.examples === undefined && annotations.default === undefined) continue;
    // A schema that dynamic scopes make several of is told once.
    const place = `${location.document.uri}#${location.pointer}`;
    if (!giving.has(place)) giving.set(place, node);
  }
  const nodes = [...giving.values()];
  const judge = await openJudge(
    model,
    nodes.map(({ id }) => id),
    predicates,
    openPatternTests(),
  );
  return nodes.flatMap((node) =>
    givenValues(node).flatMap((given) => findingOf(node, given, judge(node.id, given.value))),
  );
}

function givenValues({ annotations, location }: SchemaNode): GivenValue[] {
  const { examples = [], default: given } = annotations;
  const list = evaluatePointer(location.document.value, `${location.pointer}/examples`);
  const isList = list.found && Array.isArray(list.value);
  return [
    ...examples.map((value, index): GivenValue => {
      if (!isList) return { keyword: "example", path: "/example", value };
      return { keyword: "examples", path: appendTokens("/examples", String(index)), value };
    }),
    ...(given === undefined
      ? []
      : [{ keyword: "default", path: "/default", value: given.value } as const]),
  ];
}

function findingOf(
  { location }: SchemaNode,
  { keyword, path, value }: GivenValue,
  verdict: Verdict,
): Diagnostic[] {
  if (verdict === "accepted") return [];
  const text = JSON.stringify(value);
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  const noun = keyword === "default" ? "default" : "example";
  const place = { file: location.document, pointer: location.pointer + path };
  if (verdict === "undecided") {
    return [
      diagnose("example-undecided", `a pattern takes too long to judge the ${noun} ${shown}`, {
        help: "write the pattern so that what is repeated can match a text in one way only",
        location: place,
      }),
    ];
  }
  return [
    diagnose("example-refused", `the ${noun} ${shown} is refused by its own schema`, {
      help:
        noun === "default"
          ? "mend the default, or let the schema accept it"
          : "mend the example, or let the schema accept it; docs do not show it",
      location: place,
    }),
  ];
}
