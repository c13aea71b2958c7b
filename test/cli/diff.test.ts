import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runInProcess, runInProcessWith } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";

const person = {
  type: "object",
  properties: { name: { type: "string", maxLength: 100 }, kind: { enum: ["a", "b"] } },
  required: ["name"],
  additionalProperties: false,
};
const later = {
  ...person,
  properties: { name: { type: "string", maxLength: 40 }, kind: { enum: ["b"] } },
  required: ["name", "kind"],
};

function git(folder: string, ...words: readonly string[]): void {
  const who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];
  execFileSync("git", [...who, ...words], { cwd: folder, stdio: "pipe" });
}

/** A repository with one commit, and a tag `v1` on it. */
function writeRepository(inputs: Readonly<Record<string, unknown>>): string {
  const folder = writeProject(inputs);
  writeText(path.join(folder, "schemaloom.config.json"), '{ "inputs": ["schemas"] }');
  git(folder, "init", "--quiet", "--initial-branch", "main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "Begin");
  git(folder, "tag", "v1");
  return folder;
}

function write(folder: string, file: string, value: unknown): void {
  writeText(path.join(folder, file), JSON.stringify(value, null, 2));
}

describe("diff of two folders", () => {
  const project = writeProject({});
  write(project, "old/person.json", person);
  write(project, "new/person.json", later);
  write(project, "new/pet.json", { type: "string" });

  test("tells schema by schema what changed, whom it breaks, and the step of the version", async () => {
    const { code, stdout, stderr } = await runInProcess(project, "diff", "old", "new");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "Person person.json",
        "  property `kind` became required  breaks producers",
        "    #/properties/kind",
        "  `maxLength` 40 was 100  breaks producers",
        "    #/properties/name/maxLength",
        '  `enum` lost `"a"`  breaks both',
        "    #/properties/kind/enum",
        "",
        "added: Pet",
        "",
        "major: 1 schema breaks producers; 1 schema breaks consumers; 0 unchanged",
        "",
      ].join("\n"),
    );
  });

  test("--markdown writes tables", async () => {
    const { stdout } = await runInProcess(project, "diff", "old", "new", "--markdown");
    expect(stdout).toContain("## Schemas: `old` → `new`\n\n**major**: ");
    expect(stdout).toContain(
      "#### `Person` in `person.json`\n\n| change | effect | place |\n| --- | --- | --- |\n" +
        "| property `kind` became required | breaks producers | `#/properties/kind` |\n",
    );
    expect(stdout).toContain("**Added**: `Pet`");
  });

  test("--json writes the whole comparison", async () => {
    const { code, stdout } = await runInProcess(project, "diff", "old", "new", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      old: "old",
      new: "new",
      step: "major",
      targets: [
        {
          step: "major",
          detail: "schemas",
          unchanged: 0,
          breaks: {
            producers: { breaking: 1, mayBreak: 0 },
            consumers: { breaking: 1, mayBreak: 0 },
          },
          schemas: [
            {
              status: "changed",
              old: { name: "Person", source: "person.json", pointer: "", module: "Person.ts" },
              producers: "breaking",
              changes: [
                {
                  aspect: "required",
                  words: "property `kind` became required",
                  old: { source: "person.json", pointer: "/properties/kind" },
                  new: { source: "person.json", pointer: "/properties/kind" },
                  producers: "breaking",
                  consumers: "safe",
                },
                { aspect: "maxLength" },
                { aspect: "enum" },
              ],
            },
            { status: "added", new: { name: "Pet" } },
          ],
        },
      ],
    });
  });

  test("--quiet tells only what breaks", async () => {
    const { stdout } = await runInProcess(project, "diff", "old", "new", "--quiet");
    expect(stdout).toContain("breaks producers");
    expect(stdout).not.toContain("added");
  });

  test("--fail-on exits 1 where the version needs that step or a greater one", async () => {
    const code = async (...words: readonly string[]) =>
      (await runInProcess(project, "diff", ...words)).code;
    expect(await code("old", "new", "--fail-on", "major")).toBe(1);
    expect(await code("old", "new", "--fail-on", "patch")).toBe(1);
    expect(await code("old", "old", "--fail-on", "patch")).toBe(0);
    write(project, "more/person.json", person);
    write(project, "more/pet.json", { type: "string" });
    expect(await code("old", "more", "--fail-on", "minor")).toBe(1);
    expect(await code("old", "more", "--fail-on", "major")).toBe(0);
  });

  test("--for tells whose programs count", async () => {
    write(project, "narrow/person.json", { ...person, required: ["name", "kind"] });
    const code = async (audience: string) =>
      (
        await runInProcess(
          project,
          "diff",
          "old",
          "narrow",
          "--for",
          audience,
          "--fail-on",
          "major",
        )
      ).code;
    expect([await code("producers"), await code("consumers")]).toEqual([1, 0]);
  });

  test("is wrong usage without sides, with two forms, or with a step that there is not", async () => {
    const code = async (...words: readonly string[]) =>
      (await runInProcess(project, "diff", ...words)).code;
    expect(await code()).toBe(2);
    expect(await code("old")).toBe(2);
    expect(await code("old", "new", "--json", "--markdown")).toBe(2);
    expect(await code("old", "new", "--fail-on", "none")).toBe(2);
  });

  test("exits 1 where a side is nothing, and says what it could be", async () => {
    const { code, stdout, stderr } = await runInProcess(project, "diff", "odl", "new");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain('"odl" is no file, no folder and no git revision');
    expect(stderr).toContain('did you mean "old"?');
  });
});

describe("diff in GitHub Actions", () => {
  const folder = writeRepository({ "person.json": person, "gone.json": {} });
  write(folder, "schemas/person.json", later);
  rmSync(path.join(folder, "schemas/gone.json"));
  const inActions = { environment: { GITHUB_ACTIONS: "true" } };
  const annotations = async (...words: readonly string[]) =>
    (await runInProcessWith(inActions, folder, "diff", "v1", ...words)).stderr
      .split("\n")
      .filter((line) => line.startsWith("::"));

  test("annotates what breaks where it stands now, as errors where a step fails", async () => {
    expect(await annotations()).toEqual([
      "::warning title=schemaloom diff::Gone gone.json was removed",
      "::warning file=schemas/person.json,line=8,endLine=12,col=13,title=schemaloom diff Person::property `kind` became required (breaks producers)%0A#/properties/kind",
      "::warning file=schemas/person.json,line=6,endLine=6,col=20,endColumn=22,title=schemaloom diff Person::`maxLength` 40 was 100 (breaks producers)%0A#/properties/name/maxLength",
      expect.stringContaining("::`enum` lost"),
    ]);
    expect((await annotations("--fail-on", "major"))[0]).toMatch(/^::error /u);
  });

  test("annotates what breaks those who count, and nothing with --no-annotations", async () => {
    expect(await annotations("--for", "consumers")).toHaveLength(2);
    expect(await annotations("--no-annotations")).toEqual([]);
  });
});

describe("diff of git revisions", () => {
  test("takes the inputs of the config as they stood there, and as they are", async () => {
    const folder = writeRepository({ "person.json": person, "same.json": { type: "string" } });
    write(folder, "schemas/person.json", later);
    const { code, stdout } = await runInProcess(folder, "diff", "v1");
    expect(code).toBe(0);
    expect(stdout).toContain("`maxLength` 40 was 100  breaks producers");
    expect(stdout).toContain("; 1 unchanged\n");
    git(folder, "commit", "--all", "--quiet", "--message", "Change");
    expect((await runInProcess(folder, "diff", "v1", "HEAD")).stdout).toBe(stdout);
    expect((await runInProcess(folder, "diff", "HEAD")).stdout).toBe(
      "none: nothing changed; 2 unchanged\n",
    );
  });

  test("takes a path of a revision, from the root or from the current folder", async () => {
    const folder = writeRepository({ "person.json": person });
    write(folder, "schemas/person.json", later);
    const { stdout } = await runInProcess(folder, "diff", "v1:schemas", "schemas");
    expect(stdout).toContain("breaks both");
    const inner = path.join(folder, "schemas");
    expect(
      (await runInProcess(inner, "diff", "v1:schemas/person.json", "person.json")).stdout,
    ).toBe(stdout);
    expect((await runInProcess(inner, "diff", "v1:./person.json", "person.json")).stdout).toBe(
      stdout,
    );
    expect((await runInProcess(folder, "diff", "v1:schemas/*.json", "schemas")).stdout).toBe(
      stdout,
    );
  });

  test("finds what files refer to and what has moved, and leaves nothing behind", async () => {
    const folder = writeRepository({
      "a/person.json": { ...person, $defs: { pet: { $ref: "../pet.json" } } },
      "pet.json": { type: "integer" },
    });
    mkdirSync(path.join(folder, "schemas/b"));
    renameSync(
      path.join(folder, "schemas/a/person.json"),
      path.join(folder, "schemas/b/person.json"),
    );
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("schemaloom-diff-"));
    const before = left();
    const { stdout } = await runInProcess(folder, "diff", "v1");
    expect(stdout).toContain("moved from a/Person.ts to b/Person.ts  breaks both");
    expect(left().filter((name) => !before.includes(name))).toEqual([]);
  });

  test("keeps what a commit has of names.lock.json, so that a kept name is no rename", async () => {
    const folder = writeRepository({ "person.json": person });
    await runInProcess(folder, "generate");
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", "Generate");
    expect((await runInProcess(folder, "diff", "HEAD")).stdout).toBe(
      "none: nothing changed; 1 unchanged\n",
    );
  });

  test("takes the config as it stood there, and targets by their names", async () => {
    const folder = writeRepository({ "person.json": person, "more/pet.json": { type: "string" } });
    write(folder, "schemaloom.config.json", { inputs: ["schemas", "!schemas/more"] });
    git(folder, "commit", "--all", "--quiet", "--message", "Leave pets out");
    expect((await runInProcess(folder, "diff", "v1")).stdout).toContain("removed: Pet");
    write(folder, "schemaloom.config.json", {
      targets: { a: { inputs: ["schemas/person.json"] }, b: { inputs: ["schemas/more"] } },
    });
    expect((await runInProcess(folder, "diff", "v1")).code).toBe(2);
    expect((await runInProcess(folder, "diff", "v1", "--target", "b")).stdout).toContain(
      "none: nothing changed; 1 unchanged",
    );
    git(folder, "commit", "--all", "--quiet", "--message", "Have targets");
    write(folder, "schemaloom.config.json", {
      targets: { b: { inputs: ["schemas/more"] }, c: { inputs: ["schemas/more"] } },
    });
    const { stdout } = await runInProcess(folder, "diff", "HEAD");
    expect(stdout).toContain("[b]\n\nnone: nothing changed; 1 unchanged");
    expect(stdout).toContain("[c]\n\nadded: Pet");
    expect(stdout).toContain("[a]\n\nremoved: Person");
  });

  test("takes a config that is a module as it stood there, and names it where it is at fault", async () => {
    const folder = writeRepository({ "person.json": { properties: { name: { type: "string" } } } });
    rmSync(path.join(folder, "schemaloom.config.json"));
    const config = (text: string) => {
      writeText(
        path.join(folder, "schemaloom.config.ts"),
        `import { defineConfig } from "schemaloom";\nexport default defineConfig({ inputs: ["schemas"], ${text} });\n`,
      );
      git(folder, "add", "--all");
      git(folder, "commit", "--quiet", "--message", "Config");
    };
    config("assumeObject: true");
    config("");
    expect((await runInProcess(folder, "diff", "HEAD")).stdout).toContain("none: nothing changed");
    expect((await runInProcess(folder, "diff", "HEAD~1")).stdout).toContain("any type is accepted");
    config("asumeObject: true");
    config("");
    const { code, stderr } = await runInProcess(folder, "diff", "HEAD~1");
    expect(code).toBe(1);
    expect(stderr).toContain("error config-invalid HEAD~1:schemaloom.config.ts");
  });

  test("tells the text of a custom format's module, and not where that stands", async () => {
    const folder = writeRepository({ "a.json": { type: "string", format: "upper" } });
    const format = (pattern: string) => {
      writeText(
        path.join(folder, "upper.ts"),
        `export const isUpper = (value: string): boolean => ${pattern}.test(value);\n`,
      );
    };
    write(folder, "schemaloom.config.json", {
      inputs: ["schemas"],
      customFormats: { upper: "upper.ts" },
    });
    format("/^[A-Z]+$/");
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", "Format");
    expect((await runInProcess(folder, "diff", "HEAD")).stdout).toContain("none: nothing changed");
    format("/^[A-Z]*$/");
    expect((await runInProcess(folder, "diff", "HEAD")).stdout).toContain(
      "`format` `upper` is judged by another module  may break both",
    );
  });

  test("names the files of a revision as git does where they are at fault", async () => {
    const folder = writeRepository({ "a.json": { $ref: "#/$defs/none" } });
    write(folder, "schemas/a.json", {});
    const { code, stdout, stderr } = await runInProcess(folder, "diff", "v1");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error dangling-ref v1:schemas/a.json:2:11");
  });

  test("follows links of the tree, and none that lead out of it", async () => {
    const folder = writeProject({ "person.json": person });
    symlinkSync("person.json", path.join(folder, "schemas/link.json"));
    symlinkSync("/etc/hostname", path.join(folder, "schemas/outside.json"));
    git(folder, "init", "--quiet");
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", "Begin");
    rmSync(path.join(folder, "schemas/outside.json"));
    const { code, stdout } = await runInProcess(folder, "diff", "HEAD:schemas", "schemas");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "none: nothing changed; 2 unchanged\n" });
  });
});

describe("diff of manifests", () => {
  test("tells names and what is written otherwise, and that it takes schemas to tell more", async () => {
    const folder = writeRepository({ "person.json": person, "gone.json": {}, "same.json": {} });
    await runInProcess(folder, "generate");
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", "Generate");
    write(folder, "schemas/person.json", later);
    rmSync(path.join(folder, "schemas/gone.json"));
    const { code, stdout } = await runInProcess(folder, "diff", "generated/manifest.json");
    expect(code).toBe(0);
    expect(stdout).toContain(
      "is written otherwise; what that changes takes the schemas to tell  may break both",
    );
    expect(stdout).toContain("removed: Gone");
    expect(stdout).toContain("compare schemas or git revisions to see what that changes");
    expect((await runInProcess(folder, "diff", "generated", "schemas")).stdout).toBe(stdout);
    expect(
      (await runInProcess(folder, "diff", "HEAD:generated/manifest.json", "schemas")).stdout,
    ).toBe(stdout);
  });
});
