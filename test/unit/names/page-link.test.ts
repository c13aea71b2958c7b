import { expect, test } from "vitest";
import { declarationTarget } from "../../../generator/names/page-link.ts";
import { modelOf } from "../types/model-of.ts";

test("a link to a page cannot end the comment that it stands in", () => {
  const [declaration] = modelOf({}).declarations.values();
  if (declaration === undefined) throw new Error("the model declares nothing");
  const hostile = { ...declaration, docsPage: "docs/a*/B.md" };
  expect(declarationTarget("a*/B.ts", hostile)).toBe("../docs/a%2A/B.md");
});
