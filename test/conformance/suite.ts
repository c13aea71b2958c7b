import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { outputKinds } from "../../generator/config/config.ts";
import type { ContentMode } from "../../generator/dialects/content.ts";
import type { DialectName } from "../../generator/dialects/dialect-name.ts";
import type { FormatMode } from "../../generator/dialects/formats.ts";
import type { ChooseStrategy } from "../../generator/guards/object-strategy.ts";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { mappedDocuments } from "../../generator/load/mapped-documents.ts";
import { reportCycles } from "../../generator/model/cycles.ts";
import { buildGraph } from "../../generator/model/graph.ts";
import { nameDeclarations } from "../../generator/names/declarations.ts";
import { schemaName } from "../../generator/names/schema-name.ts";
import { tidyBlankLines } from "../../generator/render/format.ts";
import { defaultTypes } from "../../generator/options.ts";
import { emitModules } from "../../generator/render/modules.ts";
import { loadTemplates } from "../../generator/render/templates.ts";
import { resolveReferences } from "../../generator/resolve/resolve.ts";
import { testData } from "../harness/project.ts";
import { valueDeclaration } from "../unit/types/value-declaration.ts";

/** The official JSON-Schema-Test-Suite, as the test data has it. */
export const suite = path.join(testData, "json-schema-test-suite");

/** What the suite serves its `remotes` as. */
export const remotePrefix = "http://localhost:1234/";

/** The URI of a schema of the suite that gives itself none. */
export const schemaUri = "file:///suite/schema.json";

/** One schema of the suite with its tests. */
export interface SuiteGroup {
  /** The file below the folder of its dialect. */
  readonly file: string;
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

/** What a module emitted for a schema of the suite offers. */
export interface SuiteModule {
  readonly isSchema: (value: unknown) => boolean;
  readonly validateSchema: (
    value: unknown,
  ) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly unknown[] };
}

/**
 * Reads the groups of the files of one folder of the suite, not of its subfolders.
 */
export function readGroups(folder: string): SuiteGroup[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const groups = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as SuiteGroup[];
      return groups.map((group) => ({ ...group, file }));
    });
}

/** Where the modules of all groups of the run stand, each group's with claims about its types. */
export const suiteOutput = mkdtempSync(path.join(tmpdir(), "schemaloom-suite-"));

/**
 * Makes the compiler of the groups of one dialect, which emits each into a folder of its own.
 *
 * @param strategies how guards come by properties, where not as the costs have it
 * @param checkout the suite whose `remotes` the schemas refer to
 * @returns a function that emits the modules of a schema, and imports the module of its root
 */
export function suiteCompiler(
  dialect: DialectName,
  formats: FormatMode,
  content: ContentMode = "annotate",
  checkout = suite,
  strategies?: ChooseStrategy,
): (group: SuiteGroup) => Promise<SuiteModule> {
  const output = mkdtempSync(path.join(suiteOutput, `${dialect}-`));
  writeFileSync(path.join(output, "package.json"), '{ "type": "module" }');
  const render = loadTemplates(undefined);
  let count = 0;
  return async (group) => {
    const folder = path.join(output, String((count += 1)));
    const files = await emitGroup(
      group,
      { dialect, formats, content, checkout, strategies },
      render,
    );
    for (const [file, text] of files) {
      const target = path.join(folder, file.replace(/\.ts$/, ".js"));
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, await transpile(text));
      writeFileSync(path.join(folder, file), text);
    }
    writeFileSync(path.join(folder, "claims.ts"), typeClaims(group));
    return (await import(pathToFileURL(path.join(folder, "Schema.js")).href)) as SuiteModule;
  };
}

/** A module that compiles where the type of a group's schema admits each valid instance. */
function typeClaims({ schema, tests }: SuiteGroup): string {
  const claims = tests
    .filter(({ valid }) => valid)
    .map(({ data }, index) => valueDeclaration(`value${index}`, data, schema));
  return ['import type { Schema as Root } from "./Schema.js";', ...claims, "export {};"].join("\n");
}

/** What the schemas of a group are emitted with. */
interface SuiteOptions {
  readonly dialect: DialectName;
  readonly formats: FormatMode;
  readonly content: ContentMode;
  readonly checkout: string;
  readonly strategies: ChooseStrategy | undefined;
}

async function emitGroup(
  { schema }: SuiteGroup,
  { dialect, formats, content, checkout, strategies }: SuiteOptions,
  render: ReturnType<typeof loadTemplates>,
): Promise<ReadonlyMap<string, string>> {
  const errors: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === "error") errors.push(diagnostic);
  };
  const names = { by: "file", rename: new Map<string, string>() } as const;
  const document = {
    uri: schemaUri,
    path: "/suite/schema.json",
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
      external: mappedDocuments(
        [{ prefix: remotePrefix, directory: path.join(checkout, "remotes") }],
        { inputs: [document], linked: [] },
        report,
      ),
    },
    report,
  );
  const graph = buildGraph(resolution, report, { formats, content });
  reportCycles(graph.nodes, report);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
  const model = nameDeclarations(graph, names);
  const options = {
    // Types do not depend on how guards come by properties.
    outputs: new Set(strategies === undefined ? outputKinds : (["guards"] as const)),
    emit: "ts" as const,
    importExtension: ".js",
    types: defaultTypes,
    formatModule: tidyBlankLines,
    predicates: [],
    ...(strategies === undefined ? {} : { strategies }),
  };
  return (await emitModules(model, render, options)).files;
}

/**
 * Turns the text of an emitted module into JavaScript.
 */
export async function transpile(text: string): Promise<string> {
  const { code } = await transform(text, { loader: "ts", target: "es2022" });
  return code;
}
