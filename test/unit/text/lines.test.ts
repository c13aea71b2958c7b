import { describe, expect, test } from "vitest";
import { framed, layOut, line, listLine, typedLine } from "../../../generator/text/lines.ts";

describe("a line that says types", () => {
  const typed = typedLine((type) => line(`const a${type(": unknown")} = b${type(" as object")};`));

  test("says them in TypeScript, and not in JavaScript", () => {
    expect(layOut([typed])).toBe("const a: unknown = b as object;");
    expect(layOut([typed], 1, "javascript")).toBe("  const a = b;");
  });

  test("keeps to that with text around it", () => {
    const lines = framed("{ ", [typed], " }");
    expect(layOut(lines)).toBe("{ const a: unknown = b as object; }");
    expect(layOut(lines, 0, "javascript")).toBe("{ const a = b; }");
  });

  test("is broken by the width of the language that it is written in", () => {
    const list = typedLine((type) => listLine(`f(${type("x".repeat(100))}`, ["a", "b"], ");"));
    expect(layOut([list]).split("\n")).toHaveLength(4);
    expect(layOut([list], 0, "javascript")).toBe("f(a, b);");
  });
});
