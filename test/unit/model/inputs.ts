import type { DialectName } from "../../../generator/dialects/dialect-name.ts";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import type { Document, DocumentKind, LoadedInputs } from "../../../generator/load/document.ts";
import { schemasOf } from "../../../generator/load/recognise.ts";
import { type SchemaGraph, buildGraph } from "../../../generator/model/graph.ts";
import type { Assertion } from "../../../generator/dialects/canonical-keywords.ts";
import type { SchemaNode } from "../../../generator/model/model.ts";
import { type Resolution, resolveReferences } from "../../../generator/resolve/resolve.ts";

const noRange = () => undefined;

/** A document below `file:///inputs/`, without a text of its own. */
export function documentOf(
  source: string,
  value: unknown,
  kind: DocumentKind = "schema",
): Document {
  return {
    path: `/inputs/${source}`,
    uri: `file:///inputs/${source}`,
    source,
    kind,
    text: "",
    value,
    rangeOf: noRange,
  };
}

/** Documents as the load stage hands them on. */
export function inputsOf(...documents: readonly Document[]): LoadedInputs {
  const sorted = documents.toSorted((a, b) => (a.source < b.source ? -1 : 1));
  return { documents: sorted, schemas: sorted.flatMap(schemasOf), unread: [], outside: new Map() };
}

/** What a run over some documents made and reported. */
export interface Outcome {
  readonly resolution: Resolution;
  readonly graph: SchemaGraph;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes documents through resolve and model; a schema is named by its file's stem or its key. */
export function runOn(
  documents: readonly Document[],
  defaultDialect: DialectName = "2020-12",
): Outcome {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const inputs = inputsOf(...documents);
  const nameOf = ({ document, pointer }: { document: Document; pointer: string }) =>
    (pointer === "" ? document.source : pointer).replace(/^.*\//, "").replace(/\.json$/, "");
  const resolution = resolveReferences(inputs, { defaultDialect, nameOf }, report);
  return { resolution, graph: buildGraph(resolution, report), diagnostics };
}

/** Takes one schema through resolve and model. */
export function runOnSchema(schema: unknown, dialect: DialectName = "2020-12"): Outcome {
  return runOn([documentOf("schema.json", schema)], dialect);
}

/** The node at a JSON Pointer of a document. */
export function nodeAt({ graph }: Outcome, pointer: string, source?: string): SchemaNode {
  const found = graph.nodes.find(
    ({ location }) =>
      location.pointer === pointer && (source === undefined || location.document.source === source),
  );
  if (found === undefined) throw new Error(`no node at ${source ?? ""}#${pointer}`);
  return found;
}

/** The place of the node that the `$ref` at a JSON Pointer leads to; `undefined` for none. */
export function targetOf(outcome: Outcome, pointer: string, source?: string): string | undefined {
  const reference = nodeAt(outcome, pointer, source).assertions.find(
    (assertion) => assertion.keyword === "$ref",
  );
  const target = reference && outcome.graph.nodes[reference.target]?.location;
  return target && `${target.document.source}#${target.pointer}`;
}

/** What a schema asserts at its root. */
export function assertionsOf(
  schema: unknown,
  dialect: DialectName = "2020-12",
): readonly Assertion[] {
  return nodeAt(runOnSchema(schema, dialect), "").assertions;
}

/** The code and the place of each diagnostic. */
export function placesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, location }) => `${code} ${location?.pointer ?? ""}`);
}
