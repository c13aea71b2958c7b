import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { writeProject, writeText } from "../harness/project.ts";
import { type BuildOutcome, type BundledProject, bundlers } from "./bundlers.ts";

/** A project without an output, whose bundle holds the value that the guard compares with. */
function newProject(schema: unknown = { const: "first" }): BundledProject {
  const folder = writeProject({ "pet.json": schema });
  writeText(path.join(folder, "node_modules/.keep"), "");
  writeText(
    path.join(folder, "schemaloom.config.json"),
    '{ "inputs": ["schemas"], "out": "src/generated", "outputs": ["types", "guards"] }',
  );
  writeText(
    path.join(folder, "src/main.ts"),
    'import { isPet } from "./generated/Pet.ts";\nconsole.log(isPet(1));\n',
  );
  return { folder, options: { cwd: folder } };
}

const faulty = '{ "const": "broken", }';

function textOf({ folder }: BundledProject, file: string): string {
  const found = path.join(folder, file);
  return existsSync(found) ? readFileSync(found, "utf8") : "";
}

function writeSchema({ folder }: BundledProject, text: string, name = "pet.json"): void {
  writeText(path.join(folder, "schemas", name), text);
}

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe.each(bundlers)("$name", ({ build, watch }) => {
  async function startWatch(project: BundledProject) {
    const outcomes: BuildOutcome[] = [];
    closing.push(
      await watch(project, (outcome) => {
        outcomes.push(outcome);
      }),
    );
    return outcomes;
  }

  /** Waits until a build has done something, and no further one follows. */
  async function until(outcomes: readonly BuildOutcome[], condition: () => boolean): Promise<void> {
    await vi.waitUntil(condition, { timeout: 20_000, interval: 20 });
    let seen = -1;
    while (seen !== outcomes.length) {
      seen = outcomes.length;
      await wait(250);
    }
  }

  test("builds what is generated as the build starts", async () => {
    const project = newProject();
    expect(await build(project)).toEqual({ errors: "", warnings: "" });
    expect(textOf(project, "dist/bundle.js")).toContain('"first"');
  });

  test("tells warnings of the schemas, and builds", async () => {
    const project = newProject({ const: "first", minimum: 1, type: "string" });
    const { errors, warnings } = await build(project);
    expect(errors).toBe("");
    expect(warnings).toContain("keyword-without-effect");
    expect(textOf(project, "dist/bundle.js")).toContain('"first"');
  });

  test("fails with the diagnostics of the generator, and leaves the output as it was", async () => {
    const project = newProject();
    await build(project);
    const before = textOf(project, "src/generated/Pet.ts");
    writeSchema(project, faulty);
    const { errors } = await build(project);
    expect(errors).toContain("schemas/pet.json:1:22");
    expect(errors).toContain("error invalid-json");
    expect(textOf(project, "src/generated/Pet.ts")).toBe(before);
  });

  test("builds again where a schema changes, and goes on after an error", async () => {
    const project = newProject();
    const outcomes = await startWatch(project);
    const bundle = () => textOf(project, "dist/bundle.js");
    await until(outcomes, () => bundle().includes('"first"') && outcomes.length > 0);

    writeSchema(project, '{ "const": "second" }');
    await until(outcomes, () => bundle().includes('"second"'));
    expect(outcomes.at(-1)?.errors).toBe("");

    writeSchema(project, faulty);
    await until(outcomes, () => outcomes.at(-1)?.errors.includes("invalid-json") ?? false);
    expect(textOf(project, "src/generated/Pet.ts")).toContain('"second"');

    writeSchema(project, '{ "const": "third" }');
    await until(outcomes, () => bundle().includes('"third"'));
    expect(outcomes.at(-1)?.errors).toBe("");
  });

  test("generates again where a schema comes or goes, or the config changes, and comes to rest", async () => {
    const project = newProject();
    const outcomes = await startWatch(project);
    const output = (file: string) => textOf(project, `src/generated/${file}`);
    await until(outcomes, () => outcomes.length > 0);

    writeSchema(project, '{ "const": 1 }', "deep/owner.json");
    await until(outcomes, () => output("deep/Owner.ts") !== "");
    writeSchema(project, '{ "const": 2 }', "deep/shop.json");
    await until(outcomes, () => output("deep/Shop.ts") !== "");
    rmSync(path.join(project.folder, "schemas/deep/owner.json"));
    await until(outcomes, () => output("deep/Owner.ts") === "");

    writeText(
      path.join(project.folder, "schemaloom.config.json"),
      '{ "inputs": ["schemas"], "out": "src/generated", "outputs": ["guards"] }',
    );
    await until(outcomes, () => !output("Pet.ts").includes("export type"));
    // What is written last may be bundled once more, but no build leads to another without end.
    const ends = [outcomes.length];
    while (ends.length < 5 && ends.at(-1) !== ends.at(-2)) {
      await wait(600);
      ends.push(outcomes.length);
    }
    expect(ends.at(-1)).toBe(ends.at(-2));
  });
});
