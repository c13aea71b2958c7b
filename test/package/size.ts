import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { medianUsage, usageOf } from "../benchmarks/generate/process-usage.ts";
import { repository } from "../harness/project.ts";
import { writeReadme } from "../conformance/readme-table.ts";

/** A start is measured so many times; the median counts. */
const starts = 21;

/** The longest that `--help` may take, in milliseconds. */
const longestStart = 150;

/** The bytes of the files below a folder; links aside. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => lstatSync(path.join(folder, file)))
    .filter((stats) => stats.isFile())
    .reduce((sum, { size }) => sum + size, 0);
}

/** The packages of a `node_modules` folder with what each takes, the largest first. */
function packagesIn(folder: string): readonly (readonly [name: string, bytes: number])[] {
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith("@")
      ? readdirSync(path.join(folder, name)).map((inner) => `${name}/${inner}`)
      : [name],
  );
  return names
    .filter((name) => !name.startsWith("."))
    .map((name) => [name, sizeOf(path.join(folder, name))] as const)
    .sort(([, left], [, right]) => right - left);
}

/** How many milliseconds Node.js takes to run some words, in the median. */
function startOf(...words: readonly string[]) {
  const usages = Array.from({ length: starts }, () => usageOf(repository, words));
  const { seconds, processor } = medianUsage(usages);
  return { elapsed: Math.round(seconds * 1000), processor: Math.round(processor * 1000) };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-size-"));
try {
  const npm = (cwd: string, ...words: readonly string[]) =>
    execFileSync("npm", [...words, "--no-audit", "--no-fund"], { cwd, encoding: "utf8" });
  const tarball = npm(repository, "pack", "--silent", "--pack-destination", folder).trim();
  const packed = path.join(folder, tarball.split("\n").at(-1) ?? "");
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
  npm(folder, "install", "--silent", packed);
  const modules = path.join(folder, "node_modules");
  const packages = packagesIn(modules);
  const own = sizeOf(path.join(modules, "schemaloom"));
  const largest = packages
    .filter(([name]) => name !== "schemaloom")
    .slice(0, 4)
    .map(([name, bytes]) => `${name} ${megabytes(bytes)}`);
  const help = startOf(path.join(modules, "schemaloom/dist/cli/bin.js"), "--help");
  const nothing = startOf("-e", "0");
  const table = [
    "| measured                                 | |",
    "| --- | ---: |",
    `| the package, packed | ${megabytes(statSync(packed).size)} |`,
    `| the package, installed | ${megabytes(own)} |`,
    `| the same with its ${packages.length - 1} dependencies | ${megabytes(packages.reduce((sum, [, bytes]) => sum + bytes, 0))} |`,
    `| the largest of these | ${largest.join(", ")} |`,
    `| \`schemaloom --help\`: time of the processor, ${nothing.processor} ms of it for Node.js itself | ${help.processor} ms |`,
  ].join("\n");
  console.log(table);
  console.log(`from start to end: --help ${help.elapsed} ms, Node.js itself ${nothing.elapsed} ms`);
  if (process.argv.includes("--write")) await writeReadme("size", table);
  // What else runs on the machine makes a start longer, and takes no more of the processor for it.
  if (Math.min(help.elapsed, help.processor) > longestStart) {
    console.error(`--help takes more than ${longestStart} ms`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
