import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { assertionOf } from "./assertion-of.ts";
import { type Contradiction, findContradiction } from "./contradictions.ts";
import { findDiscriminatorFaults } from "./discriminator-findings.ts";
import { impossibleProperty } from "./facts.ts";
import type { SchemaGraph } from "./graph.ts";
import { idleType } from "./idle-type.ts";
import type { Assertion, NodeId, ValueType } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * Reports what a schema probably does not mean: keywords of one schema that cannot be met together,
 * named schemas that accept nothing in consequence, keywords that constrain only types which the
 * schema excludes, and discriminators that do not fit their schemas. Nothing is mended.
 *
 * @param nameOf the name of an input schema or definition, by its node; `undefined` for other nodes
 */
export function reportFindings(
  graph: SchemaGraph,
  nameOf: (node: NodeId) => string | undefined,
  report: Report,
): void {
  for (const node of graph.nodes) {
    const contradiction = findContradiction(graph, node);
    if (contradiction !== undefined) report(contradictionDiagnostic(graph, node, contradiction));
    const name = nameOf(node.id);
    if (
      name !== undefined &&
      graph.facts[node.id]?.types.size === 0 &&
      contradiction === undefined
    ) {
      const diagnostic = unsatisfiable(graph, node, name);
      if (diagnostic !== undefined) report(diagnostic);
    }
    for (const fault of findDiscriminatorFaults(graph, node)) report(fault);
    for (const assertion of node.assertions) {
      const type = idleType(node, assertion);
      if (type !== undefined) report(withoutEffect(node, assertion, type));
    }
  }
}

function contradictionDiagnostic(
  graph: SchemaGraph,
  node: SchemaNode,
  { path, words }: Contradiction,
): Diagnostic {
  const effect =
    graph.facts[node.id]?.types.size === 0
      ? "the type is never there and the guard rejects every value"
      : "the guard rejects every value that these keywords constrain";
  return diagnose("contradiction", words, {
    help: `${effect}; to accept what is meant, mend the schema, or repair it with an overlay`,
    location: { file: node.location.document, pointer: node.location.pointer + path },
  });
}

function unsatisfiable(graph: SchemaGraph, node: SchemaNode, name: string): Diagnostic | undefined {
  const accepted = (id: NodeId) => graph.facts[id]?.types ?? new Set<ValueType>();
  const property = impossibleProperty(node, accepted);
  const reason =
    property === undefined
      ? ""
      : `, because its required property ${JSON.stringify(property)} accepts none`;
  return diagnose("unsatisfiable", `no value satisfies ${name}${reason}`, {
    help: "its guard rejects every value, as the schema says",
    location: { file: node.location.document, pointer: node.location.pointer },
  });
}

function withoutEffect(node: SchemaNode, assertion: Assertion, constrained: ValueType): Diagnostic {
  const types = assertionOf(node, "type")?.types ?? [];
  return diagnose(
    "keyword-without-effect",
    `${assertion.keyword} constrains only values of type ${constrained}, and this schema admits only ${types.join(" or ")}`,
    {
      help: "it has no effect and is ignored, as the specification says",
      location: { file: node.location.document, pointer: node.location.pointer + assertion.path },
    },
  );
}
