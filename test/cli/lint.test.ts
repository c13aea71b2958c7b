import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runInProcess } from "../harness/command.ts";
import { writeProject } from "../harness/project.ts";

const text = { type: "string", maxLength: 4 };
const person = { type: "object", properties: { name: text }, required: ["name"] };
const misspelt = { type: "object", properties: { name: text }, requred: ["name"] };

describe("lint", () => {
  test("tells schema by schema what types do not say, and counts the rest", async () => {
    const project = writeProject({
      "misspelt.json": { ...misspelt, additionalProperties: false },
      "person.json": person,
      "plain.json": { type: "string" },
    });
    const { code, stdout, stderr } = await runInProcess(project, "lint", "schemas");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "Misspelt misspelt.json",
        "  in part  additionalProperties  surplus properties outside of literals",
        "                                 /additionalProperties",
        "  guard    maxLength             /properties/name/maxLength",
        "  nobody   requred               no dialect knows it; did you mean required?",
        "                                 /requred",
        "",
        "Person person.json",
        "  guard    maxLength  /properties/name/maxLength",
        "",
        "3 schemas, 1 of them said wholly by the type; keywords said by",
        "  type     8",
        "  in part  1  additionalProperties 1",
        "  guard    2  maxLength 2",
        "  nobody   1  requred 1",
        "",
      ].join("\n"),
    );
  });

  test("shows four places of a keyword, and how many more there are", async () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const properties = Object.fromEntries(names.map((name) => [name, { maxLength: 1 }]));
    const project = writeProject({ "a.json": { properties } });
    const { stdout } = await runInProcess(project, "lint", "schemas");
    expect(stdout).toContain("/properties/d/maxLength\n                      … 2 more\n");
    expect(stdout).not.toContain("/properties/e/");
  });

  test("writes nothing", async () => {
    const project = writeProject({ "person.json": person });
    await runInProcess(project, "lint", "schemas");
    expect(existsSync(path.join(project, "generated"))).toBe(false);
  });

  test("prints the warnings that generate prints", async () => {
    const project = writeProject({ "a.json": { type: "string", minLength: 2, maxLength: 1 } });
    const { stderr } = await runInProcess(project, "lint", "schemas");
    expect(stderr).toContain("warning contradiction schemas/a.json:");
    expect(stderr).toBe((await runInProcess(project, "generate", "schemas")).stderr);
  });

  test("exits 1 with the fault where there is an error", async () => {
    const project = writeProject({ "a.json": { $ref: "#/$defs/none" } });
    const { code, stdout, stderr } = await runInProcess(project, "lint", "schemas");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error dangling-ref schemas/a.json:");
  });

  test("of no inputs, or told where to write, is wrong usage", async () => {
    const project = writeProject({ "person.json": person });
    expect((await runInProcess(project, "lint")).code).toBe(2);
    expect((await runInProcess(project, "lint", "schemas", "--out", "made")).code).toBe(2);
  });
});

describe("lint --strict", () => {
  test("exits 1 where nobody says a keyword, and says how many they are", async () => {
    const project = writeProject({ "misspelt.json": misspelt });
    const { code, stdout, stderr } = await runInProcess(project, "lint", "schemas", "--strict");
    expect(code).toBe(1);
    expect(stdout).toContain("did you mean required?");
    expect(stderr).toBe("1 keyword is said by nobody, which --strict does not let pass\n");
  });

  test("exits 0 where types, guards and docs say all", async () => {
    const project = writeProject({
      "person.json": { ...person, "x-order": 1, default: { name: "Ada" } },
    });
    expect(await runInProcess(project, "lint", "schemas", "--strict")).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  test("asks the config whether formats are asserted", async () => {
    const config = (formats: string) => JSON.stringify({ inputs: ["a.json"], formats });
    const project = writeProject({
      "a.json": { format: "email" },
      "dialect.json": config("dialect"),
      "assert.json": config("assert"),
      "annotate.json": config("annotate"),
    });
    for (const [name, code] of [
      ["dialect", 1],
      ["assert", 0],
      ["annotate", 0],
    ] as const) {
      const words = ["lint", "--strict", "--config", `schemas/${name}.json`];
      expect(await runInProcess(project, ...words)).toMatchObject({ code });
    }
  });
});

describe("lint --json", () => {
  test("writes the whole report, with the diagnostics in it", async () => {
    const project = writeProject({ "a.json": { type: "number", maxLength: 1 } });
    const { code, stdout, stderr } = await runInProcess(
      project,
      "lint",
      "schemas",
      "--json",
      "--strict",
    );
    expect({ code, lines: stderr.split("\n").length }).toEqual({ code: 1, lines: 2 });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      schemas: [
        {
          name: "A",
          source: "a.json",
          pointer: "",
          keywords: [
            { saidBy: "type", keyword: "type", note: "", nearest: [], pointers: ["/type"] },
            {
              saidBy: "nobody",
              keyword: "maxLength",
              note: "without effect: the schema admits no string",
              nearest: [],
              pointers: ["/maxLength"],
            },
          ],
        },
      ],
      diagnostics: [
        {
          code: "keyword-without-effect",
          severity: "warning",
          message: expect.stringContaining("maxLength") as string,
          help: expect.any(String) as string,
          file: "schemas/a.json",
          source: "a.json",
          pointer: "/maxLength",
          line: 3,
          column: 16,
        },
      ],
    });
  });
});
