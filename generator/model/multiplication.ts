import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SchemaGraph } from "./graph.ts";
import type { SchemaNode } from "./model.ts";
import { assertionSubschemas, isInPlace } from "./subschemas.ts";

/** On how many circumstances it can depend what one schema leaves unevaluated. */
const mostCircumstances = 2_000;

/** By how many schemas a guard judges one value at the most. */
const mostJudgements = 1_000_000;

/**
 * Reports each schema that comes to more work than a guard can do since it applies others, in place, which
 * apply others again, several times each: they multiply.
 *
 * @returns whether there was none
 */
export function reportMultiplied({ nodes }: SchemaGraph, report: Report): boolean {
  const circumstancesOf = counter(nodes, addedCircumstances);
  const judgementsOf = counter(nodes, addedJudgements);
  let isBounded = true;
  const refuse = ({ location }: SchemaNode, path: string, message: string) => {
    isBounded = false;
    report(
      diagnose("schema-multiplies", message, {
        help: "schemas that apply the next ones several times multiply: refer to each of them once",
        location: { file: location.document, pointer: location.pointer + path },
      }),
    );
  };
  for (const node of nodes) {
    // Of a chain only the schema is told of that comes to too many first.
    const isFirst = !inPlaceSchemas(node).some((id) => judgementsOf(id) > mostJudgements);
    if (judgementsOf(node.id) > mostJudgements && isFirst)
      refuse(node, "", `one value would be judged by more than ${mostJudgements} schemas`);
    const unevaluated = node.assertions.find(({ keyword }) => unevaluatedKeywords.has(keyword));
    if (unevaluated !== undefined && circumstancesOf(node.id) > mostCircumstances) {
      const message = `${unevaluated.keyword} depends on more than ${mostCircumstances} circumstances`;
      refuse(node, unevaluated.path, message);
    }
  }
  return isBounded;
}

const unevaluatedKeywords: ReadonlySet<string> = new Set([
  "unevaluatedProperties",
  "unevaluatedItems",
]);

type Count = (id: NodeId) => number;

/** Sums up, over the assertions of a schema, what each of them adds; of each schema once. */
function counter(
  nodes: readonly SchemaNode[],
  added: (assertion: Assertion, countOf: Count) => number,
): Count {
  const counts = new Map<NodeId, number>();
  return function countOf(id) {
    const known = counts.get(id);
    if (known !== undefined) return known;
    // For what leads back to itself in place, which is reported elsewhere.
    counts.set(id, 0);
    let count = 0;
    for (const assertion of nodes[id]?.assertions ?? []) count += added(assertion, countOf);
    counts.set(id, count);
    return count;
  };
}

function inPlaceSchemas({ assertions }: SchemaNode): NodeId[] {
  return assertions.filter(isInPlace).flatMap(appliedSchemas);
}

function appliedSchemas(assertion: Assertion): NodeId[] {
  if (assertion.keyword === "$ref") return [assertion.target];
  return assertionSubschemas(assertion).map(({ node }) => node);
}

/** The schemas that judge the same value. */
function addedJudgements(assertion: Assertion, countOf: Count): number {
  if (!isInPlace(assertion)) return 0;
  let count = 0;
  for (const id of appliedSchemas(assertion)) count += countOf(id) + 1;
  return count;
}

/** The branches, conditions and properties that what is evaluated depends on. */
function addedCircumstances(assertion: Assertion, countOf: Count): number {
  if (!isInPlace(assertion) || assertion.keyword === "not") return 0;
  const own = assertion.keyword === "$ref" || assertion.keyword === "allOf" ? 0 : 1;
  let count = 0;
  for (const id of appliedSchemas(assertion)) count += countOf(id) + own;
  return count;
}
