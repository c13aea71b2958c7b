import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../../templates/runtime/canonical-text.ts";
import { deepEqual } from "../../../templates/runtime/deep-equal.ts";
import { uniqueItems } from "../../../templates/runtime/unique-items.ts";
import { uniqueScalars } from "../../../templates/runtime/unique-scalars.ts";

/** Scalars that JavaScript may take for each other, or for a part of a structure's text. */
const scalar = fc.oneof(
  fc.constantFrom(null, true, 0, -0, 1, "", "0", "1", "null", "true", "a", '1"a', "{}", "[1]"),
  fc.integer({ min: -30, max: 30 }),
  fc.string({ maxLength: 2 }),
);

const name = fc.constantFrom("a", "b", "0", "1", "", "__proto__", "constructor", '1"a');

/** Draws values of few names and scalars, so that many are equal and more are nearly so. */
function valueOf(depth: number): fc.Arbitrary<unknown> {
  if (depth === 0) return scalar;
  const nested = valueOf(depth - 1);
  const member = fc.tuple(name, fc.oneof(nested, fc.constant(undefined)));
  const members = fc.uniqueArray(member, { maxLength: 4, selector: ([key]) => key });
  return fc.oneof(
    scalar,
    fc.array(nested, { maxLength: 3 }),
    fc
      .tuple(members, fc.constantFrom(Object.prototype, null, { a: 1, b: "inherited" }))
      .map(([entries, prototype]) => Object.create(prototype, descriptorsOf(entries)) as object),
  );
}

function descriptorsOf(entries: readonly (readonly [string, unknown])[]): PropertyDescriptorMap {
  return Object.getOwnPropertyDescriptors(Object.fromEntries(entries));
}

/** Whether no two items are equal once they were written as JSON and read again. */
function noPairIsEqual(items: readonly unknown[]): boolean {
  const texts = items.map((item) => JSON.stringify(item));
  const values = texts.map((text): unknown => JSON.parse(text));
  return values.every((value, index) =>
    values.slice(index + 1).every((other) => !isDeepStrictEqual(value, other)),
  );
}

const value = valueOf(2);

test("two values are equal where their JSON is, whatever the order of properties", () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      expect(deepEqual(left, right)).toBe(!noPairIsEqual([left, right]));
    }),
    { numRuns: 3_000 },
  );
});

test("two values have the same canonical text where they are equal", () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      expect(canonicalText(left) === canonicalText(right)).toBe(!noPairIsEqual([left, right]));
    }),
    { numRuns: 3_000 },
  );
});

describe("items are unique where no pair of them is equal", () => {
  test.each([
    ["in short arrays of any values", fc.array(value, { maxLength: 5 })],
    [
      "in long arrays of any values",
      fc.uniqueArray(value, { minLength: 6, maxLength: 60, selector: canonicalText }),
    ],
    [
      "in long arrays of values that are nearly equal",
      fc.array(
        fc.record(
          { a: scalar, b: scalar, c: fc.array(scalar, { maxLength: 2 }) },
          { requiredKeys: [] },
        ),
        { minLength: 5, maxLength: 30 },
      ),
    ],
    ["in arrays of short arrays", fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 12 })],
  ])("%s", (_, arrays) => {
    fc.assert(
      fc.property(arrays, (items) => {
        expect(uniqueItems(items)).toBe(noPairIsEqual(items));
      }),
      { numRuns: 1_000 },
    );
  });

  test("where one item of a long array comes again with its properties in another order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { minLength: 2, maxLength: 40, selector: canonicalText }),
        fc.nat(),
        (items, place) => {
          expect(uniqueItems(items)).toBe(true);
          expect(uniqueItems([...items, reordered(items[place % items.length])])).toBe(false);
        },
      ),
    );
  });

  test("in arrays of scalars", () => {
    fc.assert(
      fc.property(fc.array(scalar, { maxLength: 24 }), (items) => {
        expect(uniqueScalars(items)).toBe(noPairIsEqual(items));
        expect(uniqueItems(items)).toBe(noPairIsEqual(items));
      }),
      { numRuns: 1_000 },
    );
  });
});

function reordered(item: unknown): unknown {
  if (Array.isArray(item)) return item.map(reordered);
  if (typeof item !== "object" || item === null) return item;
  return Object.fromEntries(
    Object.entries(item)
      .map(([key, member]) => [key, reordered(member)] as const)
      .reverse(),
  );
}

const count = 100_000;

test.each<[string, (index: number) => unknown]>([
  ["by their first property", (index) => ({ id: `item ${index}`, kind: "item" })],
  ["by a later property alone", (index) => ({ kind: "item", unit: "piece", id: index })],
  ["by two properties together", (index) => ({ x: index % 300, y: Math.floor(index / 300) })],
  ["by nested properties alone", (index) => ({ kind: "item", at: { place: [index] } })],
  ["by a property that the first lacks", (index) => (index === 0 ? {} : { id: index })],
  ["by the last of many properties", (index) => [...Array<number>(12).fill(0), index]],
  ["by their items", (index) => [index % 300, Math.floor(index / 300)]],
  ["by type and value", (index) => [index, `${index}`, { index }, [index]][index % 4]],
])("the time for items that differ %s grows with their number, not its square", (_, item) => {
  const items = Array.from({ length: count }, (__, index) => item(index));
  const start = process.cpuUsage();
  expect(uniqueItems(items)).toBe(true);
  // In microseconds. Compared pair by pair, they take minutes.
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  expect(uniqueItems([...items, item(count / 2)])).toBe(false);
});
