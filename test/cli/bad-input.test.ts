import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runInProcess, snapshotFolder } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";

const pet = { type: "object", properties: { name: { type: "string" } } };

/** A project with the output of a good run, which each test has a copy of. */
let good: string;
let folder: string;

beforeAll(async () => {
  good = writeProject({ "pet.json": pet });
  expect(await runInProcess(good, "generate", "schemas")).toMatchObject({ code: 0, stderr: "" });
});

beforeEach(() => {
  folder = writeProject({});
  cpSync(good, folder, { recursive: true });
});

/** Writes files, given by lines of text or as JSON, into the project. */
function write(files: Readonly<Record<string, unknown>>): void {
  for (const [file, content] of Object.entries(files)) {
    const text = Array.isArray(content) ? content.join("\n") : JSON.stringify(content, null, 2);
    writeText(path.join(folder, file), `${text}\n`);
  }
}

/**
 * Generates from the project with faulty files added. Gives what the run said, after proving that it
 * left the output of the good run as it was.
 */
async function stderrOf(
  files: Readonly<Record<string, unknown>>,
  ...words: readonly string[]
): Promise<string> {
  const output = path.join(folder, "generated");
  const before = snapshotFolder(output);
  expect(before.map(([file]) => file)).toContain("Pet.ts");
  write(files);
  const inputs = words.length > 0 ? words : ["schemas"];
  const { code, stdout, stderr } = await runInProcess(folder, "generate", ...inputs);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(snapshotFolder(output)).toEqual(before);
  return stderr;
}

describe("an input", () => {
  test("that does not exist is named as it was given, with names that are near", async () => {
    const stderr = await stderrOf({}, "schemas/pets.json", "none");
    expect(stderr).toContain('error input-not-found\n  input "none" does not exist\n');
    expect(stderr).toContain('input "schemas/pets.json" does not exist');
    expect(stderr).toContain('help: did you mean "schemas/pet.json"?');
    expect(stderr).toMatch(/\n2 errors\n$/u);
  });

  test("that matches no file is named as it was given", async () => {
    expect(await stderrOf({}, "schemas/*.yaml")).toContain(
      'no file matches the input "schemas/*.yaml"',
    );
  });

  test("of Swagger 2.0 is refused with the command that converts it", async () => {
    const stderr = await stderrOf({ "schemas/api.yaml": ['swagger: "2.0"', "definitions: {}"] });
    expect(stderr).toContain("error openapi-unsupported");
    expect(stderr).toContain("npx swagger2openapi --outfile openapi.json swagger.json");
  });

  test("that is no JSON is shown at its line and column", async () => {
    const text = ["{", '  "type": "object",', '  "properties": { "a" {} }', "}"];
    const stderr = await stderrOf({ "schemas/bad.json": text });
    expect(stderr).toContain("error invalid-json schemas/bad.json:3:23\n");
    expect(stderr).toContain('expected ":" behind the property name, found "{"');
    expect(stderr).toContain(
      '  > 3 |   "properties": { "a" {} }\n      |                       ^\n',
    );
    expect(stderr).toMatch(/\n1 error\n$/u);
  });

  test("that is no YAML is shown at its line and column", async () => {
    const text = ["type: object", "properties:", "  a: {type: string", "  b: 1"];
    const stderr = await stderrOf({ "schemas/bad.yaml": text });
    expect(stderr).toContain("error invalid-yaml schemas/bad.yaml:4:3\n");
    expect(stderr).toContain("  > 4 |   b: 1\n      |   ^\n");
  });

  test("that is no UTF-8 is named", async () => {
    write({ "more/pet.json": pet });
    writeFileSync(path.join(folder, "more/bad.json"), Uint8Array.of(0x22, 0xff, 0x22));
    const stderr = await stderrOf({}, "more");
    expect(stderr).toContain("error input-unreadable more/bad.json\n  the file cannot be read: ");
  });

  test("of another name that an input of its folder has too shows the rename", async () => {
    const stderr = await stderrOf({ "schemas/pet.yaml": ["type: string"] });
    expect(stderr).toContain("error name-clash schemas/pet.yaml:1:1\n");
    expect(stderr).toContain("two inputs would be the module Pet.ts: pet.json and pet.yaml\n");
    const rename = '{ "rename": { "pet.yaml": "OtherPet" } }';
    expect(stderr).toContain(`"names": ${rename}`);
    write({
      "schemaloom.config.json": { inputs: ["schemas"], names: JSON.parse(rename) as unknown },
    });
    expect(await runInProcess(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("a schema", () => {
  test("of an unknown dialect is shown, with the dialects that are known", async () => {
    const $schema = "https://json-schema.org/draft/2021-12/schema";
    const stderr = await stderrOf({ "schemas/new.json": { $schema } });
    expect(stderr).toContain("error dialect-unknown schemas/new.json:2:14\n");
    expect(stderr).toContain(`$schema "${$schema}" names no dialect that is known\n`);
    expect(stderr).toContain("https://json-schema.org/draft/2020-12/schema");
  });

  test("with malformed keywords has each of them shown", async () => {
    const bad = { type: "strin", minLength: -1, required: "a", properties: [] };
    const stderr = await stderrOf({ "schemas/bad.json": bad });
    expect(stderr).toContain(
      'keyword-invalid schemas/bad.json:2:11\n  type "strin" names no type\n',
    );
    expect(stderr).toContain(
      "help: use one of null, boolean, integer, number, string, array, object",
    );
    expect(stderr).toContain("schemas/bad.json:3:16\n  minLength must be a whole number");
    expect(stderr).toContain("schemas/bad.json:4:15\n  required must be an array of strings\n");
    expect(stderr).toContain("schemas/bad.json:5:17\n  properties must be an object\n");
  });

  test("with a pattern that is no regular expression says why", async () => {
    const stderr = await stderrOf({ "schemas/bad.json": { pattern: "(a" } });
    expect(stderr).toContain("error pattern-invalid schemas/bad.json:2:14\n");
    expect(stderr).toContain('pattern "(a" is no regular expression: Unterminated group\n');
  });
});

describe("references", () => {
  test("that lead nowhere are all listed, with near names and the way to add a source", async () => {
    const stderr = await stderrOf({
      "schemas/owner.json": {
        $defs: { name: { type: "string" } },
        properties: {
          name: { $ref: "#/$defs/nam" },
          pet: { $ref: "#/components/schemas/Pets" },
        },
      },
      "schemas/shop.json": { items: { $ref: "pett.json" } },
      "schemas/elsewhere.json": { $ref: "https://example.com/elsewhere.json" },
    });
    expect(stderr).toMatch(
      /dangling-ref schemas\/owner\.json:9:15\n {2}\$ref "#\/\$defs\/nam" has no target\n[^]*? did you mean "name"\?/u,
    );
    expect(stderr).toMatch(
      /dangling-ref schemas\/owner\.json:12:15\n {2}\$ref "#\/components\/schemas\/Pets" has no target\n[^]*? did you mean "Pet"\?/u,
    );
    expect(stderr).toMatch(
      /dangling-ref schemas\/shop\.json:3:13\n {2}\$ref "pett\.json" has no target\n[^]*? did you mean "pet\.json"\?/u,
    );
    expect(stderr).toMatch(
      /dangling-ref schemas\/elsewhere\.json:2:11\n {2}\$ref "https:\/\/example\.com\/elsewhere\.json" has no target\n/u,
    );
    expect(stderr).toContain(
      "add the file, folder or OpenAPI document that holds it to the inputs",
    );
    expect(stderr).toMatch(/\n4 errors\n$/u);
  });

  test("that can mean two schemas have both named", async () => {
    const stderr = await stderrOf({
      "schemas/a/item.json": { type: "string" },
      "schemas/b/item.json": { type: "number" },
      "schemas/list.json": { items: { $ref: "#/components/schemas/Item" } },
    });
    expect(stderr).toContain("error ambiguous-ref schemas/list.json:3:13\n");
    expect(stderr).toContain(
      '$ref "#/components/schemas/Item" can mean 2 schemas that differ: a/item.json and b/item.json\n',
    );
  });

  test("that go round and reach no schema are shown as a cycle", async () => {
    const stderr = await stderrOf({
      "schemas/a.json": { $ref: "b.json" },
      "schemas/b.json": { allOf: [{ $ref: "a.json" }] },
    });
    expect(stderr).toContain("error ref-cycle schemas/a.json:1:1\n");
    expect(stderr).toContain("a.json → b.json → b.json#/allOf/0 → a.json\n");
    expect(stderr).toContain("help: break the cycle");
  });
});

describe("an overlay", () => {
  const head = ["overlay: 1.0.0", 'info: { title: Repairs, version: "1" }', "actions:"];

  test("with an action that matches nothing is shown, with what is near", async () => {
    const action = ["  - target: $.components.schemas.Pett", "    remove: true"];
    const file = "repairs.overlay.yaml";
    const stderr = await stderrOf({ [file]: [...head, ...action] }, "schemas", "--overlay", file);
    expect(stderr).toContain("error overlay-no-match repairs.overlay.yaml:4:13\n");
    expect(stderr).toContain("target $.components.schemas.Pett matches nothing\n");
    expect(stderr).toContain('did you mean "Pet"?');
  });

  test("that does not exist is named", async () => {
    const stderr = await stderrOf({}, "schemas", "--overlay", "none.yaml");
    expect(stderr).toContain(
      "error input-unreadable none.yaml\n  the file cannot be read: no such file or directory\n",
    );
  });
});

describe("a config", () => {
  const file = "schemaloom.config.json";

  test("with an unknown option is shown, with the option that is near", async () => {
    const stderr = await stderrOf({ [file]: { inputs: ["schemas"], outt: "made" } });
    expect(stderr).toContain("error config-invalid schemaloom.config.json:5:3\n");
    expect(stderr).toContain('has no option "outt"\n');
    expect(stderr).toContain('help: did you mean "out"?');
  });

  test("with a template that cannot be parsed names the file and the line", async () => {
    const stderr = await stderrOf({
      [file]: { templates: "templates" },
      "templates/partials/guard.hbs": ["// mine", "{{#each guardBody}}"],
    });
    expect(stderr).toMatch(/error template-invalid templates\/partials\/guard\.hbs:\d:1\n/u);
    expect(stderr).toContain("a block or tag of it is not closed\n");
  });
});

describe("an output folder", () => {
  test("with a file of another in the way of its own is left as it is", async () => {
    mkdirSync(path.join(folder, "mine"));
    writeFileSync(path.join(folder, "mine/index.ts"), "// mine\n");
    const before = snapshotFolder(path.join(folder, "mine"));
    const stderr = await stderrOf({}, "schemas", "--out", "mine");
    expect(stderr).toMatch(/^error output-unwritable\n.*: index\.ts\n/u);
    expect(snapshotFolder(path.join(folder, "mine"))).toEqual(before);
  });

  test("where a file has its name is not written", async () => {
    writeFileSync(path.join(folder, "mine"), "mine\n");
    const stderr = await stderrOf({}, "schemas", "--out", "mine");
    expect(stderr).toMatch(/^error output-unwritable\n.*mine.*: not a directory\n/u);
  });

  test("is left as it is where the command line is wrong, with exit 2", async () => {
    const before = snapshotFolder(path.join(folder, "generated"));
    rmSync(path.join(folder, "schemas/pet.json"));
    const { code, stderr } = await runInProcess(folder, "generate", "schemas", "--keep-goin");
    expect(code).toBe(2);
    expect(stderr).toContain("(Did you mean --keep-going?)");
    expect(snapshotFolder(path.join(folder, "generated"))).toEqual(before);
  });
});
