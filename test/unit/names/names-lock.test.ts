import { describe, expect, test } from "vitest";
import { nameSchemas, namesOf, threeOf } from "./names-of.ts";

/** An object that deserves a name, and another one on its way in. */
const ownedObject = {
  type: "object",
  properties: { id: { readOnly: true }, a: {}, b: {}, c: {} },
};

describe("an added schema", () => {
  test("of a definition's name leaves the definition that had it alone", () => {
    const before = namesOf({ "a.json": { $defs: { "part!": {} } } });
    expect(before).toEqual({ "a.json#": "A", "a.json#/$defs/part!": "Part" });
    const added = { "a.json": { $defs: { part: {}, "part!": {}, "Part ": {} } } };
    expect(namesOf(added)).toMatchObject({ "a.json#/$defs/part!": "APart2" });
    expect(namesOf(added, before)).toEqual({
      "a.json#": "A",
      "a.json#/$defs/part!": "Part",
      "a.json#/$defs/Part ": "APart",
      "a.json#/$defs/part": "APart2",
    });
  });

  test("of an inline type's name leaves the inline type that had it alone", () => {
    const properties = { server: threeOf(), list: { items: threeOf() } };
    const before = namesOf({ "a.json": { properties } });
    const added = { "a.json": { properties, $defs: { AServer: {}, AListItem: {} } } };
    expect(namesOf(added)).not.toHaveProperty(["a.json#/properties/server"]);
    expect(namesOf(added, before)).toEqual({
      "a.json#": "A",
      "a.json#/properties/server": "AServer",
      "a.json#/properties/list/items": "AListItem",
      "a.json#/$defs/AServer": "AAServer",
      "a.json#/$defs/AListItem": "AAListItem",
    });
  });

  test("that is written out before another of its path leaves that one alone", () => {
    const before = namesOf({ "a.json": { properties: { "server!": threeOf() } } });
    const added = { "a.json": { properties: { server: threeOf(), "server!": threeOf() } } };
    expect(namesOf(added)).toHaveProperty(["a.json#/properties/server"], "AServer");
    expect(namesOf(added, before)).toEqual(before);
  });

  test("that refers to an inline type leaves its name, and those of types inside it, alone", () => {
    const a = { properties: { hooks: { items: threeOf(threeOf()) } } };
    const before = namesOf({ "a.json": a });
    expect(before).toMatchObject({
      "a.json#/properties/hooks/items": "AHooksItem",
      "a.json#/properties/hooks/items/properties/b": "AHooksItemB",
    });
    const added = { "a.json": a, "b.json": { $ref: "a.json#/properties/hooks/items" } };
    expect(namesOf(added)).toHaveProperty(["a.json#/properties/hooks/items"], "AHooksItems");
    expect(namesOf(added, before)).toEqual({ ...before, "b.json#": "B" });
  });

  test("of a variant's name leaves the variant alone", () => {
    const a = { properties: { id: { readOnly: true }, more: ownedObject } };
    const before = namesOf({ "a.json": a }, {}, { variants: true });
    expect(before).toMatchObject({
      "a.json#~input": "AInput",
      "a.json#/properties/more~input": "AInputMore",
    });
    const added = { "a.json": { ...a, $defs: { AInput: {}, AInputMore: {} } } };
    expect(namesOf(added, before, { variants: true })).toMatchObject({
      ...before,
      "a.json#/$defs/AInput": "AAInput",
    });
  });

  test("of the name that a dynamic scope gives leaves the specialised schema alone", () => {
    const tree = {
      $id: "https://example.com/tree",
      $dynamicAnchor: "node",
      properties: { leaf: threeOf(), children: { items: { $dynamicRef: "#node" } } },
    };
    const strict = { $id: "https://example.com/strict", $dynamicAnchor: "node", $ref: "tree" };
    const before = namesOf({ "tree.json": tree, "strict.json": strict });
    expect(before).toMatchObject({
      "tree.json#~node=strict.json#": "StrictTree",
      "tree.json#/properties/leaf~node=strict.json#": "StrictTreeLeaf",
      "tree.json#/properties/leaf": "TreeLeaf",
    });
    const taken = { ...strict, $defs: { StrictTree: {}, StrictTreeLeaf: {} } };
    expect(namesOf({ "tree.json": tree, "strict.json": taken }, before)).toMatchObject(before);
  });

  test("in a folder whose words are another's leaves the namespace of that one alone", () => {
    const before = namesOf({ "x/aB/c.json": {} });
    expect(before).toMatchObject({ "x/": "x", "x/aB/": "aB" });
    const added = { "x/a-b/c.json": {}, "x/aB/c.json": {}, "aB/c.json": {} };
    expect(namesOf(added)).toMatchObject({ "x/a-b/": "aB", "x/aB/": "aB2", "aB/": "aB" });
    const after = namesOf(added, before);
    expect(after).toMatchObject({ ...before, "x/a-b/": "aB2", "aB/": "aB" });
    expect(namesOf(added, after)).toEqual(after);
  });

  test("whose module another one has is the one to be renamed", () => {
    const before = namesOf({ "an-item.json": {} });
    const added = { "an item.json": {}, "an-item.json": {} };
    const sources = (locked = {}) =>
      nameSchemas(added, locked).diagnostics.map(({ location }) => location?.file.path);
    expect(sources()).toEqual(["/inputs/an-item.json"]);
    expect(sources(before)).toEqual(["/inputs/an item.json"]);
  });
});

test("names are the same when they are given again", () => {
  const schemas = {
    "a.json": { $defs: { x: threeOf(threeOf()), "x!": {}, A: {} }, properties: { x: threeOf() } },
  };
  const names = namesOf(schemas);
  expect(namesOf(schemas, names)).toEqual(names);
});

test("a schema that is gone leaves its name to others", () => {
  const both = { "a.json": { $defs: { part: {}, "part!": {} } } };
  const before = namesOf({ "a.json": { $defs: { "part!": {} } } });
  const without = namesOf({ "a.json": { $defs: { part: {} } } }, namesOf(both, before));
  expect(without).toEqual({ "a.json#": "A", "a.json#/$defs/part": "APart" });
  const renewed = namesOf({ "a.json": { $defs: { part: {}, "part?": {} } } }, without);
  expect(renewed).toHaveProperty(["a.json#/$defs/part?"], "Part");
});

describe("a root", () => {
  const schema = {
    $defs: { part: {}, "part!": threeOf(threeOf()) },
    properties: { it: threeOf() },
  };
  const before = {
    ...namesOf({ "a.json": schema }),
    "a.json#/$defs/part": "APart",
    "a.json#/$defs/part!": "Part",
    "a.json#/$defs/part!/properties/a": "PartA",
  };

  test("that the config renames takes its module with it", () => {
    const rename = { "a.json": "B" };
    const renamed = namesOf({ "a.json": schema }, {}, { rename });
    expect(namesOf({ "a.json": schema }, before, { rename })).toEqual(renamed);
    expect(renamed).toMatchObject({ "a.json#": "B", "a.json#/properties/it": "BIt" });
  });

  test("has the name that another choice of `names.by` gives it", () => {
    const titled = { "a.json": { ...schema, title: "Thing" } };
    const names = namesOf(titled, before, { by: "title" });
    expect(names).toEqual(namesOf(titled, {}, { by: "title" }));
    expect(names).toMatchObject({ "a.json#": "Thing", "a.json#/properties/it": "ThingIt" });
  });

  test("that keeps its name is none of the others' concern", () => {
    const rename = { "b.json": "C" };
    const names = namesOf({ "a.json": schema, "b.json": {} }, before, { rename });
    expect(names).toMatchObject({ ...before, "b.json#": "C" });
  });

  test("takes its name from a definition that had it elsewhere", () => {
    const outside = { "ext.json#/$defs/ext": "Ext" };
    const { names, diagnostics } = nameSchemas({ "ext.json": { $defs: { ext: {} } } }, outside);
    expect(names).toEqual({ "ext.json#": "Ext", "ext.json#/$defs/ext": "ExtExt" });
    expect(diagnostics).toEqual([]);
  });
});

describe("a rename of a definition", () => {
  const schemas = {
    "a.json": {
      $defs: { part: threeOf(ownedObject), other: {} },
      properties: { it: threeOf() },
    },
  };
  const before = namesOf(schemas, {}, { variants: true });

  test("goes before the name that it had, and its parts and variants follow", () => {
    const rename = { "a.json#/$defs/part": "Piece" };
    const names = namesOf(schemas, before, { rename, variants: true });
    expect(names).toMatchObject({
      "a.json#/$defs/part": "Piece",
      "a.json#/$defs/part/properties/a": "PieceA",
      "a.json#/$defs/part~input": "PieceInput",
      "a.json#/$defs/part/properties/a~input": "PieceInputA",
      "a.json#/$defs/other": "Other",
    });
    expect(names).toEqual(namesOf(schemas, {}, { rename, variants: true }));
  });

  test("goes before the name that another one had", () => {
    const { names, diagnostics } = nameSchemas(schemas, before, {
      rename: { "a.json#/properties/it": "Other" },
      variants: true,
    });
    expect(names).toMatchObject({
      "a.json#/properties/it": "Other",
      "a.json#/$defs/other": "AOther",
    });
    expect(diagnostics).toEqual([]);
  });

  test("is a fault where it gives two schemas of a module one name", () => {
    const rename = { "a.json#/$defs/part": "A", "a.json#/$defs/other": "B" };
    const twice = { ...rename, "a.json#/properties/it": "B" };
    const { diagnostics } = nameSchemas(schemas, {}, { rename: twice });
    expect(
      diagnostics.map(({ code, message, location }) => [code, message, location?.pointer]),
    ).toEqual([
      [
        "name-clash",
        "two schemas of the module A.ts would be A: a.json and a.json#/$defs/part",
        "/$defs/part",
      ],
      [
        "name-clash",
        "two schemas of the module A.ts would be B: a.json#/$defs/other and a.json#/properties/it",
        "/properties/it",
      ],
    ]);
  });
});

describe("a lock that has one name for two schemas", () => {
  const schemas = { "a.json": { $defs: { x: {}, y: {} }, properties: { it: threeOf() } } };

  test.each([
    ["definitions", { "a.json#/$defs/x": "X", "a.json#/$defs/y": "X" }, "a.json#/$defs/y"],
    [
      "an inline type",
      { "a.json#/$defs/x": "X", "a.json#/properties/it": "X" },
      "a.json#/properties/it",
    ],
    ["a root", { "a.json#/$defs/x": "A" }, "a.json#/$defs/x"],
  ])("is a fault, for %s", (_, names, key) => {
    const { diagnostics } = nameSchemas(schemas, { "a.json#": "A", ...names });
    expect(diagnostics).toMatchObject([
      {
        code: "names-lock-invalid",
        message: expect.stringMatching(/^two schemas of one module have the name [AX]: /) as string,
        location: {
          file: { path: "/names.lock.json" },
          pointer: `/names/${key.replaceAll("/", "~1")}`,
        },
      },
    ]);
  });

  test("is a fault, for two folders of one", () => {
    const folders = { "x/a/b.json": {}, "x/c/b.json": {}, "a/b.json": {} };
    const { diagnostics } = nameSchemas(folders, { "x/a/": "a", "x/c/": "a", "a/": "a" });
    expect(diagnostics.map(({ message, location }) => [message, location?.pointer])).toEqual([
      ["two folders of one have the name a: x/a/ and x/c/", "/names/x~1c~1"],
    ]);
  });

  test("is none where they are in modules of their own, or one is gone", () => {
    const locked = {
      "a.json#": "A",
      "b.json#": "B",
      "a.json#/$defs/x": "X",
      "b.json#/$defs/x": "X",
      "a.json#/$defs/gone": "X",
    };
    const { diagnostics } = nameSchemas({ ...schemas, "b.json": schemas["a.json"] }, locked);
    expect(diagnostics).toEqual([]);
  });
});
