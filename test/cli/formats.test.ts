import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runInProcess } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";
import { compilers, typeErrors } from "../types/type-check.ts";

interface Verdict {
  readonly ok: boolean;
  readonly issues?: readonly unknown[];
}

/** The guard and the validator of an emitted module, `Visit.ts`. */
interface VisitModule {
  readonly isVisit: (value: unknown) => boolean;
  readonly validateVisit: (value: unknown) => Verdict;
}

const phone = `const number = /^\\+[1-9]\\d{1,14}$/;
export function isPhone(value: string): boolean {
  return number.test(value);
}
`;

/** Makes a project of inputs with a config, and of the modules of its formats. */
function projectOf(
  visit: unknown,
  config: Readonly<Record<string, unknown>>,
  modules: Readonly<Record<string, string>> = {},
): string {
  const folder = writeProject({ "a/visit.json": visit });
  const text = JSON.stringify({ inputs: ["schemas/a"], ...config });
  writeText(path.join(folder, "schemaloom.config.json"), text);
  for (const [file, module] of Object.entries(modules)) writeText(path.join(folder, file), module);
  return folder;
}

async function importVisit(folder: string): Promise<VisitModule> {
  const file = path.join(folder, "generated/Visit.ts");
  return (await import(/* @vite-ignore */ file)) as VisitModule;
}

describe("the formats of a config", () => {
  const visit = { properties: { at: { format: "date" } } };

  test.each([
    ["assert", false],
    ["annotate", true],
    ["dialect", true],
  ])("%s: a value without its format is valid: %s", async (formats, valid) => {
    const folder = projectOf(visit, { formats });
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
    const { isVisit } = await importVisit(folder);
    expect(isVisit({ at: "2024-02-29" })).toBe(true);
    expect(isVisit({ at: "2023-02-29" })).toBe(valid);
  });

  test("are those of a custom meta-schema that asserts them, unless the config says otherwise", async () => {
    const dialect = "https://json-schema.org/draft/2020-12";
    const meta = {
      $schema: `${dialect}/schema`,
      $id: "https://example.com/asserting",
      $vocabulary: {
        [`${dialect}/vocab/core`]: true,
        [`${dialect}/vocab/applicator`]: true,
        [`${dialect}/vocab/format-assertion`]: true,
      },
    };
    for (const [formats, valid] of [
      ["dialect", false],
      ["annotate", true],
    ]) {
      const declared = { $schema: "https://example.com/asserting", ...visit };
      const folder = projectOf(declared, { formats, map: { "https://example.com/": "meta" } });
      writeText(path.join(folder, "meta/asserting.json"), JSON.stringify(meta));
      expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
      expect((await importVisit(folder)).isVisit({ at: "2023-02-29" })).toBe(valid);
    }
  });

  test("warn of one that is not known where it would be asserted, and name the way to it", async () => {
    const unknown = { properties: { a: { format: "phone" }, b: { format: "password" } } };
    expect((await runInProcess(projectOf(unknown, {}), "generate")).stderr).toBe("");
    const { code, stderr } = await runInProcess(
      projectOf(unknown, { formats: "assert" }),
      "generate",
    );
    expect(code).toBe(0);
    expect(stderr).toContain("warning format-unknown schemas/a/visit.json:4:17");
    expect(stderr).toContain('format "phone" is not known, and every value has it');
    expect(stderr).toContain('"customFormats": { "phone": "./formats/predicate.ts" }');
    expect(stderr).toContain("1 warning");
  });
});

describe("a custom format", () => {
  const visit = {
    properties: { by: { format: "phone" }, at: { format: "date" }, port: { format: "port" } },
  };
  const port = "export const isPort = (value) => value === '80';";
  const modules = { "formats/phone.ts": phone, "formats/port.js": port };
  const customFormats = { phone: "formats/phone.ts", port: "./formats/port.js" };

  test("is asserted by guard and validator, where others are not", async () => {
    const folder = projectOf(visit, { customFormats }, modules);
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
    const { isVisit, validateVisit } = await importVisit(folder);
    for (const valid of [
      { by: "+14155550100", at: "soon", port: "80" },
      { by: 1, port: 81 },
    ]) {
      expect(isVisit(valid)).toBe(true);
      expect(validateVisit(valid).ok).toBe(true);
    }
    expect(isVisit({ by: "911" })).toBe(false);
    expect(validateVisit({ by: "911" })).toEqual({
      ok: false,
      issues: [
        {
          instancePath: "/by",
          schemaPath: "#/properties/by/format",
          keyword: "format",
          message: "must have the format phone",
          params: { format: "phone" },
        },
      ],
    });
    expect(isVisit({ port: "443" })).toBe(false);
  });

  test.each(compilers)("gives a module that %s compiles", async (compiler) => {
    const folder = projectOf(visit, { customFormats, importExtension: ".js" }, modules);
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0 });
    const generated = path.join(folder, "generated");
    writeText(path.join(generated, "package.json"), '{ "type": "module" }');
    expect(await typeErrors(generated, { compiler, resolution: "nodenext" })).toEqual([]);
  });

  test("has a module only while some guard asserts it", async () => {
    const folder = projectOf(visit, { customFormats }, modules);
    const module = path.join(folder, "generated/format-phone.ts");
    const config = path.join(folder, "schemaloom.config.json");
    await runInProcess(folder, "generate");
    expect(existsSync(module)).toBe(true);
    expect(await runInProcess(folder, "check")).toMatchObject({ code: 0 });
    const settings = { inputs: ["schemas/a"], formats: "annotate", customFormats };
    writeText(config, JSON.stringify(settings));
    expect(await runInProcess(folder, "check")).toMatchObject({ code: 1 });
    await runInProcess(folder, "generate");
    expect(existsSync(module)).toBe(false);
    expect(await runInProcess(folder, "check")).toMatchObject({ code: 0 });
  });

  test("that is changed shows in check", async () => {
    const folder = projectOf(visit, { customFormats }, modules);
    await runInProcess(folder, "generate");
    writeText(path.join(folder, "formats/phone.ts"), phone.replace("14", "12"));
    const { code, stdout } = await runInProcess(folder, "check");
    expect(code).toBe(1);
    expect(stdout).toContain("format-phone.ts");
  });

  test("goes before the known one of its name", async () => {
    const config = { formats: "assert", customFormats: { date: "formats/phone.ts" } };
    const folder = projectOf({ properties: { at: { format: "date" } } }, config, modules);
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0 });
    const { isVisit } = await importVisit(folder);
    expect(isVisit({ at: "2024-02-29" })).toBe(false);
    expect(isVisit({ at: "+14155550100" })).toBe(true);
  });

  test("that is no module is an error at its place, and nothing is written", async () => {
    const broken = { ...modules, "formats/phone.ts": phone.replace("string)", "string") };
    const folder = projectOf(visit, { customFormats }, broken);
    const { code, stderr } = await runInProcess(folder, "generate", "--keep-going");
    expect(code).toBe(1);
    expect(existsSync(path.join(folder, "generated"))).toBe(false);
    expect(stderr).toContain("error format-invalid formats/phone.ts:2:38");
    expect(stderr).toContain("> 2 | export function isPhone(value: string: boolean {");
  });
});
