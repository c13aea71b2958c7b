import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { DialectName } from "../../generator/dialects/dialect-name.ts";
import type { FormatMode } from "../../generator/dialects/formats.ts";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { externalDocuments } from "../../generator/load/external-documents.ts";
import { reportCycles } from "../../generator/model/cycles.ts";
import { buildGraph } from "../../generator/model/graph.ts";
import { nameDeclarations } from "../../generator/names/declarations.ts";
import { schemaName } from "../../generator/names/schema-name.ts";
import { tidyBlankLines } from "../../generator/render/format.ts";
import { emitModules } from "../../generator/render/modules.ts";
import { loadTemplates } from "../../generator/render/templates.ts";
import { resolveReferences } from "../../generator/resolve/resolve.ts";
import { testData } from "../harness/project.ts";

/** The official JSON-Schema-Test-Suite. */
export const suite = path.join(testData, "json-schema-test-suite");

/** The folders of the suite, with the dialect of the schemas that carry no `$schema`. */
export const suiteDialects = [
  ["draft4", "draft-04"],
  ["draft6", "draft-06"],
  ["draft7", "draft-07"],
  ["draft2019-09", "2019-09"],
  ["draft2020-12", "2020-12"],
] as const satisfies readonly (readonly [string, DialectName])[];

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

/**
 * Makes the compiler of the groups of one dialect, which emits each into a folder of its own.
 *
 * @returns a function that emits the modules of a schema, and imports the module of its root
 */
export function suiteCompiler(
  dialect: DialectName,
  formats: FormatMode,
): (group: SuiteGroup) => Promise<SuiteModule> {
  const output = mkdtempSync(path.join(tmpdir(), "schemaloom-suite-"));
  writeFileSync(path.join(output, "package.json"), '{ "type": "module" }');
  const render = loadTemplates(undefined);
  let count = 0;
  return async (group) => {
    const folder = path.join(output, String((count += 1)));
    const files = await emitGroup(group, dialect, formats, render);
    for (const [file, text] of files) {
      const target = path.join(folder, file.replace(/\.ts$/, ".js"));
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, transpile(text));
    }
    return (await import(pathToFileURL(path.join(folder, "Schema.js")).href)) as SuiteModule;
  };
}

async function emitGroup(
  { schema }: SuiteGroup,
  defaultDialect: DialectName,
  formats: FormatMode,
  render: ReturnType<typeof loadTemplates>,
): Promise<ReadonlyMap<string, string>> {
  const errors: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === "error") errors.push(diagnostic);
  };
  const names = { by: "file", rename: new Map<string, string>() } as const;
  const document = {
    uri: "file:///suite/schema.json",
    path: "/suite/schema.json",
    source: "schema.json",
    kind: "schema" as const,
    value: schema,
    text: "",
    rangeOf: () => undefined,
  };
  const resolution = resolveReferences(
    { documents: [document], schemas: [{ document, pointer: "" }], unread: [] },
    {
      defaultDialect,
      nameOf: (each) => schemaName(each, names),
      externalDocument: externalDocuments(
        [{ prefix: "http://localhost:1234/", directory: path.join(suite, "remotes") }],
        report,
      ),
    },
    report,
  );
  const graph = buildGraph(resolution, report, formats);
  reportCycles(graph.nodes, report);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("; "));
  const model = nameDeclarations(graph, names);
  return (await emitModules(model, render, ".js", tidyBlankLines)).files;
}

/**
 * Turns the text of an emitted module into JavaScript.
 */
export function transpile(text: string): string {
  const target = ts.ScriptTarget.ES2022;
  return ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ESNext } })
    .outputText;
}

/** What became of the tests of some groups. */
export interface SuiteResult {
  readonly passed: number;
  /** A line for each test that guard or validator got wrong, or that could not be run. */
  readonly failed: readonly string[];
}

/**
 * Runs every test of some groups against the boolean guard and the validator. A rejected value must
 * come with an issue.
 */
export async function runGroups(
  groups: readonly SuiteGroup[],
  dialect: DialectName,
  formats: FormatMode = "dialect",
): Promise<SuiteResult> {
  const compile = suiteCompiler(dialect, formats);
  const failed: string[] = [];
  let passed = 0;
  for (const group of groups) {
    const name = `${group.file}: ${group.description}`;
    try {
      const { isSchema, validateSchema } = await compile(group);
      for (const { description, data, valid } of group.tests) {
        const result = validateSchema(data);
        const spoken = result.ok || result.issues.length > 0;
        if (isSchema(data) === valid && result.ok === valid && spoken) passed += 1;
        else failed.push(`${name}: ${description}`);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      failed.push(...group.tests.map(({ description }) => `${name}: ${description}: ${reason}`));
    }
  }
  return { passed, failed };
}
