import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTypeScript } from "../../../generator/text/format-typescript.ts";
import { printDeclarations } from "../../../generator/types/print-declaration.ts";
import {
  isListedUnion,
  printIndexes,
  printProperties,
  type PrintScope,
  printType,
} from "../../../generator/types/print-type.ts";
import {
  memberNote,
  type ObjectType,
  type TypeExpression,
  unionMembers,
} from "../../../generator/types/type-expression.ts";
import { unionOf } from "../../../generator/types/union.ts";

const names = ["A", "Being", "SomethingThatHasALongName", "SomethingElseWithANameThatIsLonger"];
const keys = ["a", "kind", "content-type", 'a "b"', "aPropertyOfWhichTheNameIsQuiteLong", "it's"];
const texts = [
  "a",
  "two words",
  "it's",
  '"quoted"',
  `both ' and "`,
  "x".repeat(60),
  "y".repeat(99),
];

const primitives: readonly TypeExpression[] = [
  { kind: "primitive", name: "string" },
  { kind: "primitive", name: "number" },
  { kind: "primitive", name: "null" },
  { kind: "unknown" },
  { kind: "never" },
];

const literal = fc
  .record({
    value: fc.oneof(fc.constantFrom(...texts), fc.integer({ min: -9, max: 99_999 }), fc.boolean()),
    documentation: fc.constantFrom("", "", "", "One.", "One.\n\n@deprecated"),
  })
  .map(({ value, documentation }): TypeExpression => {
    if (documentation === "") return { kind: "literal", value };
    return { kind: "literal", value, [memberNote]: { key: "", documentation } };
  });

const reference = fc
  .nat(names.length - 1)
  .map((target): TypeExpression => ({ kind: "reference", target, types: [] }));

const { type } = fc.letrec<{ type: TypeExpression; object: ObjectType }>((tie) => ({
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.constantFrom(...primitives), literal, reference),
    fc.array(tie("type"), { minLength: 2, maxLength: 6 }).map(unionOf),
    fc
      .array(tie("type"), { minLength: 2, maxLength: 4 })
      .map((members) => members.filter(({ kind }) => kind !== "intersection"))
      .map((members): TypeExpression => {
        const [first] = members;
        if (members.length > 1) return { kind: "intersection", members };
        return first ?? { kind: "unknown" };
      }),
    fc.record({
      kind: fc.constant("array" as const),
      elements: fc
        .array(fc.record({ type: tie("type"), required: fc.boolean() }), { maxLength: 3 })
        .map((elements) => [...elements].sort((a, b) => Number(b.required) - Number(a.required))),
      rest: tie("type"),
    }),
    tie("object"),
  ),
  object: fc.record({
    kind: fc.constant("object" as const),
    properties: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...keys),
        type: tie("type"),
        required: fc.boolean(),
        documentation: fc.constantFrom("", "Short.", "Two\nlines."),
      }),
      { maxLength: 4, selector: ({ name }) => name },
    ),
    patterns: fc.array(fc.record({ pieces: fc.constant(["x-", ""]), type: tie("type") }), {
      maxLength: 1,
    }),
    rest: fc.oneof(fc.constantFrom(...primitives), tie("type")),
  }),
}));

const scope = fc.record({
  nameOf: fc.constant((id: number) => names[id] ?? ""),
  hasRecord: fc.boolean(),
  isReadonly: fc.boolean(),
  hasOpenIndex: fc.boolean(),
});

const head = fc.record({
  name: fc.constantFrom("T", "TheNameOfADeclaration".repeat(3)),
  documentation: fc.constantFrom("", "What it is.\n\n@see elsewhere"),
});

describe("the lines of a declaration are broken as prettier breaks them", () => {
  test("of an alias", async () => {
    await fc.assert(
      fc.asyncProperty(type, scope, head, async (type, rest, { name, documentation }) => {
        const scope: PrintScope = { ...rest, isEager: true };
        const [text = ""] = await printDeclarations([
          {
            kind: "alias",
            name,
            documentation,
            type: printType(type, scope, "bare"),
            isUnion: isListedUnion(type, scope),
          },
        ]);
        expect(`${text}\n`).toBe(await formatTypeScript(text));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  test("of an interface", async () => {
    const object = type.filter(
      (type): type is ObjectType => type.kind === "object" && type.properties.length > 0,
    );
    await fc.assert(
      fc.asyncProperty(object, scope, head, async (object, rest, { name, documentation }) => {
        const scope: PrintScope = { ...rest, isEager: false };
        const [text = ""] = await printDeclarations([
          {
            kind: "interface",
            name,
            documentation,
            properties: printProperties(object, scope),
            indexes: printIndexes(object, scope),
            isReadonly: scope.isReadonly,
          },
        ]);
        expect(`${text}\n`).toBe(await formatTypeScript(text));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test("with unions of every length among them", () => {
    const lengths = fc
      .sample(type, { numRuns: 1_000, seed: 1 })
      .map((each) => unionMembers(each).length);
    expect(new Set(lengths).size).toBeGreaterThan(4);
  });
});
