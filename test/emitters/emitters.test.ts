import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Diagnostic, DiagnosticsError } from "../../generator/diagnostics/diagnostic.ts";
import { check, generate } from "../../generator/generate.ts";
import { defineEmitter, type Emitter, type ModuleView } from "../../generator/index.ts";
import { runCommand } from "../harness/command.ts";
import { makeProject, optionsFor, writeProject, writeText } from "../harness/project.ts";

const inputs = {
  "pet.json": { type: "object", properties: { owner: { $ref: "people/owner.json" } } },
  "people/owner.json": { type: "string", description: "Who feeds it." },
};

/** An emitter of one file with a path. */
function emitterOf(name: string, ...paths: readonly string[]): Emitter {
  return { name, emitAll: () => paths.map((file) => ({ path: file, content: "text\n" })) };
}

async function faultsOf(...emitters: readonly Emitter[]): Promise<readonly Diagnostic[]> {
  const fault: unknown = await makeProject(inputs, { emitters }).catch((thrown: unknown) => thrown);
  if (fault instanceof DiagnosticsError) return fault.diagnostics;
  throw new Error("no diagnostics", { cause: fault });
}

async function messagesOf(...emitters: readonly Emitter[]): Promise<string[]> {
  return (await faultsOf(...emitters)).map(({ code, message }) => `${code}: ${message}`);
}

describe("the files of emitters", () => {
  const emitter = defineEmitter({
    name: "list",
    emitModule: async ({ path: module, declarations }) => {
      const lines = declarations.map(({ name, docs = "", exports }) =>
        [name, exports.guard, docs].join(" "),
      );
      await Promise.resolve();
      return [{ path: `lists/${module}.txt`, content: lines.join("\n") }];
    },
    emitAll: (modules) => [
      { path: "all.txt", content: modules.map(({ path }) => path).join("\n") },
    ],
  });

  test("stand in the output, of which the manifest tells what they are made of", async () => {
    const { files, manifest } = await makeProject(inputs, { emitters: [emitter] });
    expect(files.get("lists/Pet.txt")).toBe("Pet isPet docs/Pet.md");
    expect(files.get("all.txt")).toBe("Pet\npeople/Owner");
    expect(manifest.emitted).toEqual([
      { path: "all.txt", emitter: "list" },
      { path: "lists/Pet.txt", emitter: "list", source: "pet.json", pointer: "" },
      {
        path: "lists/people/Owner.txt",
        emitter: "list",
        source: "people/owner.json",
        pointer: "",
      },
    ]);
  });

  test("are written, held against the output, and removed once nobody makes them", async () => {
    const options = optionsFor(writeProject(inputs), { emitters: [emitter] });
    const file = path.join(options.out, "lists/Pet.txt");
    await generate(options);
    expect(readFileSync(file, "utf8")).toBe("Pet isPet docs/Pet.md");
    expect((await check(options)).differences).toEqual([]);
    writeFileSync(file, "edited");
    expect((await check(options)).differences).toMatchObject([{ path: "lists/Pet.txt" }]);
    await generate({ ...options, emitters: [] });
    expect(existsSync(file)).toBe(false);
  });

  test("can show types that are not made, and names what is made alone", async () => {
    const seen: ModuleView[] = [];
    await makeProject(inputs, {
      outputs: new Set(["guards"]),
      emitters: [
        {
          name: "seeing",
          emitModule: (module) => {
            seen.push(module);
            return [];
          },
        },
      ],
    });
    const [pet] = seen.map(({ declarations }) => declarations[0]);
    expect(pet?.typeText).toContain("export interface Pet {\n  owner?: Owner;\n}");
    expect(Object.keys(pet?.exports ?? {})).not.toContain("type");
    expect(pet?.docs).toBeUndefined();
  });

  test("leave the rest of the output as it is", async () => {
    const plain = await makeProject(inputs);
    const { files } = await makeProject(inputs, { emitters: [emitter] });
    for (const [file, text] of plain.files) {
      if (file !== "manifest.json") expect(files.get(file)).toBe(text);
    }
  });
});

describe("a view", () => {
  test("cannot be changed, in no part of it", async () => {
    const messages = await messagesOf({
      name: "changing",
      emitModule: ({ declarations }) => {
        const schema = declarations[0]?.schema as unknown as { accepts: string[] };
        schema.accepts.push("null");
        return [];
      },
    });
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatch(/^emitter-failed: The emitter "changing" failed: Cannot add/);
  });
});

describe("an emitter at fault", () => {
  test("that throws is named with the input that it was at, and where it threw", async () => {
    const [fault, ...others] = await faultsOf({
      name: "sql",
      emitModule: ({ source }) => {
        if (source === "pet.json") throw new Error("no table\nfor that");
        return [];
      },
    });
    expect(others).toEqual([]);
    expect(fault?.message).toBe('The emitter "sql" failed: no table');
    expect(fault?.location).toMatchObject({ file: { source: "pet.json" }, pointer: "" });
    expect(fault?.help).toMatch(/^mend the emitter at .*emitters\.test\.ts:\d+:\d+, or take/);
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "it gave no list of files"],
    ["no file", [undefined], "it gave a file without a path or a content that is text"],
    [
      "no text",
      [{ path: "a", content: Buffer.from("") }],
      "it gave a file without a path or a content that is text",
    ],
    ...["../a", "/a", "a//b", "a\\b", ""].map((file): [string, unknown, string] => [
      `the path "${file}"`,
      [{ path: file, content: "" }],
      `it gave a file the path "${file}", which is none below the output folder with POSIX slashes`,
    ]),
  ])("that gives %s is told so", async (_, given, message) => {
    const emitter = { name: "odd", emitAll: () => given as [] };
    expect(await messagesOf(emitter)).toEqual([
      `emitter-failed: The emitter "odd" failed: ${message}`,
    ]);
  });

  test("leaves the output as it was", async () => {
    const options = optionsFor(writeProject(inputs));
    const { files } = await generate(options);
    const emitters = [emitterOf("a", "Pet.ts")];
    await expect(generate({ ...options, emitters })).rejects.toThrow(DiagnosticsError);
    expect(readFileSync(path.join(options.out, "Pet.ts"), "utf8")).toBe(files.get("Pet.ts"));
  });
});

describe("paths that clash", () => {
  test.each<[string, readonly Emitter[], string]>([
    [
      "with the output's own file",
      [emitterOf("a", "docs/Pet.md")],
      'The emitter "a" makes "docs/Pet.md", where the output itself has "docs/Pet.md"',
    ],
    [
      "with the manifest",
      [emitterOf("a", "manifest.json")],
      'The emitter "a" makes "manifest.json", where the output itself has "manifest.json"',
    ],
    [
      "with another emitter's, but for case",
      [emitterOf("a", "x.md"), emitterOf("b", "X.md")],
      'The emitter "b" makes "X.md", where the emitter "a" makes "x.md"',
    ],
    [
      "with its own",
      [emitterOf("a", "x.md", "x.md")],
      'The emitter "a" makes "x.md", where it has made "x.md" already',
    ],
    [
      "as a folder of another",
      [emitterOf("a", "people")],
      'The emitter "a" makes "people", where the output itself has "people/Owner.ts"',
    ],
    [
      "as a file that is to be a folder",
      [emitterOf("a", "Pet.ts/x.md")],
      'The emitter "a" makes "Pet.ts/x.md", where the output itself has "Pet.ts"',
    ],
  ])("%s are told", async (_, emitters, message) => {
    expect(await messagesOf(...emitters)).toEqual([`emitter-clash: ${message}`]);
  });

  test("are no two names of emitters", async () => {
    expect(await messagesOf(emitterOf("a", "x"), emitterOf("a", "y"))).toEqual([
      'emitter-clash: Two emitters are called "a"',
    ]);
  });
});

describe("an emitter of a config", () => {
  const emitterText = `
    import { appendFileSync } from "node:fs";
    import type { Emitter } from "schemaloom";
    import { greeting } from "./greeting.ts";
    import words from "./words.json" with { type: "json" };
    export const hello: Emitter = {
      name: "hello",
      emitModule: ({ path }) => {
        appendFileSync("asked.txt", path + " ");
        return [{ path: path + ".txt", content: greeting + words.end }];
      },
    };`;

  function configured(): string {
    const folder = writeProject(inputs);
    writeText(path.join(folder, "node_modules/.keep"), "");
    writeText(path.join(folder, "emitters/hello.ts"), emitterText);
    writeText(path.join(folder, "emitters/greeting.ts"), 'export const greeting = "Hello";');
    writeText(path.join(folder, "emitters/words.json"), '{ "end": "!" }');
    writeText(
      path.join(folder, "schemaloom.config.ts"),
      `import { defineConfig, defineEmitter } from "schemaloom";
       import { hello } from "./emitters/hello.ts";
       export default defineConfig({ inputs: ["schemas"], emitters: [defineEmitter(hello)] });`,
    );
    return folder;
  }

  const emittedText = (folder: string) =>
    readFileSync(path.join(folder, "generated/Pet.txt"), "utf8");

  test("is asked again once its code has changed, wherever that stands, and else is not", () => {
    const folder = configured();
    const asked = () => readFileSync(path.join(folder, "asked.txt"), "utf8");
    expect(runCommand(folder, "generate").stderr).toBe("");
    runCommand(folder, "generate");
    expect(emittedText(folder)).toBe("Hello!");
    expect(asked()).toBe("Pet people/Owner ");
    writeText(path.join(folder, "schemas/pet.json"), '{ "type": "object" }');
    runCommand(folder, "generate");
    expect(asked()).toBe("Pet people/Owner Pet people/Owner ");
    writeText(path.join(folder, "emitters/greeting.ts"), 'export const greeting = "Good day";');
    runCommand(folder, "generate");
    expect(emittedText(folder)).toBe("Good day!");
    writeText(path.join(folder, "emitters/words.json"), '{ "end": "?" }');
    runCommand(folder, "generate");
    expect(emittedText(folder)).toBe("Good day?");
    expect(runCommand(folder, "check").code).toBe(0);
  });

  test("that makes nothing, as in JSON, is a fault of the config", () => {
    const folder = writeProject(inputs);
    const config = { inputs: ["schemas"], emitters: [{ name: "hello" }] };
    writeText(path.join(folder, "schemaloom.config.json"), JSON.stringify(config, null, 2));
    const { code, stderr } = runCommand(folder, "generate");
    expect(code).toBe(1);
    expect(stderr).toContain('The emitter "hello" makes nothing');
    expect(stderr).toContain("schemaloom.config.json:6:5");
  });
});
