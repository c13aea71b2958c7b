import fc from "fast-check";
import { expect, test } from "vitest";
import { createTextPositions } from "../../../generator/load/text-positions.ts";

test("lines end in LF, CR LF or CR, whatever stands in a text", () => {
  const parts = fc.array(fc.constantFrom("a", "\n", "\r", "\r\n", "bc"), { maxLength: 12 });
  fc.assert(
    fc.property(parts, (chosen) => {
      const text = chosen.join("");
      const positions = createTextPositions(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        // No place is between CR and LF.
        if (text.slice(offset - 1, offset + 1) === "\r\n") continue;
        const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
        const { line, column } = positions.rangeAt(offset, offset).start;
        expect({ line, column }).toEqual({
          line: lines.length,
          column: (lines.at(-1) ?? "").length + 1,
        });
      }
    }),
  );
});
