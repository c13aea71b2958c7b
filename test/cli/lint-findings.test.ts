import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readJsonFile, writeJsonFile } from "../../generator/cache/json-file.ts";
import { findBacktracking } from "../../generator/lint/backtracking.ts";
import { prepare } from "../../generator/prepare.ts";
import { runInProcess } from "../harness/command.ts";
import { optionsFor, writeProject } from "../harness/project.ts";

async function findings(project: string) {
  const { stdout } = await runInProcess(project, "lint", "schemas", "--json");
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: readonly { code: string; pointer: string; message: string; help: string }[];
  };
  return diagnostics;
}

describe("patterns open to catastrophic backtracking", () => {
  const schema = {
    properties: {
      bad: { pattern: "^(a|a)*$" },
      again: { pattern: "^(a|a)*$" },
      slow: { pattern: "^\\d+\\d+$" },
      good: { pattern: "^(?:[a-z]+\\.)*[a-z]+$" },
    },
    patternProperties: { "^x(y+)+$": {} },
  };

  test("are warned about, once each, with a string that shows it", async () => {
    const found = await findings(writeProject({ "a.json": schema }));
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["pattern-backtracks", "/properties/bad/pattern"],
      ["pattern-backtracks", "/properties/slow/pattern"],
      ["pattern-backtracks", "/patternProperties/^x(y+)+$"],
    ]);
    expect(found[0]?.message).toContain("exponential");
    expect(found[1]?.message).toContain("polynomial of degree 2");
    const attack = /such as (.*) keeps/u.exec(found[0]?.help ?? "")?.[1] ?? "";
    expect(attack).toContain("'a'.repeat(");
  });

  test("are no matter for generate", async () => {
    const project = writeProject({ "a.json": schema });
    expect((await runInProcess(project, "generate", "schemas")).stderr).toBe("");
  });

  test("keep their verdicts in node_modules/.cache", async () => {
    const project = writeProject({ "a.json": schema });
    mkdirSync(path.join(project, "node_modules"));
    const first = await findings(project);
    const cache = path.join(project, "node_modules/.cache/schemaloom/patterns.json");
    const text = JSON.stringify(readJsonFile(cache));
    writeJsonFile(cache, JSON.parse(text.replaceAll("exponential", "kept")));
    expect((await findings(project))[0]?.message).toBe(
      first[0]?.message.replace("exponential", "kept"),
    );
    writeFileSync(cache, "broken");
    expect(await findings(project)).toEqual(first);
  });

  test("are not known without recheck, which is not asked for where there are none", async () => {
    const withPatterns = await prepare(optionsFor(writeProject({ "a.json": schema })));
    const nothing = () => Promise.resolve(undefined);
    expect(await findBacktracking(withPatterns.model, nothing)).toEqual({
      diagnostics: [],
      areChecked: false,
    });
    const without = await prepare(optionsFor(writeProject({ "a.json": true })));
    const fail = () => Promise.reject(new Error("loaded"));
    expect(await findBacktracking(without.model, fail)).toMatchObject({ areChecked: true });
  });
});

describe("definitions that nothing refers to", () => {
  const unused = async (project: string) =>
    (await findings(project)).flatMap(({ code, pointer }) =>
      code === "definition-unused" ? pointer : [],
    );

  test("are warned about, with those that only such a one refers to", async () => {
    const project = writeProject({
      "a.json": {
        properties: { a: { $ref: "#/$defs/used" }, b: { $ref: "b.json#/$defs/far" } },
        $defs: {
          used: { $ref: "#/$defs/deep" },
          deep: { type: "string" },
          dead: { $ref: "#/$defs/deader" },
          deader: { type: "string" },
        },
      },
      "b.json": { type: "string", $defs: { far: { type: "number" }, gone: {} } },
    });
    expect(await unused(project)).toEqual(["/$defs/dead", "/$defs/deader", "/$defs/gone"]);
  });

  test("are as they should be in a file of nothing else", async () => {
    expect(await unused(writeProject({ "a.json": { $defs: { x: { type: "string" } } } }))).toEqual(
      [],
    );
  });

  test("count dynamic references", async () => {
    const project = writeProject({
      "a.json": {
        $id: "https://example.com/a",
        properties: { a: { $dynamicRef: "#node" } },
        $defs: { node: { $dynamicAnchor: "node", type: "string" } },
      },
    });
    expect(await unused(project)).toEqual([]);
  });
});

describe("examples and defaults that their own schemas refuse", () => {
  const schema = {
    type: "object",
    properties: {
      level: { enum: ["low", "high"], default: "medium" },
      count: { type: "integer", examples: [1, "2", 3.5], default: 0 },
      other: { $ref: "#/$defs/other" },
    },
    examples: [{ level: "low" }, { count: -0.5 }],
    $defs: { other: { type: "string", maxLength: 2, default: "ab", examples: ["abc"] } },
  };

  test("are warned about, each at its place", async () => {
    const found = await findings(writeProject({ "a.json": schema }));
    const refused = found.filter(({ code }) => code === "example-refused");
    expect(refused.map(({ pointer }) => pointer).toSorted()).toEqual([
      "/$defs/other/examples/0",
      "/examples/1",
      "/properties/count/examples/1",
      "/properties/count/examples/2",
      "/properties/level/default",
    ]);
    expect(refused.map(({ message }) => message)).toContain(
      'the default "medium" is refused by its own schema',
    );
  });

  test("are told apart from those that a pattern cannot judge in time", async () => {
    const endless = { type: "string", pattern: "^(a+)+$", default: `${"a".repeat(60)}!` };
    const found = await findings(writeProject({ "a.json": endless }));
    expect(found.map(({ code }) => code)).toContain("example-undecided");
    expect(found.map(({ code }) => code)).not.toContain("example-refused");
  });

  test("are no matter for generate, whose docs do not show them", async () => {
    const project = writeProject({ "a.json": schema });
    expect((await runInProcess(project, "generate", "schemas")).stderr).toBe("");
    const page = readFileSync(path.join(project, "generated/docs/A.md"), "utf8");
    expect(page).toContain('"level": "low"');
    expect(page).not.toContain("-0.5");
  });
});
