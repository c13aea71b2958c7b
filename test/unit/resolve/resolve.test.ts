import { describe, expect, test } from "vitest";
import { documentOf, nodeAt, placesOf, runOn, runOnSchema, targetOf } from "../model/inputs.ts";

describe("a reference in its own document", () => {
  test("follows JSON Pointers, with escapes and percent-encoding", () => {
    const outcome = runOnSchema({
      $defs: { "a/b": {}, "c%d": {}, "e f": {} },
      properties: {
        slash: { $ref: "#/$defs/a~1b" },
        percent: { $ref: "#/$defs/c%25d" },
        space: { $ref: "#/$defs/e%20f" },
        self: { $ref: "#" },
      },
    });
    expect(outcome.diagnostics).toEqual([]);
    expect(targetOf(outcome, "/properties/slash")).toBe("schema.json#/$defs/a~1b");
    expect(targetOf(outcome, "/properties/percent")).toBe("schema.json#/$defs/c%d");
    expect(targetOf(outcome, "/properties/space")).toBe("schema.json#/$defs/e f");
    expect(targetOf(outcome, "/properties/self")).toBe("schema.json#");
  });

  test("follows $anchor, and $dynamicAnchor as a plain one", () => {
    const outcome = runOnSchema({
      $defs: { a: { $anchor: "one" }, b: { $dynamicAnchor: "two" } },
      properties: { one: { $ref: "#one" }, two: { $ref: "#two" } },
    });
    expect(targetOf(outcome, "/properties/one")).toBe("schema.json#/$defs/a");
    expect(targetOf(outcome, "/properties/two")).toBe("schema.json#/$defs/b");
  });

  test("follows a fragment-only $id as an anchor up to draft-07", () => {
    const schema = { definitions: { a: { $id: "#one" } }, properties: { p: { $ref: "#one" } } };
    const outcome = runOnSchema(schema, "draft-07");
    expect(targetOf(outcome, "/properties/p")).toBe("schema.json#/definitions/a");
    expect(outcome.diagnostics).toEqual([]);
  });

  test("follows a $id with a fragment as the anchor of another resource up to draft-07", () => {
    const outcome = runOnSchema(
      {
        definitions: { a: { $id: "http://example.com/x#one", definitions: { b: {} } } },
        properties: {
          anchored: { $ref: "http://example.com/x#one" },
          inside: { $ref: "http://example.com/x#/definitions/b" },
        },
      },
      "draft-07",
    );
    expect(outcome.diagnostics).toEqual([]);
    expect(targetOf(outcome, "/properties/anchored")).toBe("schema.json#/definitions/a");
    expect(targetOf(outcome, "/properties/inside")).toBe(
      "schema.json#/definitions/a/definitions/b",
    );
  });

  test("starts from the embedded resource that it stands in", () => {
    const outcome = runOnSchema({
      $id: "https://example.com/outer",
      $defs: {
        text: { type: "number" },
        inner: {
          $id: "nested/inner",
          $defs: { text: { type: "string" } },
          properties: { p: { $ref: "#/$defs/text" }, up: { $ref: "../outer#/$defs/text" } },
        },
      },
      properties: { byUri: { $ref: "nested/inner" } },
    });
    expect(outcome.diagnostics).toEqual([]);
    expect(targetOf(outcome, "/$defs/inner/properties/p")).toBe(
      "schema.json#/$defs/inner/$defs/text",
    );
    expect(targetOf(outcome, "/$defs/inner/properties/up")).toBe("schema.json#/$defs/text");
    expect(targetOf(outcome, "/properties/byUri")).toBe("schema.json#/$defs/inner");
  });

  test("finds a schema where no keyword puts one", () => {
    const outcome = runOnSchema({
      shared: { text: { $ref: "#/shared/more" }, more: {} },
      $ref: "#/shared/text",
    });
    expect(targetOf(outcome, "")).toBe("schema.json#/shared/text");
    expect(targetOf(outcome, "/shared/text")).toBe("schema.json#/shared/more");
  });

  test("is not looked for in data", () => {
    const schema = {
      enum: [{ $ref: "#/nowhere" }],
      const: { $ref: "#/nowhere" },
      default: { $ref: "#/nowhere" },
      examples: [{ $ref: "#/nowhere" }],
      properties: { $ref: { type: "string" } },
    };
    expect(runOnSchema(schema).diagnostics).toEqual([]);
  });
});

describe("a reference to another input", () => {
  test("follows the path of a file, with a fragment", () => {
    const outcome = runOn([
      documentOf("a/one.json", {
        properties: { p: { $ref: "../b/two.json" }, q: { $ref: "../b/two.json#/$defs/x" } },
      }),
      documentOf("b/two.json", { $defs: { x: {} } }),
    ]);
    expect(targetOf(outcome, "/properties/p")).toBe("b/two.json#");
    expect(targetOf(outcome, "/properties/q")).toBe("b/two.json#/$defs/x");
  });

  test("follows an anchor of a file that has a $id", () => {
    const outcome = runOn([
      documentOf("one.json", { $ref: "two.json#here" }),
      documentOf("two.json", { $id: "https://example.com/two", $defs: { x: { $anchor: "here" } } }),
    ]);
    expect(targetOf(outcome, "", "one.json")).toBe("two.json#/$defs/x");
  });

  test("follows a $id, whichever file has it", () => {
    const outcome = runOn([
      documentOf("one.json", { $ref: "https://example.com/two#/$defs/x" }),
      documentOf("other.json", { $id: "https://example.com/two", $defs: { x: {} } }),
    ]);
    expect(targetOf(outcome, "", "one.json")).toBe("other.json#/$defs/x");
  });

  test("follows the path beside its own file where its $id leads nowhere", () => {
    const outcome = runOn([
      documentOf("one.json", { $id: "https://example.com/one", $ref: "two.json" }),
      documentOf("two.json", {}),
    ]);
    expect(targetOf(outcome, "", "one.json")).toBe("two.json#");
  });

  test.each(["/components/schemas/Server", "/$defs/Server", "/definitions/Server"])(
    "finds #%s by the name of an input file (trap 4)",
    (pointer) => {
      const outcome = runOn([
        documentOf("seed.json", { $ref: `#${pointer}` }),
        documentOf("Server.json", {}),
      ]);
      expect(outcome.diagnostics).toEqual([]);
      expect(targetOf(outcome, "", "seed.json")).toBe("Server.json#");
    },
  );

  test("finds a fragment by the fragment-only $id of an input", () => {
    const outcome = runOn([
      documentOf("seed.json", { $ref: "#/components/schemas/Server" }),
      documentOf("webhook.json", { $id: "#/components/schemas/Server" }),
    ]);
    expect(targetOf(outcome, "", "seed.json")).toBe("webhook.json#");
  });

  test("finds a fragment in an OpenAPI document", () => {
    const api = documentOf("api.json", { components: { schemas: { Server: {} } } }, "openapi-3.0");
    const outcome = runOn([documentOf("seed.json", { $ref: "#/components/schemas/Server" }), api]);
    expect(targetOf(outcome, "", "seed.json")).toBe("api.json#/components/schemas/Server");
  });

  test("prefers what its own document holds", () => {
    const outcome = runOn([
      documentOf("seed.json", { $ref: "#/$defs/Server", $defs: { Server: { type: "string" } } }),
      documentOf("Server.json", { type: "object" }),
    ]);
    expect(targetOf(outcome, "", "seed.json")).toBe("seed.json#/$defs/Server");
  });

  test("means its own file by that file's name, though another differs", () => {
    const tree = { properties: { child: { $ref: "#/components/schemas/Tree" } } };
    const outcome = runOn([
      documentOf("a/Tree.json", tree),
      documentOf("b/Tree.json", { type: "string" }),
    ]);
    expect(outcome.diagnostics).toEqual([]);
    expect(targetOf(outcome, "/properties/child", "a/Tree.json")).toBe("a/Tree.json#");
  });

  test("takes the nearest of several with equal content, then the first by source", () => {
    const seed = { $ref: "#/$defs/X" };
    const twins = [
      documentOf("a/X.json", { type: "string", minLength: 1 }),
      documentOf("c/X.json", { minLength: 1, type: "string" }),
    ];
    expect(targetOf(runOn([documentOf("c/seed.json", seed), ...twins]), "", "c/seed.json")).toBe(
      "c/X.json#",
    );
    expect(targetOf(runOn([documentOf("b/seed.json", seed), ...twins]), "", "b/seed.json")).toBe(
      "a/X.json#",
    );
  });

  test("is ambiguous among several that differ, and names them all", () => {
    const { diagnostics } = runOn([
      documentOf("seed.json", { $ref: "#/$defs/X" }),
      documentOf("b/X.json", { type: "string" }),
      documentOf("a/X.json", { type: "number" }),
    ]);
    expect(placesOf(diagnostics)).toEqual(["ambiguous-ref /$ref"]);
    expect(diagnostics[0]?.message).toContain("a/X.json and b/X.json");
  });

  test("leads to the same place whatever the order of the documents", () => {
    const documents = [
      documentOf("seed.json", {
        properties: { x: { $ref: "#/$defs/X" }, y: { $ref: "b/X.json#/$defs/y" } },
      }),
      documentOf("a/X.json", { $defs: { y: {} } }),
      documentOf("b/X.json", { $defs: { y: {} } }),
    ];
    const forwards = runOn(documents);
    const backwards = runOn(documents.toReversed());
    expect(backwards.graph).toEqual(forwards.graph);
    expect(targetOf(forwards, "/properties/x")).toBe("a/X.json#");
  });
});

describe("a dangling reference", () => {
  test("is reported with its place and the nearest names, all of the run in one go", () => {
    const { diagnostics } = runOn([
      documentOf("seed.json", {
        properties: { a: { $ref: "#/components/schemas/Servr" }, b: { $ref: "missing.json" } },
      }),
      documentOf("Server.json", { items: { $ref: "#/$defs/nothing" } }),
    ]);
    expect(placesOf(diagnostics).sort()).toEqual([
      "dangling-ref /items/$ref",
      "dangling-ref /properties/a/$ref",
      "dangling-ref /properties/b/$ref",
    ]);
    const [help] = diagnostics
      .filter(({ message }) => message.includes("Servr"))
      .map(({ help }) => help);
    expect(help).toContain("Server");
    expect(help).toMatch(/add the file, folder or OpenAPI document that holds it to the inputs/);
  });

  test.each(["http://[", "#/%E0%A4%A", "http://example.com:99999/", "#/$defs/a/type", "%"])(
    "%s dangles and is no crash",
    (reference) => {
      const { diagnostics } = runOnSchema({ $ref: reference, $defs: { a: { type: "string" } } });
      expect(placesOf(diagnostics)).toEqual(["dangling-ref /$ref"]);
    },
  );

  test("never reaches a property that every object inherits", () => {
    const { diagnostics } = runOnSchema({ $ref: "#/constructor" });
    expect(placesOf(diagnostics)).toEqual(["dangling-ref /$ref"]);
  });
});

describe("identifiers", () => {
  test("a fragment-only $id is no base but a name, and warned about (trap 3)", () => {
    const outcome = runOnSchema({
      $id: "#/components/schemas/Seed",
      $ref: "#/$defs/a",
      $defs: { a: {} },
    });
    expect(placesOf(outcome.diagnostics)).toEqual(["fragment-id /$id"]);
    expect(targetOf(outcome, "")).toBe("schema.json#/$defs/a");
  });

  test("a JSON Pointer as $id is no anchor in draft-07 either", () => {
    const outcome = runOn(
      [
        documentOf("one.json", { $id: "#/definitions/One" }),
        documentOf("two.json", { $ref: "#/definitions/One" }),
      ],
      "draft-07",
    );
    expect(placesOf(outcome.diagnostics)).toEqual(["fragment-id /$id"]);
    expect(targetOf(outcome, "", "two.json")).toBe("one.json#");
  });

  test("an empty fragment at the end of a $id makes no difference", () => {
    const outcome = runOnSchema({
      $id: "https://example.com/x#",
      properties: { p: { $ref: "https://example.com/x" } },
    });
    expect(targetOf(outcome, "/properties/p")).toBe("schema.json#");
  });
});

describe("$schema", () => {
  test("decides the dialect of its resource, embedded ones included (trap 5)", () => {
    const outcome = runOnSchema(
      {
        $schema: "http://json-schema.org/draft-07/schema#",
        definitions: {
          inner: {
            $id: "https://example.com/inner",
            $schema: "https://json-schema.org/draft/2020-12/schema",
            prefixItems: [{}],
          },
          plain: { prefixItems: [{}] },
        },
      },
      "openapi-3.0",
    );
    expect(nodeAt(outcome, "/definitions/inner").assertions).toHaveLength(1);
    expect(nodeAt(outcome, "/definitions/plain").assertions).toEqual([]);
  });

  test("says nothing inside a resource", () => {
    const outcome = runOnSchema({
      properties: { p: { $schema: "http://json-schema.org/draft-07/schema#", prefixItems: [{}] } },
    });
    expect(nodeAt(outcome, "/properties/p").assertions).toHaveLength(1);
  });

  test("that is unknown is an error with the known ones", () => {
    const { diagnostics } = runOnSchema({ $schema: "https://example.com/mine" });
    expect(placesOf(diagnostics)).toEqual(["dialect-unknown /$schema"]);
    expect(diagnostics[0]?.help).toContain("https://json-schema.org/draft/2020-12/schema");
  });

  test("absent, a file has the default dialect and an OpenAPI document its own", () => {
    const nullable = { type: "string", nullable: true };
    const api = (kind: "openapi-3.0" | "openapi-3.1") =>
      documentOf(`${kind}.json`, { components: { schemas: { N: nullable } } }, kind);
    const outcome = runOn(
      [documentOf("plain.json", nullable), api("openapi-3.0"), api("openapi-3.1")],
      "draft-07",
    );
    const types = (pointer: string, source: string) => nodeAt(outcome, pointer, source).assertions;
    expect(types("", "plain.json")).toMatchObject([{ types: ["string"] }]);
    expect(types("/components/schemas/N", "openapi-3.0.json")).toMatchObject([
      { types: ["string", "null"] },
    ]);
    expect(types("/components/schemas/N", "openapi-3.1.json")).toMatchObject([
      { types: ["string"] },
    ]);
  });
});
