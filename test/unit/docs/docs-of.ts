import type { DocsLayout, OutputKind } from "../../../generator/config/config.ts";
import { assembleDocs } from "../../../generator/docs/docs.ts";
import { pageMaker } from "../../../generator/docs/pages.ts";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import type { Document } from "../../../generator/load/document.ts";
import { buildGraph } from "../../../generator/model/graph.ts";
import { nameDeclarations } from "../../../generator/names/declarations.ts";
import { schemaName } from "../../../generator/names/schema-name.ts";
import { defaultTypes, type NameOptions } from "../../../generator/options.ts";
import { loadTemplates } from "../../../generator/render/templates.ts";
import { typeSource } from "../../../generator/types/type-source.ts";
import { resolveReferences } from "../../../generator/resolve/resolve.ts";

const names: NameOptions = { by: "file", rename: new Map() };

/** The documentation of schema files of dialect 2020-12, given by their source. */
export function docsOf(
  schemas: Readonly<Record<string, unknown>>,
  typeText = "export type X = unknown;",
  layout: DocsLayout = "pages",
): ReadonlyMap<string, string> {
  const documents = Object.entries(schemas).map(([source, value]): Document => ({
    path: `/schemas/${source}`,
    uri: new URL(source, "file:///schemas/").href,
    source,
    kind: "schema",
    text: "",
    value,
    rangeOf: () => undefined,
  }));
  const inputs = {
    documents,
    schemas: documents.map((document) => ({ document, pointer: "" })),
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
  const model = nameDeclarations(buildGraph(resolution, report), names, new Map(), layout);
  const types = new Map([...model.declarations.keys()].map((id) => [id, typeText]));
  const render = loadTemplates(undefined);
  const outputs = new Set<OutputKind>(["guards", "docs"]);
  const source = typeSource(model, defaultTypes);
  const make = pageMaker(
    { source, outputs, layout },
    { types, examplesOf: () => ({ given: [] }) },
    render,
  );
  const pages = new Map(model.modules.map((module) => [module.path, make(module)]));
  return assembleDocs(model, pages, render, { outputs, layout });
}

/** A row of a table of properties. */
export interface PropertyRow {
  readonly name: string;
  readonly type: string;
  /** The constraints, and the default. */
  readonly details: readonly string[];
  readonly required: string;
  readonly description: string;
}

/** The page of one schema file, `root.json`. */
export function pageOf(schema: unknown): string {
  return docsOf({ "root.json": schema }).get("docs/Root.md") ?? "";
}

/** The cells of a property's row, by the headings of their columns; the type's lines apart. */
export function rowOf(page: string, property: string): PropertyRow {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${property}\` |`)) ?? "";
  const [name = "", types = "", required = "", description = ""] = row.slice(2, -2).split(" | ");
  const [type = "", ...details] = types.split("<br>");
  return { name, type, details, required, description };
}

/** Links of the pages that lead to no page or to no anchor, as `page -> target`. */
export function brokenLinks(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) =>
    linkTargets(path, text)
      .filter((target) => !isMade(files, new URL(target, `file:///${path}`)))
      .map((target) => `${path} -> ${target}`),
  );
}

function linkTargets(path: string, text: string): string[] {
  const links = path.endsWith(".html")
    ? text.matchAll(/ href="([^"]*)"/g)
    : text.replaceAll(/^(`{3,})[^`\n]*\n[^]*?^\1$/gm, "").matchAll(/(?<!\\)\]\(([^)]*)\)/g);
  return [...links].map(([, target = ""]) => target).filter((target) => !/^https?:/.test(target));
}

function isMade(files: ReadonlyMap<string, string>, { pathname, hash }: URL): boolean {
  const page = files.get(decodeURIComponent(pathname).slice(1));
  const anchor = decodeURIComponent(hash.slice(1));
  return page !== undefined && (anchor === "" || page.includes(`<a id="${anchor}"></a>`));
}
