import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { repository, writeText } from "../harness/project.ts";
import { suite } from "./suite.ts";

function report(checkout: string) {
  const words = ["node_modules/jiti/lib/jiti-cli.mjs", "test/conformance/report.ts"];
  return spawnSync(process.execPath, [...words, "--suite", checkout], {
    cwd: repository,
    encoding: "utf8",
  });
}

/** Copies the suite with few of its tests, and adds two by a remote schema, one of them wrong. */
function copySuite(): string {
  const checkout = mkdtempSync(path.join(tmpdir(), "schemaloom-checkout-"));
  const wanted = new Set(["refRemote.json", "zeroTerminatedFloats.json"]);
  cpSync(path.join(suite, "remotes"), path.join(checkout, "remotes"), { recursive: true });
  cpSync(path.join(suite, "tests"), path.join(checkout, "tests"), {
    recursive: true,
    filter: (file) => statSync(file).isDirectory() || wanted.has(path.basename(file)),
  });
  writeText(path.join(checkout, "remotes/only-here.json"), '{ "type": "string" }');
  const tests = [
    { description: "right", data: "text", valid: true },
    { description: "wrong", data: 1, valid: true },
  ];
  const schema = { $ref: "http://localhost:1234/only-here.json" };
  const groups = [{ description: "a remote of its own", schema, tests }];
  writeText(path.join(checkout, "tests/draft7/own.json"), JSON.stringify(groups));
  return checkout;
}

it.skipIf(!existsSync(suite))(
  "the report takes tests and remotes of the suite that is named, and fails on a loss that is not known",
  { timeout: 60_000 },
  () => {
    const { status, stdout } = report(copySuite());
    expect(stdout).toContain("| required | draft-06 | 23 | 23 |");
    expect(stdout).toContain("| required | draft-07 | 25 | 24 |");
    expect(stdout).toContain("| required | all | 127 | 126, 99.21 % |");
    expect(stdout).toContain(
      "schemaloom | draft7/own.json: a remote of its own: wrong | is rejected\n",
    );
    expect(stdout).toContain("schemaloom | draft4/optional/zeroTerminatedFloats.json: ");
    expect(status).toBe(1);
  },
);

it("the report tells what a folder lacks that is no checkout of the suite", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "schemaloom-checkout-"));
  const { status, stdout, stderr } = report(folder);
  expect(stderr).toContain(`${folder} is no checkout of the JSON-Schema-Test-Suite`);
  expect(stderr).toContain("it has no tests and no remotes");
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
