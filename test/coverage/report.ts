import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { markdownTable } from "../conformance/suite-table.ts";
import { repository } from "../harness/project.ts";

/** What was run of a file, in the form of Istanbul. */
interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
  readonly b: Readonly<Record<string, readonly number[]>>;
}

/** How many there are of something, and how many of them were run. */
interface Count {
  readonly all: number;
  readonly run: number;
}

interface Covered {
  readonly file: string;
  readonly lines: Count;
  readonly branches: Count;
  /** Lines on which a statement begins that was never run. */
  readonly missed: readonly number[];
}

const demanded = { lines: 95, branches: 90 };

function coveredOf(file: string, { statementMap, s, b }: FileCoverage): Covered {
  const runs = new Map<number, number>();
  for (const [id, { start }] of Object.entries(statementMap)) {
    runs.set(start.line, Math.max(runs.get(start.line) ?? 0, s[id] ?? 0));
  }
  const branches = Object.values(b).flat();
  const missed = [...runs].filter(([, count]) => count === 0).map(([line]) => line);
  return {
    file: path.relative(repository, file).replaceAll(path.sep, "/"),
    lines: { all: runs.size, run: runs.size - missed.length },
    branches: { all: branches.length, run: branches.filter((count) => count > 0).length },
    missed: missed.sort((a, b) => a - b),
  };
}

function sum(counts: readonly Count[]): Count {
  return {
    all: counts.reduce((total, { all }) => total + all, 0),
    run: counts.reduce((total, { run }) => total + run, 0),
  };
}

function share({ all, run }: Count): number {
  return all === 0 ? 100 : (100 * run) / all;
}

function row(name: string, files: readonly Covered[]): readonly string[] {
  const lines = sum(files.map((each) => each.lines));
  const branches = sum(files.map((each) => each.branches));
  return [
    name,
    String(files.length),
    String(lines.all),
    `${share(lines).toFixed(1)} %`,
    String(branches.all),
    `${share(branches).toFixed(1)} %`,
  ];
}

/** Line numbers, those that follow each other as one range. */
function ranges(lines: readonly number[]): string {
  const found: [number, number][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([a, b]) => (a === b ? String(a) : `${String(a)}–${String(b)}`)).join(", ");
}

async function report(): Promise<boolean> {
  const source = path.join(repository, "coverage/coverage-final.json");
  if (!existsSync(source)) throw new Error("there is no coverage: run npm run coverage");
  const all = JSON.parse(readFileSync(source, "utf8")) as Readonly<Record<string, FileCoverage>>;
  const files = Object.entries(all)
    .map(([file, coverage]) => coveredOf(file, coverage))
    // What has types alone is gone before it runs.
    .filter(({ lines }) => lines.all > 0)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const folders = [...new Set(files.map(({ file }) => file.split("/").slice(0, -1)[1] ?? ""))];
  const rows = [
    ["folder", "files", "lines", "run", "branches", "run"],
    ...folders.sort().map((folder) =>
      row(
        folder === "" ? "generator" : `generator/${folder}`,
        files.filter(({ file }) => (file.split("/").slice(0, -1)[1] ?? "") === folder),
      ),
    ),
    row("all", files),
  ];
  const missed = files.filter((each) => each.missed.length > 0);
  const text = [
    "# Coverage",
    "",
    "`npm run coverage` runs all tests, and writes this. What only the built program runs, in a process of its" +
      " own or in a thread (`bundle`, `cli/bin.ts`, `cli/engine.ts`, `cli/load-command-line.ts`), counts as not" +
      " run, though `test/cli/command-line.test.ts` and the bundle's tests hold it. Files of types alone and" +
      " what is generated for the config are left out.",
    "",
    markdownTable(rows, 1),
    "",
    "## Lines that are not run",
    "",
    ...missed.map((each) => `- \`${each.file}\`: ${ranges(each.missed)}`),
  ].join("\n");
  const target = path.join(import.meta.dirname, "REPORT.md");
  const options = await resolveConfig(target);
  writeFileSync(target, await format(text, { ...options, filepath: target }));
  console.log(markdownTable(rows, 1));
  const lines = share(sum(files.map((each) => each.lines)));
  const branches = share(sum(files.map((each) => each.branches)));
  return lines >= demanded.lines && branches >= demanded.branches;
}

process.exitCode = (await report()) ? 0 : 1;
