import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DiagnosticsError, type Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { build } from "../../generator/generate.ts";
import { formatTypeScript } from "../../generator/text/format-typescript.ts";
import {
  type Project,
  makeOutput,
  makeProject,
  optionsFor,
  repository,
  writeProject,
  writeText,
} from "../harness/project.ts";
import { typeErrors } from "../types/type-check.ts";

const inputs = {
  "pet.json": {
    type: "object",
    properties: { name: { type: "string" }, kind: { enum: ["cat", "dog"] } },
    required: ["name"],
  },
};

/** A project whose config overrides templates, each given by its path. */
function projectWith(templates: Readonly<Record<string, string>>): string {
  const folder = writeProject(inputs);
  for (const [file, text] of Object.entries(templates)) {
    writeText(path.join(folder, "templates", file), text);
  }
  return folder;
}

function templateOptions(folder: string) {
  return optionsFor(folder, { templates: path.join(folder, "templates") });
}

function makeWith(templates: Readonly<Record<string, string>>): Promise<Project> {
  const folder = projectWith(templates);
  return makeOutput(folder, templateOptions(folder));
}

/** The error of a project whose templates are faulty. */
async function faultOf(templates: Readonly<Record<string, string>>): Promise<Diagnostic> {
  const folder = projectWith(templates);
  const fault: unknown = await build(templateOptions(folder)).catch((thrown: unknown) => thrown);
  if (!(fault instanceof DiagnosticsError)) throw new Error("no diagnostic", { cause: fault });
  const [diagnostic] = fault.diagnostics;
  if (diagnostic === undefined) throw new Error("no diagnostic");
  return diagnostic;
}

/** The path of a diagnostic's file below its project, with the line. */
function placeOf({ location }: Diagnostic): string {
  const [, file = ""] = location?.file.path.split(`${path.sep}templates${path.sep}`) ?? [];
  return `${file}:${location?.range?.start.line ?? ""}`;
}

function ownTemplate(file: string): string {
  return readFileSync(path.join(repository, "templates", file), "utf8");
}

let plain: Project;
/** The text of the module, laid out as prettier does where templates of a user have a part in it. */
let formatted: string;

beforeAll(async () => {
  plain = await makeProject(inputs);
  formatted = await formatTypeScript(plain.files.get("Pet.ts") ?? "");
});

describe("a partial of the user", () => {
  test("changes its own part of every module and nothing else", async () => {
    const banner = "// Made for the shop from {{source}}.\n";
    const made = await makeWith({ "partials/banner.hbs": banner });
    const text = formatted.replace(
      /^.*pet\.json.*\n(?:\/.*\n)*/u,
      "// Made for the shop from pet.json.\n",
    );
    expect(made.files).toEqual(new Map([...plain.files, ["Pet.ts", text]]));
  });

  test("may be ill formatted: what it makes is formatted, compiles and judges", async () => {
    const guard =
      "/** Judges. */\nexport   function {{guard}}(value: unknown): value is {{type}}\n{\n" +
      "{{#each guardBody}}\n{{this}}\n{{/each}}\n\n\n}\n";
    const made = await makeWith({ "partials/guard.hbs": guard });
    expect(made.files.get("Pet.ts")).toBe(
      formatted.replace("/** Whether a value is a valid `Pet`. */", "/** Judges. */"),
    );
    const output = path.join(made.folder, "generated");
    expect(await typeErrors(output, { compiler: "typescript", resolution: "bundler" })).toEqual([]);
    const { isPet } = (await made.importModule("Pet.ts")) as {
      isPet: (value: unknown) => boolean;
    };
    expect([isPet({ name: "Rex" }), isPet({ name: "Rex", kind: "cow" })]).toEqual([true, false]);
  });

  test("of a folder of partials is found by its path", async () => {
    const partial = `Ours.\n${ownTemplate("partials/docs/section.hbs")}`;
    const made = await makeWith({ "partials/docs/section.hbs": partial });
    expect(made.files.get("docs/Pet.md")).toContain("Ours.\n");
    expect(made.files.get("Pet.ts")).toBe(plain.files.get("Pet.ts"));
  });
});

describe("a template of the user", () => {
  test("changes the files that it makes and nothing else", async () => {
    const page = `${ownTemplate("docs/page.md.hbs")}\nAsk the shop about {{root.name}}.\n`;
    const made = await makeWith({ "docs/page.md.hbs": page });
    const text = `${plain.files.get("docs/Pet.md")}\nAsk the shop about Pet.\n`;
    expect(made.files).toEqual(new Map([...plain.files, ["docs/Pet.md", text]]));
  });
});

describe("a faulty template", () => {
  test("that names what is not in its view is named, and its line", async () => {
    const page = "# {{root.name}}\n\n{{colour}}\n";
    const fault = await faultOf({ "docs/page.md.hbs": page });
    expect(fault.code).toBe("template-invalid");
    expect(fault.message).toContain('it names "colour", which its view does not have');
    expect(placeOf(fault)).toBe("docs/page.md.hbs:3");
  });

  test("is the partial, where a partial names what is not in its view", async () => {
    const fault = await faultOf({ "partials/guard.hbs": "// mine\n{{colour}}\n" });
    expect(fault.message).toContain('it names "colour", which its view does not have');
    expect(placeOf(fault)).toBe("partials/guard.hbs:2");
  });

  test("that uses a partial which there is not is named", async () => {
    const fault = await faultOf({ "partials/guard.hbs": "// mine\n  {{> colour}}\n" });
    expect(fault.message).toContain("The partial colour could not be found");
    expect(placeOf(fault)).toBe("partials/guard.hbs:2");
    expect(fault.location?.range?.start.column).toBe(7);
  });

  test("that is no Handlebars is named, and its line", async () => {
    const fault = await faultOf({ "module.ts.hbs": "// mine\n{{/if}}\n" });
    expect(fault.message).toContain("its syntax is not that of Handlebars");
    expect(placeOf(fault)).toBe("module.ts.hbs:2");
  });

  test("that makes what is no TypeScript is told by the file that it makes", async () => {
    const fault = await faultOf({ "partials/banner.hbs": "made by hand\n" });
    expect(fault.code).toBe("template-invalid");
    expect(fault.message).toMatch(/^the templates make a Pet\.ts that is no TypeScript: /u);
  });
});

test("a folder of templates that is not there is an error", async () => {
  const folder = writeProject(inputs);
  await expect(build(templateOptions(folder))).rejects.toThrow(
    `there is no folder of templates "${path.join(folder, "templates")}"`,
  );
});
