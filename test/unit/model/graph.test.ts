import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { aliasTarget } from "../../../generator/model/alias.ts";
import { documentOf, nodeAt, runOn, runOnSchema } from "./inputs.ts";

const data =
  process.env["SCHEMALOOM_TEST_DATA"] ?? resolve(import.meta.dirname, "../../../../shared/data");

describe("roots and definitions", () => {
  test("every member of a root's definitions is one, used or not, by its last token", () => {
    const { graph } = runOnSchema({ $defs: { "b/c": {}, a: {} }, definitions: { d: {} } });
    expect(graph.definitions.map(({ key, pointer, root }) => [key, pointer, root])).toEqual([
      ["a", "/$defs/a", 0],
      ["b/c", "/$defs/b~1c", 0],
      ["d", "/definitions/d", 0],
    ]);
  });

  test("a reference's target inside a root is a definition of it; the root itself is none", () => {
    const { graph } = runOnSchema({
      properties: { a: { type: "string" }, b: { $ref: "#/properties/a" }, c: { $ref: "#" } },
    });
    expect(graph.definitions.map(({ pointer }) => pointer)).toEqual(["/properties/a"]);
  });

  test("a target under no root becomes a root, what is referred to inside it its definition", () => {
    const { graph } = runOn([
      documentOf(
        "api.json",
        {
          components: {
            parameters: { Page: { schema: { items: { type: "string" } } } },
            schemas: {
              A: { $ref: "#/components/parameters/Page/schema/items" },
              B: { $ref: "#/components/parameters/Page/schema" },
            },
          },
        },
        "openapi-3.0",
      ),
    ]);
    expect(graph.roots.map(({ schema }) => schema.pointer)).toEqual([
      "/components/schemas/A",
      "/components/schemas/B",
      "/components/parameters/Page/schema",
    ]);
    expect(graph.definitions.map(({ root, pointer }) => [root, pointer])).toEqual([
      [2, "/components/parameters/Page/schema/items"],
    ]);
  });

  test("a schema that is referred to from many places is one node", () => {
    const { graph } = runOnSchema({
      $defs: { a: {} },
      anyOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }],
    });
    expect(graph.nodes.filter(({ location }) => location.pointer === "/$defs/a")).toHaveLength(1);
  });

  test("every id is the node's index, and the same in every run", () => {
    const schema = {
      properties: { a: { items: { $ref: "#" } }, b: { $ref: "#/$defs/x" } },
      $defs: { x: {} },
    };
    const { graph } = runOnSchema(schema);
    expect(graph.nodes.map(({ id }) => id)).toEqual([...graph.nodes.keys()]);
    expect(runOnSchema(schema).graph).toEqual(graph);
  });

  test("a schema nested two thousand deep is no crash", () => {
    const depth = 2_000;
    const schema: unknown = JSON.parse(`${'{"items":'.repeat(depth)}{}${"}".repeat(depth)}`);
    expect(runOnSchema(schema).graph.nodes).toHaveLength(depth + 1);
  });
});

describe("aliasTarget", () => {
  const alias = (schema: object) => {
    const outcome = runOnSchema({ $defs: { a: { type: "string" } }, ...schema });
    const target = aliasTarget(outcome.graph.nodes, nodeAt(outcome, "").id);
    return target === undefined ? undefined : outcome.graph.nodes[target]?.location.pointer;
  };

  test("is what a sole $ref and one branch of allOf, anyOf or oneOf say, through chains", () => {
    expect(alias({ $ref: "#/$defs/a" })).toBe("/$defs/a");
    expect(alias({ allOf: [{ $ref: "#/$defs/a" }], description: "here" })).toBe("/$defs/a");
    expect(alias({ oneOf: [{ anyOf: [{ $ref: "#/$defs/a" }] }] })).toBe("/$defs/a");
  });

  test("is nothing where the schema says something of its own", () => {
    expect(alias({ $ref: "#/$defs/a", minLength: 1 })).toBeUndefined();
    expect(alias({ allOf: [{ $ref: "#/$defs/a" }, {}] })).toBeUndefined();
    expect(alias({})).toBeUndefined();
  });

  test("ends where references go in a circle", () => {
    expect(() => alias({ $ref: "#" })).not.toThrow();
  });
});

describe.skipIf(!hasData())("the Vapi document", () => {
  test("all 981 component schemas are roots, nothing else is, and nothing is an error", () => {
    const value: unknown = JSON.parse(readFileSync(join(data, "vapi/openapi.json"), "utf8"));
    const { graph, diagnostics } = runOn([documentOf("openapi.json", value, "openapi-3.0")]);
    expect(graph.roots).toHaveLength(981);
    expect(graph.definitions).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

function hasData(): boolean {
  try {
    readFileSync(join(data, "vapi/facts.json"));
    return true;
  } catch {
    console.warn(`skipped: the tests of the Vapi document, for which ${data} is absent`);
    return false;
  }
}
