import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import type { Document } from "../../../generator/load/document.ts";
import { buildGraph } from "../../../generator/model/graph.ts";
import type { Declaration, SchemaModel } from "../../../generator/model/model.ts";
import { nameDeclarations } from "../../../generator/names/declarations.ts";
import { schemaName } from "../../../generator/names/schema-name.ts";
import { defaultTypes, type NameOptions, type TypeOptions } from "../../../generator/options.ts";
import { resolveReferences } from "../../../generator/resolve/resolve.ts";
import { type DeclarationType, printDeclarationTypes } from "../../../generator/types/types.ts";

const names: NameOptions = { by: "file", rename: new Map() };

/** The model of one schema file, `root.json`, of dialect 2020-12. */
export function modelOf(schema: unknown): SchemaModel {
  const document: Document = {
    path: "/schemas/root.json",
    uri: "file:///schemas/root.json",
    source: "root.json",
    kind: "schema",
    text: "",
    value: schema,
    rangeOf: () => undefined,
  };
  const inputs = {
    documents: [document],
    schemas: [{ document, pointer: "" }],
    unread: [],
    outside: new Map(),
  };
  const report = ({ severity, message }: Diagnostic) => {
    if (severity === "error") throw new Error(message);
  };
  const resolution = resolveReferences(
    inputs,
    { defaultDialect: "2020-12", nameOf: (input) => schemaName(input, names) },
    report,
  );
  return nameDeclarations(buildGraph(resolution, report), names);
}

/** The tag that leads from the root's type to its documentation. */
export const rootLink = "@see [Documentation](docs/Root.md)";

/** The root's printed type. */
export async function rootType(
  schema: unknown,
  options: Partial<TypeOptions> = {},
): Promise<DeclarationType> {
  const model = modelOf(schema);
  const declaration = rootDeclaration(model);
  const request = { model, declaration, hasPage: true };
  const [type] = await printDeclarationTypes([request], { ...defaultTypes, ...options });
  if (type === undefined) throw new Error("the root has no type");
  return type;
}

/** The text of all the types that a schema's module declares. */
export async function moduleText(
  schema: unknown,
  options: Partial<TypeOptions> = {},
): Promise<string> {
  const model = modelOf(schema);
  const requests = model.modules
    .flatMap((module) => module.declarations)
    .map((declaration) => ({ model, declaration, hasPage: true }));
  const types = await printDeclarationTypes(requests, { ...defaultTypes, ...options });
  return types.map(({ text }) => text).join("\n");
}

function rootDeclaration(model: SchemaModel): Declaration {
  const declaration = model.modules[0]?.declarations[0];
  if (declaration === undefined) throw new Error("the model declares nothing");
  return declaration;
}
