import path from "node:path";
import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";
import { type FormatModule, readFormatModules } from "../../../generator/load/predicate-module.ts";
import { createFolder, summary } from "./input-folder.ts";

/** Reads one module of the format x. */
async function readModule(text: string, file = "x.ts"): Promise<FormatModule | undefined> {
  const folder = createFolder({ [file]: text });
  const [module] = await readFormatModules(new Map([["x", path.join(folder, file)]]));
  return module;
}

/** What is wrong with the module of the format x. */
async function faultsOf(text: string, file?: string): Promise<string[]> {
  const fault: unknown = await readModule(text, file).catch((error: unknown) => error);
  if (!(fault instanceof DiagnosticsError)) throw new Error("the module has no fault");
  return fault.diagnostics.map(summary);
}

describe("the predicate", () => {
  test.each([
    ["export function isX(value: string): boolean { return true; }", "isX", "string"],
    ["export function isX(value: number) { return true; }", "isX", "number"],
    ["export const isX = (value: string): value is 'x' => value === 'x';", "isX", "string"],
    ["export const is$x = function (value: string) { return true; };", "is$x", "string"],
    ["export default function isX(value: string) { return true; }", "isX", "string"],
  ])("of %s is its one export", async (text, predicate, constrains) => {
    expect(await readModule(text)).toMatchObject({ typed: true, predicate, constrains });
  });

  test("of JavaScript takes a string", async () => {
    for (const file of ["x.js", "x.mjs"]) {
      expect(await readModule("export const isX = (value) => true;", file)).toMatchObject({
        typed: false,
        constrains: "string",
      });
    }
  });

  test("stands in the text of its module, which exports it no longer", async () => {
    const text = "\uFEFF// Ours.\nconst ten = 10;\nexport const isX = (n: number) => n > ten;\n";
    expect((await readModule(text))?.text).toBe(
      "// Ours.\nconst ten = 10;\nconst isX = (n: number) => n > ten;\n",
    );
  });
});

describe("a fault", () => {
  test.each([
    ["function isX(value: string) {}", "1:1 exports nothing"],
    [
      "export const isX = (value: string) => true;\nexport const y = 1;",
      "2:1 exports more than one thing",
    ],
    ["export type X = string;", "1:1 exports no function by its declaration"],
    [
      "function isX(value: string) {}\nexport { isX };",
      "2:1 exports no function by its declaration",
    ],
    ["export default (value: string) => true;", "1:1 exports no function by its declaration"],
    ["export const isX = RegExp('x').test;", "1:1 exports no function by its declaration"],
    ["export async function isX(value: string) {}", "1:8 exports a function that gives no boolean"],
    ["export function* isX(value: string) {}", "1:8 exports a function that gives no boolean"],
    ["export function isX() {}", "1:8 exports a function that does not take one value"],
    [
      "export function isX(a: string, b: string) {}",
      "1:8 exports a function that does not take one value",
    ],
    [
      "export function isX(...values: string[]) {}",
      "1:8 exports a function that does not take one value",
    ],
    [
      "export function isX(value: unknown) {}",
      "1:21 exports a function whose parameter is neither a string nor a number",
    ],
    [
      "export function isX(value) {}",
      "1:21 exports a function whose parameter is neither a string nor a number",
    ],
    ['import "./y.ts";', "1:1 imports another module"],
    ['export * from "./y.ts";', "1:1 imports another module"],
    ['export { isX } from "./y.ts";', "1:1 imports another module"],
    ['const y = await import("./y.ts");', "1:17 imports another module"],
    ['const y = require("./y.ts");', "1:11 imports another module"],
    ['type Y = import("./y.ts").Y;', "1:10 imports another module"],
    ['import y = require("./y.ts");', "1:1 imports another module"],
    ["enum Y { a }", "1:1 holds an enum"],
    ["namespace Y { export const a = 1; }", "1:1 holds a namespace"],
    ["class Y { constructor(private a: string) {} }", "1:23 holds a parameter property"],
    ["export = 1;", "1:1 holds an export assignment"],
  ])("of %s is told at its place", async (text, fault) => {
    const [place, ...reason] = fault.split(" ");
    expect(await faultsOf(text)).toEqual([
      `format-invalid ${place ?? ""} the module of the format "x" ${reason.join(" ")}`,
    ]);
  });

  test("of syntax has its place", async () => {
    expect(await faultsOf("export function isX(\n  value: string {\n", "x.ts")).toEqual([
      expect.stringMatching(
        /^format-invalid 2:17 the module of the format "x" cannot be parsed: \w/,
      ),
    ]);
  });

  test("is one of each module, and of each place in it", async () => {
    const folder = createFolder({ "a.ts": 'enum A {}\nimport "y";', "b.ts": "" });
    const modules = ["a", "b", "none"].map((name): [string, string] => [
      name,
      path.join(folder, `${name}.ts`),
    ]);
    const fault: unknown = await readFormatModules(new Map(modules)).catch(
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(DiagnosticsError);
    const { diagnostics } = fault as DiagnosticsError;
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the module of the format "a" holds an enum',
      'the module of the format "a" imports another module',
      'the module of the format "b" exports nothing',
      'the module of the format "none" cannot be read: no such file or directory',
    ]);
    expect(diagnostics.map(({ location }) => location?.file.path)).toEqual(
      ["a", "a", "b", "none"].map((name) => path.join(folder, `${name}.ts`)),
    );
  });
});
