import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { loadConfig } from "../../../generator/config/load-config.ts";
import {
  DiagnosticsError,
  locationRange,
  type Diagnostic,
} from "../../../generator/diagnostics/diagnostic.ts";

let cwd: string;

beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "schemaloom-config-")));
});

function write(name: string, text: string): void {
  writeFileSync(join(cwd, name), text);
}

async function faultsOf(loading: Promise<unknown>): Promise<readonly Diagnostic[]> {
  const fault = await loading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (fault instanceof DiagnosticsError) return fault.diagnostics;
  throw new Error("no diagnostics were thrown", { cause: fault });
}

describe("finding", () => {
  test("gives a config that says nothing where there is none", async () => {
    expect(await loadConfig(cwd)).toEqual({ directory: cwd, config: {} });
  });

  test.each(["ts", "mts", "js", "mjs"])("loads schemaloom.config.%s", async (end) => {
    write(`schemaloom.config.${end}`, `export default { out: "from-${end}" };\n`);
    expect(await loadConfig(cwd)).toMatchObject({ directory: cwd, config: { out: `from-${end}` } });
  });

  test("loads a CommonJS module", async () => {
    write("schemaloom.config.js", 'module.exports = { out: "common" };\n');
    expect((await loadConfig(cwd)).config).toEqual({ out: "common" });
  });

  test("lets a module import this package and its own neighbours", async () => {
    write("inputs.ts", 'export const inputs: string[] = ["schemas"];\n');
    write(
      "schemaloom.config.mts",
      'import { defineConfig } from "schemaloom";\nimport { inputs } from "./inputs.ts";\nexport default defineConfig({ inputs });\n',
    );
    expect((await loadConfig(cwd)).config).toEqual({ inputs: ["schemas"] });
  });

  test("loads schemaloom.config.json", async () => {
    write("schemaloom.config.json", '{ "inputs": ["schemas"] }');
    const { directory, config } = await loadConfig(cwd);
    expect({ directory, config }).toEqual({ directory: cwd, config: { inputs: ["schemas"] } });
  });

  test("takes TypeScript before JSON where both are there", async () => {
    write("schemaloom.config.json", '{ "out": "json" }');
    write("schemaloom.config.ts", 'const out: string = "ts";\nexport default { out };\n');
    expect((await loadConfig(cwd)).config).toEqual({ out: "ts" });
  });

  test("takes the file that is named, with its own folder", async () => {
    mkdirSync(join(cwd, "etc"));
    write("etc/loom.json", '{ "out": "named" }');
    write("schemaloom.config.json", '{ "out": "default" }');
    const { directory, config } = await loadConfig(cwd, "etc/loom.json");
    expect({ directory, config }).toEqual({
      directory: join(cwd, "etc"),
      config: { out: "named" },
    });
  });

  test("says that the file that is named is not there", async () => {
    const [fault] = await faultsOf(loadConfig(cwd, "none.json"));
    expect(fault).toMatchObject({ code: "config-not-found", severity: "error" });
    expect(fault?.message).toContain(join(cwd, "none.json"));
  });

  test("reads a module anew each time", async () => {
    write("schemaloom.config.mjs", 'export default { out: "one" };\n');
    await loadConfig(cwd);
    write("schemaloom.config.mjs", 'export default { out: "two" };\n');
    expect((await loadConfig(cwd)).config.out).toBe("two");
  });
});

describe("reading", () => {
  test("places a fault of JSON", async () => {
    write("schemaloom.config.json", '{\n  "out": "a",\n}\n');
    const [fault] = await faultsOf(loadConfig(cwd));
    expect(fault?.code).toBe("config-invalid");
    expect(fault?.location && locationRange(fault.location)?.start.line).toBe(3);
  });

  test.each([
    ["cannot be parsed", "export default {\n", /^The config cannot be read: ./u],
    [
      "throws",
      'throw new Error("no such thing");\n',
      /^The config cannot be read: no such thing$/u,
    ],
    ["throws no error", 'throw "no such thing";\n', /^The config cannot be read: no such thing$/u],
    ["imports what is not there", 'import "./none.mjs";\nexport default {};\n', /none\.mjs/u],
  ])("names the file and the reason where a module %s", async (_, text, message) => {
    write("schemaloom.config.mjs", text);
    const [fault, ...others] = await faultsOf(loadConfig(cwd));
    expect(others).toEqual([]);
    expect(fault?.code).toBe("config-invalid");
    expect(fault?.message).toMatch(message);
    expect(fault?.location?.file.path).toBe(join(cwd, "schemaloom.config.mjs"));
  });
});

describe("checking", () => {
  test("takes a config that uses every option", async () => {
    const config = {
      inputs: ["schemas"],
      out: "generated",
      outputs: ["types", "docs"],
      overlays: ["repairs.overlay.yaml"],
      defaultDialect: "openapi-3.0",
      names: { by: "file", rename: { "a.json#/$defs/x": "X", ["__proto__"]: "P" } },
      formats: "assert",
      customFormats: { iban: "formats/iban.js" },
      map: { "https://example.com/": "external" },
      templates: "templates",
      importExtension: "",
      emit: "js+dts",
      package: { name: "@acme/schemas", version: "1.0.0-rc.1", author: { name: "A" } },
      content: "assert",
      discriminator: "assert",
      types: {
        enums: "const-object",
        readonly: true,
        openObjects: "index",
        itemCounts: false,
        formats: "brand",
        tsType: true,
        variants: true,
      },
      assumeObject: true,
      targets: { one: { out: "one" }, "two.docs": { inputs: ["two"], outputs: ["docs"] } },
      $schema: "./node_modules/schemaloom/config.schema.json",
    };
    write("schemaloom.config.json", JSON.stringify(config));
    expect((await loadConfig(cwd)).config).toEqual(config);
  });

  test("takes an option that a module sets to undefined for one that is left out", async () => {
    write("schemaloom.config.mjs", "export default { out: undefined };\n");
    expect((await loadConfig(cwd)).config.out).toBeUndefined();
  });

  test.each([
    [
      '{ "colour": "a" }',
      'The config has no option "colour"',
      "the options here are targets, inputs, out,",
    ],
    ['{ "input": [] }', 'The config has no option "input"', 'did you mean "inputs"?'],
    ['{ "names": { "bye": "id" } }', 'The config has no option "names.bye"', 'did you mean "by"?'],
    ['{ "__proto__": {} }', 'The config has no option "__proto__"', ""],
    ['{ "inputs": "schemas" }', "The option at /inputs is a string", "give an array of strings"],
    ['{ "inputs": [1] }', "The option at /inputs/0 is a number", "give a string"],
    ['{ "outputs": [] }', "The option at /outputs is an empty array", "name at least one member"],
    [
      '{ "outputs": "types" }',
      "The option at /outputs is a string",
      'give an array of "types", "guards", "docs"',
    ],
    [
      '{ "outputs": ["types", "guard"] }',
      "The option at /outputs/1 has a value that it cannot have",
      'did you mean "guards"?',
    ],
    ['{ "out": null }', "The option at /out is null", "give a string"],
    ['{ "names": [] }', "The option at /names is an array", "give an object"],
    [
      '{ "names": { "rename": { "a/b": 1 } } }',
      "The option at /names/rename/a~1b is a number",
      "give a string",
    ],
    [
      '{ "customFormats": { "iban": true } }',
      "The option at /customFormats/iban is a boolean",
      "give a string",
    ],
    [
      '{ "defaultDialect": "draft-7" }',
      "The option at /defaultDialect has a value that it cannot have",
      'did you mean "draft-07"?',
    ],
    ["[]", "The config is an array", "give an object"],
    ['{ "enums": "union" }', 'The config has no option "enums"', 'did you mean "types.enums"?'],
    [
      '{ "targets": { "a": { "targets": {} } } }',
      'The config has no option "targets.a.targets"',
      "the options here are inputs, out,",
    ],
    [
      '{ "targets": { "a": { "outpts": [] } } }',
      'The config has no option "targets.a.outpts"',
      'did you mean "outputs"?',
    ],
    ['{ "targets": {} }', "The option at /targets is an empty object", "name at least one member"],
    [
      '{ "targets": { "a/b": {} } }',
      'The option at /targets cannot have the key "a/b"',
      "give letters, digits, dots, hyphens and underscores",
    ],
    ['{ "out": "" }', "The option at /out is an empty string", "leave the option out"],
    [
      '{ "emit": "js" }',
      "The option at /emit has a value that it cannot have",
      'give one of "ts", "js+dts"',
    ],
    ['{ "package": true }', "The option at /package is a boolean", "give a string or an object"],
    [
      '{ "package": "Acme Schemas" }',
      "The option at /package has a value that it cannot have",
      "give a name that npm takes",
    ],
    [
      '{ "package": { "name": "a", "version": "1.0" } }',
      "The option at /package/version has a value that it cannot have",
      "give a version such as 1.2.3",
    ],
    [
      '{ "package": { "name": "a", "licence": "MIT" } }',
      'The config has no option "package.licence"',
      'did you mean "license"?',
    ],
    ['{ "package": {} }', 'The option at /package must have the property "name"', "add that"],
    [
      '{ "package": { "name": "a", "author": 1 } }',
      "The option at /package/author is a number",
      "give a string or an object",
    ],
  ])("finds the fault of %s", async (text, message, help) => {
    write("schemaloom.config.json", text);
    const faults = await faultsOf(loadConfig(cwd));
    expect(faults.map((fault) => fault.code)).toEqual(["config-invalid"]);
    expect(faults[0]?.message).toBe(message);
    expect(faults[0]?.help).toContain(help);
  });

  test("tells all faults at once, each at its place", async () => {
    write("schemaloom.config.json", '{\n  "out": 1,\n  "names": {\n    "by": "stem"\n  }\n}\n');
    const faults = await faultsOf(loadConfig(cwd));
    const lines = faults.map(({ location }) => location && locationRange(location)?.start.line);
    expect(lines).toEqual([2, 4]);
  });

  test("marks the key of an option that there is not, and the value of one that has a wrong one", async () => {
    const text = '{ "names": { "bye": "id" }, "out": 1, "targets": { "a/b": {} } }';
    write("schemaloom.config.json", text);
    expect(markedTexts(text, await faultsOf(loadConfig(cwd)))).toEqual(['"bye"', "1", '"a/b"']);
  });
});

/** What the faults mark of a text of one line, in the order of that. */
function markedTexts(text: string, faults: readonly Diagnostic[]): readonly string[] {
  return faults
    .flatMap(({ location }) => (location && locationRange(location)) ?? [])
    .map(({ start, end }) => [start.column - 1, end.column - 1] as const)
    .sort(([left], [right]) => left - right)
    .map(([start, end]) => text.slice(start, end));
}

describe("a fault of a config that is a module", () => {
  test.each([
    ["an object", 'export default { input: [], out: 1, "names": { by: "stem" } };'],
    ["defineConfig", 'export default define({ input: [], out: 1, "names": { by: "stem" } });'],
    [
      "a constant and a type",
      'const own = { input: [], out: 1, "names": { by: "stem" } } as const; export default own satisfies object;',
    ],
    ["CommonJS", 'module.exports = { input: [], out: 1, "names": { by: "stem" } };'],
  ])("is marked where %s writes it", async (_, body) => {
    const text = `const define = (config: unknown) => config; ${body}`;
    write("schemaloom.config.ts", text);
    expect(markedTexts(text, await faultsOf(loadConfig(cwd)))).toEqual(["input", "1", '"stem"']);
  });

  test("is marked at what is nearest above what it works out, and named all the same", async () => {
    const text = 'const by = ["stem"]; export default { names: { by: by[0] }, ...{ output: 1 } };';
    write("schemaloom.config.js", text);
    const faults = await faultsOf(loadConfig(cwd));
    expect(faults.map(({ message }) => message).sort()).toEqual([
      'The config has no option "output"',
      "The option at /names/by has a value that it cannot have",
    ]);
    expect(markedTexts(text, faults)).toEqual([
      "{ names: { by: by[0] }, ...{ output: 1 } }",
      "by[0]",
    ]);
  });

  test("has the file alone where nothing is written out", async () => {
    write("schemaloom.config.mjs", "export default JSON.parse('{\"input\": []}');\n");
    const [fault] = await faultsOf(loadConfig(cwd));
    expect(fault?.message).toBe('The config has no option "input"');
    expect(fault?.location?.file.path).toBe(join(cwd, "schemaloom.config.mjs"));
  });
});
