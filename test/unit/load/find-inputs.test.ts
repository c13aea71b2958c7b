import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sortDiagnostics } from "../../../generator/diagnostics/format.ts";
import { createFolder, load, summary } from "./input-folder.ts";

const sources = (result: Awaited<ReturnType<typeof load>>) =>
  result.documents.map(({ source }) => source);

test("a folder brings its JSON and YAML files, relative to it, sorted", async () => {
  const folder = createFolder({
    "in/b.json": {},
    "in/a/z.yml": "type: string",
    "in/a/B.yaml": "true",
    "in/readme.md": "no schema",
    "in/.hidden.json": {},
    "in/.dot/x.json": {},
    "in/node_modules/x/package.json": {},
    "in/fix.overlay.json": {},
    "in/fix.overlay.yaml": "",
  });
  const result = await load(folder, { inputs: ["in"] });
  expect(result.diagnostics).toEqual([]);
  expect(sources(result)).toEqual(["a/B.yaml", "a/z.yml", "b.json"]);
  expect(result.schemas.map(({ pointer }) => pointer)).toEqual(["", "", ""]);
});

test("a folder and a glob bring nothing that was made or fetched, and no config; a file that is named is brought", async () => {
  const folder = createFolder({
    "a.json": {},
    "schemaloom.config.json": {},
    "schemaloom.lock.json": {},
    "schemaloom.remote/example.com/b.0123456789abcdef.json": {},
    "out/manifest.json": {},
    "out/deep/b.json": {},
    "other/names.lock.json": {},
  });
  const outputFolders = ["out", "other"].map((name) => path.join(folder, name));
  const sourcesOf = async (...inputs: readonly string[]) =>
    sources(await load(folder, { inputs, outputFolders }));
  expect(await sourcesOf(".")).toEqual(["a.json"]);
  expect(await sourcesOf("**/*.json")).toEqual(["a.json"]);
  expect(await sourcesOf("a.json", "out/deep/b.json")).toEqual(["a.json", "out/deep/b.json"]);
  expect(await sourcesOf("out/deep")).toEqual(["b.json"]);
});

test("a file lies in a root of its own folder, whatever its extension", async () => {
  const folder = createFolder({ "in/deep/a.schema": { type: "string" } });
  const result = await load(folder, { inputs: ["in/deep/a.schema"] });
  expect(sources(result)).toEqual(["a.schema"]);
  expect(result.documents[0]?.value).toEqual({ type: "string" });
});

test("the root of a glob is its static base", async () => {
  const folder = createFolder({ "in/a/x.json": {}, "in/b/y.json": {}, "in/b/z.txt": "" });
  expect(sources(await load(folder, { inputs: ["in/*/*.json"] }))).toEqual([
    "a/x.json",
    "b/y.json",
  ]);
  const absolute = `${folder.replaceAll(path.sep, "/")}/in/b/*.json`;
  expect(sources(await load("/", { inputs: [absolute] }))).toEqual(["y.json"]);
});

test("a folder on the way of a glob may have glob characters in its name", async () => {
  const folder = createFolder({ "in (1)/[id]/{a,b}/x.json": {}, "in (1)/[id]/i/y.json": {} });
  const glob = "in (1)/[id]/*/*.json";
  for (const input of [glob, `${folder.replaceAll(path.sep, "/")}/${glob}`]) {
    const result = await load(folder, { inputs: [input] });
    expect(sources(result)).toEqual(["i/y.json", "{a,b}/x.json"]);
  }
});

test("the braces of a glob may span folders", async () => {
  const folder = createFolder({ "in/a/x.json": {}, "in/b/y.json": {}, "in/b/z.json": {} });
  const result = await load(folder, { inputs: ["in/{a/x,b/y}.json"] });
  expect(sources(result)).toEqual(["a/x.json", "b/y.json"]);
});

test("an input that starts with ! takes files out", async () => {
  const folder = createFolder({ "in/a.json": {}, "in/b.draft.json": {} });
  const result = await load(folder, { inputs: ["!in/*.draft.json", "in"] });
  expect(sources(result)).toEqual(["a.json"]);
  expect(result.diagnostics).toEqual([]);
});

test("an input that starts with ! takes a folder out whole", async () => {
  const folder = createFolder({ "in/a.json": {}, "in/drafts/deep/b.json": {} });
  expect(sources(await load(folder, { inputs: ["in", "!in/drafts"] }))).toEqual(["a.json"]);
});

test("a file that two inputs reach is one document of the outermost root", async () => {
  const folder = createFolder({ "in/a/x.json": {} });
  const inputs = ["in/a/x.json", "in", "in/a"];
  expect(sources(await load(folder, { inputs }))).toEqual(["a/x.json"]);
  expect(sources(await load(folder, { inputs: inputs.toReversed() }))).toEqual(["a/x.json"]);
});

test("a file whose name has glob characters is that file", async () => {
  const folder = createFolder({ "in/[a] {b}*.json": {} });
  expect(sources(await load(folder, { inputs: ["in/[a] {b}*.json"] }))).toEqual(["[a] {b}*.json"]);
});

test("a missing file is an error that names the nearest files", async () => {
  const folder = createFolder({ "schemas/server.json": {}, "schemas/other.json": {} });
  const { diagnostics } = await load(folder, { inputs: ["schemas/servr.json"] });
  expect(diagnostics.map(summary)).toEqual([
    'input-not-found input "schemas/servr.json" does not exist',
  ]);
  expect(diagnostics[0]?.help).toBe('did you mean "schemas/server.json"?');
});

test("a missing folder is looked for where its parents exist", async () => {
  const folder = createFolder({ "schemas/server.json": {} });
  const { diagnostics } = await load(folder, {
    inputs: ["schema/x/server.json", "zzzzzzz/a.json"],
  });
  expect(sortDiagnostics(diagnostics).map(({ help }) => help)).toEqual([
    'did you mean "schemas"?',
    'the folder "." holds no "zzzzzzz" nor a name like it',
  ]);
});

test("a glob and a folder without a match are errors", async () => {
  const folder = createFolder({ "in/readme.md": "" });
  const { diagnostics } = await load(folder, { inputs: ["in/**/*.json", "in"] });
  expect(diagnostics.map(summary).sort()).toEqual([
    'input-not-found input folder "in" holds no schema file',
    'input-not-found no file matches the input "in/**/*.json"',
  ]);
});

test("a file that is not UTF-8 text is an error", async () => {
  const folder = createFolder({ "in/a.json": {} });
  writeFileSync(path.join(folder, "in/b.json"), Buffer.from('"\xff"', "latin1"));
  const { diagnostics, documents } = await load(folder, { inputs: ["in"] });
  expect(documents).toHaveLength(1);
  expect(diagnostics.map(summary)).toEqual([
    "input-unreadable the file cannot be read: The encoded data was not valid for encoding utf-8",
  ]);
});

test.skipIf(process.getuid?.() === 0)("a file that may not be read is an error", async () => {
  const folder = createFolder({ "in/a.json": {} });
  chmodSync(path.join(folder, "in/a.json"), 0);
  const { diagnostics } = await load(folder, { inputs: ["in"] });
  expect(diagnostics.map(summary)).toEqual([
    "input-unreadable the file cannot be read: permission denied",
  ]);
});
