import path from "node:path";
import { expect, test } from "vitest";
import { codePage } from "../../../generator/diagnostics/code-page.ts";
import { repository } from "../../harness/project.ts";

// `npx vitest run test/unit/diagnostics -u` writes it anew.
test("DIAGNOSTICS.md tells of every code", async () => {
  await expect(codePage()).toMatchFileSnapshot(path.join(repository, "DIAGNOSTICS.md"));
});
