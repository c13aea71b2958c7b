import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { runCompiledScript } from "../../../generator/bundle/compiled-script.ts";

const text = `
  const { basename } = require("node:path");
  exports.nameOf = (file) => basename(file);
  exports.place = bundleUrl;
`;

/** A script, and a folder for what is compiled of it. */
function script(): { readonly file: string; readonly folder: string } {
  const around = mkdtempSync(path.join(tmpdir(), "schemaloom-script-"));
  const file = path.join(around, "script.cjs");
  writeFileSync(file, text);
  return { file, folder: path.join(around, "cache") };
}

function run(file: string, folder: string | undefined) {
  const { exports, keepCompiled } = runCompiledScript(file, folder);
  const { nameOf, place } = exports as Record<string, unknown>;
  expect((nameOf as (file: string) => string)("a/b")).toBe("b");
  expect(place).toMatch(/script\.cjs$/);
  return keepCompiled;
}

test("a script runs as it stands, and as it was compiled", () => {
  const { file, folder } = script();
  run(file, folder)();
  const [kept = ""] = readdirSync(folder);
  const before = readFileSync(path.join(folder, kept));
  run(file, folder)();
  expect(readdirSync(folder)).toEqual([kept]);
  expect(readFileSync(path.join(folder, kept))).toEqual(before);
});

test("what the engine has not compiled itself is compiled anew", () => {
  const { file, folder } = script();
  utimesSync(file, 1, 1);
  run(file, folder)();
  const kept = path.join(folder, readdirSync(folder)[0] ?? "");
  writeFileSync(kept, "no code");
  // The same text would be known to this process.
  writeFileSync(file, text.replace("(file) =>", "(path) =>").replace("(file);", "(path);"));
  utimesSync(file, 1, 1);
  run(file, folder)();
  expect(readFileSync(kept, "latin1")).not.toBe("no code");
});

test("another build of the same length takes nothing that was compiled before, and its place", () => {
  const { file, folder } = script();
  run(file, folder)();
  const [earlier] = readdirSync(folder);
  writeFileSync(file, text.replace("basename(file)", "basename(`b`) "));
  utimesSync(file, 1, 1);
  run(file, folder)();
  const kept = readdirSync(folder);
  expect(kept).toHaveLength(1);
  expect(kept[0]).not.toBe(earlier);
});

test("a script runs where there is no place for a cache", () => {
  const { file } = script();
  run(file, undefined)();
});
