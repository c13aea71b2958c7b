import { describe, expect, test } from "vitest";
import { nameDeclarations } from "../../../generator/names/declarations.ts";
import { documentOf, runOn } from "../model/inputs.ts";
import { compileErrors } from "../types/compile.ts";
import { modelOf, moduleText } from "../types/model-of.ts";
import { threeOf } from "./names-of.ts";

function inlineNames(schema: unknown): readonly string[] {
  return [...modelOf(schema).inlineTypes.values()].map(({ name }) => name);
}

describe("an object written out inside a declaration", () => {
  test("is named by its path, whatever lies on it", () => {
    const schema = {
      properties: {
        "the server": { type: "object", properties: { retry: threeOf({ type: "string" }) } },
        hooks: { type: "array", items: threeOf(threeOf({})) },
        extra: { type: "object", additionalProperties: threeOf({}) },
      },
      allOf: [{ properties: { merged: threeOf({}) } }],
    };
    expect(inlineNames(schema)).toEqual([
      "RootTheServerRetry",
      "RootHooksItem",
      "RootHooksItemA",
      "RootHooksItemB",
      "RootHooksItemC",
      "RootExtraValue",
      "RootMerged",
    ]);
  });

  test("stays where it is when it is small, may be something else, or is a variant", () => {
    const schema = {
      properties: {
        small: { type: "object", properties: { a: true, b: true } },
        either: { ...threeOf({}), type: ["object", "null"] },
        variant: { oneOf: [threeOf({}), { type: "string" }] },
      },
    };
    expect(inlineNames(schema)).toEqual([]);
  });

  test("never takes a name from a declaration, nor a number", () => {
    const schema = {
      properties: { server: threeOf({}), "Server!": threeOf({}), other: threeOf({}) },
      $defs: { RootServer: {}, RootOther: {} },
    };
    expect(inlineNames(schema)).toEqual([]);
  });

  test("is an exported interface behind the one that holds it", async () => {
    const text = await moduleText({
      type: "object",
      properties: { server: { description: "Where.", ...threeOf({ $ref: "#" }) } },
      required: ["server"],
    });
    const lines = text.split("\n").slice(1);
    expect(lines.join("\n")).toBe(`export interface Root {
  /** Where. */
  server: RootServer;
}

export interface RootServer {
  a?: Root;
  b?: Root;
  c?: Root;
}`);
    expect(compileErrors(text)).toEqual([]);
  });

  test("stays in its module when another schema specialises the one that holds it", () => {
    const tree = documentOf("tree.json", {
      $id: "https://example.com/tree",
      $dynamicAnchor: "node",
      properties: { server: threeOf({}), children: { items: { $dynamicRef: "#node" } } },
    });
    const strict = documentOf("strict.json", {
      $id: "https://example.com/strict",
      $dynamicAnchor: "node",
      $ref: "tree",
      unevaluatedProperties: false,
    });
    const { graph } = runOn([tree, strict]);
    const { modules } = nameDeclarations(graph, { by: "file", rename: new Map() });
    const names = modules.map(({ path, inlineTypes }) => [
      path,
      inlineTypes.map(({ name }) => name),
    ]);
    expect(names).toEqual([
      ["Strict", ["StrictTreeServer"]],
      ["Tree", ["TreeServer"]],
    ]);
  });
});
