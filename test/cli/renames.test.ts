import { expect, test } from "vitest";
import { runInProcess } from "../harness/command.ts";
import { writeProject, writeText } from "../harness/project.ts";
import path from "node:path";

const schemas = {
  "pets/dog.json": {
    $defs: { bone: { type: "string" } },
    properties: { bone: { $ref: "#/$defs/bone" } },
  },
};

async function generateWith(config: unknown) {
  const project = writeProject(schemas);
  writeText(path.join(project, "schemaloom.config.json"), JSON.stringify(config, null, 2));
  return await runInProcess(project, "generate");
}

test("a rename of what is not there is warned about at its key, with what was likely meant", async () => {
  const rename = {
    "pets/dgo.json": "Hound",
    "pets/dog.json#/$defs/bone": "Bone",
    "pets/dog.json#/$defs/bnoe": "Bone2",
    "nothing/like/it.json": "None",
  };
  const { code, stderr } = await generateWith({ inputs: ["schemas"], names: { rename } });
  expect(code).toBe(0);
  expect(stderr).toContain("warning rename-no-match schemaloom.config.json:7:7\n");
  expect(stderr).toContain('help: did you mean "pets/dog.json"?');
  expect(stderr).toContain('help: did you mean "pets/dog.json#/$defs/bone"?');
  expect(stderr).toContain("help: give the path of an input below its root");
  expect(stderr).toMatch(/\n3 warnings\n$/u);
});

test.each([["pets/dog.json"], ["pets/dog.json#"]])("%s renames the input", async (key) => {
  const { code, stderr } = await generateWith({
    inputs: ["schemas"],
    names: { rename: { [key]: "Hound" } },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("a rename that targets share may be of one of them; a target's own must be of that one", async () => {
  const inputs = ["schemas"];
  const names = { rename: { "elsewhere.json": "Other" } };
  expect((await generateWith({ names, targets: { a: { inputs }, b: { inputs } } })).stderr).toBe(
    "",
  );
  expect(
    (await generateWith({ targets: { a: { inputs, names }, b: { inputs } } })).stderr,
  ).toContain("warning rename-no-match schemaloom.config.json:9:11\n");
});
