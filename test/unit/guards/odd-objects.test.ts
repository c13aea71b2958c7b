import { beforeAll, describe, expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";

/** The same demands, met by reads of properties, by a walk that counts, and by one that does not. */
const schemas = {
  "required.json": {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "number" } },
    required: ["a", "b"],
  },
  "closed.json": {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "number" } },
    required: ["a", "b"],
    additionalProperties: false,
  },
  "optional.json": {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "number" }, c: { items: { type: "null" } } },
    additionalProperties: { type: "boolean" },
  },
  "counted.json": {
    type: "object",
    properties: {
      a: { type: "string" },
      b: { type: "number" },
      c: { items: { type: "null" } },
      d: { type: "string" },
    },
    required: ["a"],
    additionalProperties: { items: { type: "null" } },
  },
  "many-required.json": {
    type: "object",
    properties: Object.fromEntries(
      Array.from("abcdefghi").map((name) => [name, { type: "string" }]),
    ),
    required: Array.from("abcdef"),
    additionalProperties: false,
  },
  "maps.json": {
    type: "object",
    additionalProperties: { type: "object", additionalProperties: { type: "string" } },
  },
  "map.json": { type: "object", additionalProperties: { type: "string" } },
  "tagged.json": {
    oneOf: ["x", "y"].map((kind) => ({
      type: "object",
      properties: { kind: { const: kind } },
      required: ["kind"],
    })),
  },
  "large.json": {
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `p${String(index)}`,
        index % 2 === 0 ? { type: "string" } : index % 3 === 0 ? true : { items: { type: "null" } },
      ]),
    ),
    required: ["p1", "p2", "p3"],
    additionalProperties: false,
  },
  "mostly-required.json": {
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `p${String(index)}`,
        index % 2 === 0 ? { type: "string" } : index % 3 === 0 ? true : { items: { type: "null" } },
      ]),
    ),
    required: Array.from({ length: 120 }, (_, index) => `p${String(index)}`),
    additionalProperties: { items: { type: "boolean" } },
    allOf: [{ properties: { names: { type: "string" } } }],
  },
  "undeclared.json": {
    type: "object",
    properties: { a: { type: "string" } },
    required: ["a", "b"],
    additionalProperties: { type: "number" },
  },
  "list.json": {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "number" }, next: { $ref: "#" } },
    required: ["a"],
    additionalProperties: false,
  },
  "inherited-names.json": {
    type: "object",
    properties: { toString: { type: "string" }, constructor: { type: "number" } },
    required: ["constructor"],
  },
};

type Name =
  | "Required"
  | "Closed"
  | "Optional"
  | "Counted"
  | "ManyRequired"
  | "Maps"
  | "Map"
  | "Tagged"
  | "Large"
  | "MostlyRequired"
  | "Undeclared"
  | "List"
  | "InheritedNames";

/** An object that inherits properties and has own ones. */
function inheriting(inherited: object, own: object = {}): object {
  return Object.assign(Object.create(inherited) as object, own);
}

const bare = (own: object) => inheriting(Object.create(null) as object, own);

const fiveOf = { a: "", b: "", c: "", d: "", e: "" };

const most = Object.fromEntries(
  Array.from({ length: 120 }, (_, index) => [`p${String(index)}`, index % 2 === 0 ? "" : [null]]),
);

class Point {
  readonly a = "";
  readonly b = 1;
  get sum(): string {
    return this.a;
  }
}

class Titled {
  readonly b = 1;
  get a(): string {
    return `number ${String(this.b)}`;
  }
}

describe("an object", () => {
  const guards = new Map<Name, (value: unknown) => readonly boolean[]>();

  beforeAll(async () => {
    const project = await makeProject(schemas);
    for (const { name, module } of project.manifest.entries) {
      const exports = await project.importModule(module ?? "");
      const is = exports[`is${name}`] as (value: unknown) => boolean;
      const validate = exports[`validate${name}`] as (value: unknown) => { ok: boolean };
      guards.set(name as Name, (value) => [is(value), validate(value).ok]);
    }
  });

  test.each<[string, Name, unknown, boolean]>([
    ["has what it inherits from nobody", "Required", inheriting({ a: "", b: 1 }), false],
    ["has what it inherits from nobody", "Closed", inheriting({ a: "", b: 1 }), false],
    ["has what it inherits in part", "Closed", inheriting({ a: "" }, { b: 1 }), false],
    ["inherits what is not allowed", "Closed", inheriting({ c: 1 }, { a: "", b: 1 }), true],
    ["inherits what has another type", "Optional", inheriting({ a: 1 }), true],
    ["inherits what is refused in a function", "Optional", inheriting({ c: [1] }), true],
    ["inherits what is not declared", "Optional", inheriting({ d: 1 }), true],
    ["has what is refused itself", "Optional", inheriting({ d: true }, { d: 1 }), false],
    ["inherits what must be there", "Counted", inheriting({ a: "" }), false],
    ["inherits what must be there, of another type", "Counted", inheriting({ a: 1 }), false],
    ["has what it inherits, too", "Counted", inheriting({ a: 1, b: "" }, { a: "", b: 1 }), true],
    ["inherits what has another type", "Counted", inheriting({ b: "" }, { a: "" }), true],
    ["inherits what is refused in a function", "Counted", inheriting({ c: [1] }, { a: "" }), true],
    ["inherits what is not declared", "Counted", inheriting({ e: [1] }, { a: "" }), true],
    ["has what is refused itself", "Counted", inheriting({ e: [] }, { a: "", e: [1] }), false],
    ["has what is refused itself", "Counted", inheriting({ c: [] }, { a: "", c: [1] }), false],
    ["inherits one of many", "ManyRequired", inheriting({ f: "" }, fiveOf), false],
    [
      "has many and inherits more",
      "ManyRequired",
      inheriting({ x: 1 }, { ...fiveOf, f: "" }),
      true,
    ],
    ["inherits what is refused", "Maps", inheriting({ a: 1 }, { b: {} }), true],
    ["inherits what is refused inside", "Maps", inheriting({ a: { c: 1 } }, { b: {} }), true],
    ["holds what inherits", "Maps", { a: inheriting({ b: 1 }, { c: "" }) }, true],
    ["holds what is refused itself", "Maps", { a: inheriting({ b: "" }, { b: 1 }) }, false],
    ["inherits what is refused", "Map", inheriting({ a: 1 }, { b: "" }), true],
    ["has what is refused itself", "Map", inheriting({ a: "" }, { a: 1 }), false],
    ["inherits its tag", "Tagged", inheriting({ kind: "x" }), false],
    ["has a tag of its own", "Tagged", inheriting({ kind: "x" }, { kind: "y" }), true],
    ["has no prototype", "Required", bare({ a: "", b: 1 }), true],
    ["has no prototype", "Closed", bare({ a: "", b: 1, c: 1 }), false],
    ["has no prototype", "Optional", bare({ a: 1 }), false],
    ["has no prototype", "Tagged", bare({ kind: "y" }), true],
    ["is an instance of a class", "Required", new Point(), true],
    ["is an instance of a class", "Closed", new Point(), true],
    ["has an undefined property", "Required", { a: "", b: undefined }, false],
    ["has an undefined property", "Closed", { a: "", b: 1, c: undefined }, true],
    ["has an undefined property", "Closed", { a: "", b: undefined }, false],
    ["has an undefined property", "Optional", { a: undefined, d: undefined }, true],
    ["has an undefined property", "Map", { a: undefined }, true],
    ["holds NaN", "Required", { a: "", b: NaN }, false],
    ["holds an infinity", "Closed", { a: "", b: -Infinity }, false],
    ["is large", "Large", { p1: [null], p2: "", p3: 1, p198: "" }, true],
    ["is large and has a fault", "Large", { p1: [null], p2: "", p3: 1, p198: 1 }, false],
    ["is large and has a fault inside", "Large", { p1: [1], p2: "", p3: 1 }, false],
    ["is large and has one too many", "Large", { p1: [], p2: "", p3: 1, q: 1 }, false],
    ["is large and lacks one", "Large", { p1: [], p2: "", p3: undefined }, false],
    ["is large and inherits one", "Large", inheriting({ p3: 1 }, { p1: [], p2: "" }), false],
    ["has most of many", "MostlyRequired", most, true],
    ["has most of many and more", "MostlyRequired", { ...most, p121: [], x: [true] }, true],
    ["has one too few of many", "MostlyRequired", { ...most, p7: undefined, x: [] }, false],
    ["has a fault among many", "MostlyRequired", { ...most, p8: 1 }, false],
    ["has a fault in one of many", "MostlyRequired", { ...most, p7: [1] }, false],
    ["has a fault among many that may be there", "MostlyRequired", { ...most, p198: 1 }, false],
    ["has a fault beside many", "MostlyRequired", { ...most, x: [1] }, false],
    ["has an undefined one beside many", "MostlyRequired", { ...most, x: undefined }, true],
    ["inherits one of many", "MostlyRequired", inheriting(most, { p8: "" }), false],
    ["inherits a fault beside many", "MostlyRequired", inheriting({ x: [1], p198: 1 }, most), true],
    ["is judged by others, too", "MostlyRequired", { ...most, names: 1 }, false],
    ["has what is required and declared nowhere", "Undeclared", { a: "", b: 1 }, true],
    ["has what is required and not allowed", "Undeclared", { a: "", b: "" }, false],
    ["holds another of its kind", "List", { next: { a: "", b: 1 }, a: "" }, true],
    ["holds a fault", "List", { a: "", next: { a: "", b: "" } }, false],
    ["inherits what must be there", "List", inheriting({ a: "" }), false],
    ["inherits what must be there from a class", "List", new Titled(), false],
    ["inherits what must be there, of another type", "List", inheriting({ a: 1 }), false],
    ["has what it inherits, too", "List", inheriting({ a: 1, b: "" }, { a: "", b: 1 }), true],
    ["inherits what has another type", "List", inheriting({ b: "" }, { a: "" }), true],
    ["inherits a fault", "List", inheriting({ next: { a: 1 } }, { a: "" }), true],
    ["inherits what is not allowed", "List", inheriting({ c: 1 }, { a: "" }), true],
    ["holds what inherits", "List", { a: "", next: inheriting({ a: "" }) }, false],
    ["has no prototype", "List", bare({ a: "", next: bare({ a: "" }) }), true],
    ["has undefined properties", "List", { a: "", b: undefined, c: undefined }, true],
    ["has an undefined property", "List", { a: undefined, b: 1 }, false],
    ["has one too many", "List", { a: "", next: { a: "", c: null } }, false],
    ["has a property __proto__", "List", JSON.parse('{"a":"","__proto__":{"a":""}}'), false],
    ["has members of Object", "InheritedNames", {}, false],
    ["has members of Object", "InheritedNames", { constructor: 1 }, true],
    ["has members of Object", "InheritedNames", { constructor: 1, toString: 1 }, false],
    ["has a property __proto__", "Closed", JSON.parse('{"a":"","b":1,"__proto__":1}'), false],
    ["has a property __proto__", "Map", JSON.parse('{"__proto__":1}'), false],
    ["has a property __proto__", "Map", JSON.parse('{"__proto__":""}'), true],
    ["has a property __proto__", "Required", JSON.parse('{"a":"","__proto__":{"b":1}}'), false],
  ])("that %s is judged by its own properties: %s", (_, name, value, verdict) => {
    expect(guards.get(name)?.(value)).toEqual([verdict, verdict]);
  });
});
