import { beforeAll, describe, expect, test } from "vitest";
import { makeCompatible, surprisesOf } from "./compatibility.ts";
import { compilers, resolutions } from "./type-check.ts";

const checks = compilers.flatMap((compiler) =>
  resolutions.map((resolution) => [compiler, resolution] as const),
);

describe("the output of schemas/, beside a violation of each strict option,", () => {
  let folder = "";

  beforeAll(async () => {
    folder = await makeCompatible();
  });

  test.each(checks)("compiles with %s, %s, but for those", async (compiler, resolution) => {
    const surprises = await surprisesOf(folder, compiler, resolution);
    expect(surprises).toEqual({ surplus: [], missing: [] });
  });
});
