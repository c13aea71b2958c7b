import fc from "fast-check";
import { findNodeAtLocation, type JSONPath, type Node, parseTree } from "jsonc-parser";
import { expect, test } from "vitest";
import { jsonPlaces } from "../../../generator/load/json-places.ts";

/** Every path of a value, as a parser of the same text sees it. */
function pathsOf(node: Node, path: JSONPath = []): JSONPath[] {
  const inner = (node.children ?? []).flatMap((child, index) => {
    if (node.type === "array") return pathsOf(child, [...path, index]);
    const [key, value] = child.children ?? [];
    return value === undefined ? [] : pathsOf(value, [...path, String(key?.value)]);
  });
  return [path, ...inner];
}

test("every value and every key is found where a parser of the whole text finds it", () => {
  const strings = fc.oneof(
    fc.string(),
    fc.constantFrom('"', "\\", '\\"', "{[", "]}", ",:", "0", ""),
  );
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      strings,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true, false),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(strings, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;
  const indents = fc.constantFrom(undefined, 2, "\t", "\r\n  ".trimStart());
  fc.assert(
    fc.property(values, indents, fc.constantFrom("", " ", "\n"), (value, indent, around) => {
      const text = around + JSON.stringify(value, null, indent) + around;
      const tree = parseTree(text);
      if (tree === undefined) throw new Error(`${text} is not parsed`);
      const places = jsonPlaces(text);
      for (const path of pathsOf(tree)) {
        const node = findNodeAtLocation(tree, path);
        if (node === undefined) throw new Error(`${text} has nothing at ${path.join("/")}`);
        const { offset, length, parent } = node;
        const tokens = path.map(String);
        expect(places.valueAt(tokens)).toEqual({ start: offset, end: offset + length });
        const key = parent?.type === "property" ? parent.children?.[0] : undefined;
        expect(places.keyAt(tokens)).toEqual(
          key && { start: key.offset, end: key.offset + key.length },
        );
      }
    }),
    { numRuns: 500 },
  );
});

test("a text is read however deep it is nested", () => {
  const depth = 200_000;
  const places = jsonPlaces("[".repeat(depth) + "]".repeat(depth));
  expect(places.valueAt(["0", "0"])).toEqual({ start: 2, end: 2 * depth - 2 });
});
