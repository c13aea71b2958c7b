import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { repository } from "../harness/project.ts";

// `npm run docs` writes it anew.
test("generator/API.md is what the docstrings of all that is exported say", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-api-"));
  const words = ["--options", "test/docs/typedoc.json", "--out", folder];
  const typedoc = path.join(repository, "node_modules/typedoc/bin/typedoc");
  const { stdout, stderr, status } = spawnSync(process.execPath, [typedoc, ...words], {
    cwd: repository,
    encoding: "utf8",
  });
  expect(stdout + stderr).not.toMatch(/warning|error/);
  expect(status).toBe(0);
  const page = readFileSync(path.join(repository, "generator/API.md"), "utf8");
  expect(readFileSync(path.join(folder, "API.md"), "utf8")).toBe(page);
});
