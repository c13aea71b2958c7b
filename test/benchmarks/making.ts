import { compileGuards } from "../../generator/guards/guards.ts";
import { DiagnosticsError } from "../../generator/diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { reportCycles } from "../../generator/model/cycles.ts";
import { buildGraph } from "../../generator/model/graph.ts";
import type { SchemaModel, SchemaModule } from "../../generator/model/model.ts";
import { nameDeclarations } from "../../generator/names/declarations.ts";
import { localizeModel } from "../../generator/names/local-names.ts";
import { schemaName } from "../../generator/names/schema-name.ts";
import { moduleView, runtimeNames, usedRuntime } from "../../generator/render/module-view.ts";
import { runtimeParts } from "../../generator/render/runtime-parts.ts";
import { loadTemplates } from "../../generator/render/templates.ts";
import { resolveReferences } from "../../generator/resolve/resolve.ts";
import type { BenchmarkDialect } from "./cases/benchmark-case.ts";
import { makeAjv } from "./peers/ajv.ts";

/**
 * Makes the guards and validators of a schema that is parsed already, up to the text of their
 * modules: all stages but those of types and docs.
 *
 * @returns the length of the texts
 */
export function makeGuards(schema: object, dialect: BenchmarkDialect): number {
  const model = modelOf(schema, dialect);
  const runtime = new Set<string>();
  const texts = model.modules.map((module) => moduleText(model, module, runtime));
  const runtimeText = loadTemplates(undefined)("runtime.ts", { parts: runtimeParts(runtime) });
  return [...texts, runtimeText].reduce((sum, text) => sum + text.length, 0);
}

function modelOf(schema: object, dialect: BenchmarkDialect): SchemaModel {
  const errors: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === "error") errors.push(diagnostic);
  };
  const names = { by: "file", rename: new Map<string, string>() } as const;
  const document = {
    uri: "file:///schemas/schema.json",
    path: "/schemas/schema.json",
    source: "schema.json",
    kind: "schema" as const,
    value: schema,
    text: "",
    rangeOf: () => undefined,
  };
  const resolution = resolveReferences(
    { documents: [document], schemas: [{ document, pointer: "" }], unread: [], outside: new Map() },
    {
      defaultDialect: dialect,
      nameOf: (each) => schemaName(each, names),
    },
    report,
  );
  const graph = buildGraph(resolution, report, { formats: "annotate", content: "annotate" });
  reportCycles(graph.nodes, report);
  if (errors.length > 0) throw new DiagnosticsError(errors);
  return nameDeclarations(graph, names);
}

function moduleText(
  exportingModel: SchemaModel,
  module: SchemaModule,
  runtime: Set<string>,
): string {
  const model = localizeModel(exportingModel, module);
  const types = new Map<never, never>();
  const { Issue } = runtimeNames({ model, module, types });
  const guards = compileGuards(model, module, { issueType: Issue, taken: new Set() });
  for (const name of usedRuntime(guards)) runtime.add(name);
  const view = moduleView({ model, exportingModel, module, types, guards }, ".ts");
  return loadTemplates(undefined)("module.ts", view);
}

/**
 * Compiles a schema that is parsed already by a fresh Ajv.
 *
 * @returns the number of parameters of what it makes
 */
export function compileByAjv(schema: object, dialect: BenchmarkDialect): number {
  return makeAjv(dialect).compile(schema).length;
}
