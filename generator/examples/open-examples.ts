import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { GuardScript } from "../guards/guards.ts";
import type { SchemaModel } from "../model/model.ts";
import { usedDeclarations } from "../model/users.ts";
import type { CustomPredicate } from "../names/custom-predicates.ts";
import { type DeclarationExamples, exampleSource } from "./examples.ts";
import { openJudge } from "./judge.ts";
import { openPatternTests } from "../patterns/pattern-tests.ts";

/** Gives the examples of a declaration. */
export type ExamplesOf = (id: NodeId) => DeclarationExamples;

/**
 * Opens what gives examples of some declarations; see {@link exampleSource}.
 *
 * @param predicates those of the user that their guards may call
 * @param scripts guards that the run has compiled already
 */
export async function openExamples(
  model: SchemaModel,
  ids: Iterable<NodeId>,
  predicates: readonly CustomPredicate[],
  scripts: readonly GuardScript[] = [],
): Promise<ExamplesOf> {
  // Examples are put together from those of what is referred to.
  const reached = new Set(ids);
  for (const id of reached) {
    for (const used of usedDeclarations(model, id)) reached.add(used);
  }
  const matches = openPatternTests();
  const judge = await openJudge(model, reached, predicates, matches, scripts);
  return exampleSource(model, judge, matches);
}
