import { describe, expect, test } from "vitest";
import {
  type DynamicScope,
  emptyScope,
  enterResource,
  findReachableNames,
  restrictScope,
  scopeKey,
} from "../../../generator/resolve/dynamic-scope.ts";
import type { SchemaNode } from "../../../generator/model/model.ts";
import { type Outcome, documentOf, runOn, runOnSchema } from "../model/inputs.ts";

const tree = {
  $id: "https://example.com/tree",
  $dynamicAnchor: "node",
  properties: { children: { items: { $dynamicRef: "#node" } } },
};
const strictTree = {
  $id: "https://example.com/strict-tree",
  $dynamicAnchor: "node",
  $ref: "tree",
  unevaluatedProperties: false,
};

/** A run over files of dialect 2020-12, each given by its source. */
function runOnFiles(files: Readonly<Record<string, unknown>>): Outcome {
  return runOn(Object.entries(files).map(([source, schema]) => documentOf(source, schema)));
}

/** Every node made of the schema at a place, in the order of the graph. */
function nodesAt({ graph }: Outcome, source: string, pointer: string): SchemaNode[] {
  return graph.nodes.filter(
    ({ location }) => location.document.source === source && location.pointer === pointer,
  );
}

/** Where the references of the nodes at a place lead. */
function targetsAt(outcome: Outcome, source: string, pointer: string): string[] {
  return nodesAt(outcome, source, pointer).flatMap(({ assertions }) =>
    assertions.flatMap((assertion) => {
      if (assertion.keyword !== "$ref") return [];
      const target = outcome.graph.nodes[assertion.target]?.location;
      return target === undefined ? [] : `${target.document.source}#${target.pointer}`;
    }),
  );
}

/** What a scope says, with places as text. */
function shown(scope: DynamicScope): Record<string, string> {
  return Object.fromEntries(
    [...scope].map(([name, { document, pointer }]) => [name, `${document.source}#${pointer}`]),
  );
}

describe("a dynamic scope", () => {
  const { resolution } = runOnFiles({ "strict-tree.json": strictTree, "tree.json": tree });
  const inTree = enterResource(resolution, emptyScope, "https://example.com/tree");
  const inStrictTree = enterResource(resolution, emptyScope, "https://example.com/strict-tree");

  test("holds the dynamic anchors of the resource that is entered", () => {
    expect(shown(inTree)).toEqual({ node: "tree.json#" });
  });

  test("keeps the anchor of an outer resource before one further in", () => {
    const both = enterResource(resolution, inStrictTree, "https://example.com/tree");
    expect(shown(both)).toEqual({ node: "strict-tree.json#" });
  });

  test("is left as it is by a resource without dynamic anchors", () => {
    expect(enterResource(resolution, inTree, "https://example.com/none")).toBe(inTree);
  });

  test("is restricted to names, in their order", () => {
    const place = { document: documentOf("x.json", {}), pointer: "" };
    const scope = new Map([...inTree, ["b", place], ["a", place]] as const);
    expect([...restrictScope(scope, new Set(["b", "a"])).keys()]).toEqual(["a", "b"]);
    expect(shown(restrictScope(inTree, new Set(["node", "other"])))).toEqual(shown(inTree));
    expect(shown(restrictScope(inTree, new Set(["other"])))).toEqual({});
  });

  test("has a key that tells it from others, whatever the order of its names", () => {
    const [one, two] = [documentOf("1.json", {}), documentOf("2.json", {})].map((document) => ({
      document,
      pointer: "",
    }));
    if (one === undefined || two === undefined) throw new Error("there are two documents");
    const key = scopeKey(new Map([["a", one] as const, ["b", two] as const]));
    expect(scopeKey(new Map([["b", two] as const, ["a", one] as const]))).toBe(key);
    expect(scopeKey(new Map([["a", two] as const, ["b", one] as const]))).not.toBe(key);
    expect(scopeKey(new Map([["a", one] as const]))).not.toBe(key);
    expect(scopeKey(emptyScope)).toBe("");
  });
});

describe("the names that a place can ask for", () => {
  /** The names at the pointers of one schema. */
  function namesIn(schema: unknown, ...pointers: readonly string[]): string[][] {
    const document = documentOf("schema.json", schema);
    const namesFrom = findReachableNames(runOn([document]).resolution);
    return pointers.map((pointer) => [...namesFrom({ document, pointer })].sort());
  }

  test("are those of dynamic references below it, also through references and recursion", () => {
    const schema = {
      $defs: {
        a: { $dynamicAnchor: "a", anyOf: [{ $dynamicRef: "#a" }, { $ref: "#/$defs/b" }] },
        b: { $dynamicAnchor: "b", items: { $dynamicRef: "#b" } },
        through: { not: { $ref: "#/$defs/b" } },
        round: { properties: { self: { $ref: "#/$defs/round" } } },
      },
    };
    expect(namesIn(schema, "", "/$defs/a", "/$defs/b", "/$defs/through", "/$defs/round")).toEqual([
      ["a", "b"],
      ["a", "b"],
      ["b"],
      ["b"],
      [],
    ]);
  });

  test("include what the dynamic anchors that it can lead to ask for", () => {
    const { resolution, diagnostics } = runOnFiles({
      "base.json": {
        $id: "https://example.com/base",
        $dynamicAnchor: "item",
        items: { $dynamicRef: "#item" },
      },
      "other.json": {
        $id: "https://example.com/other",
        $dynamicAnchor: "item",
        properties: { p: { $dynamicRef: "#extra" } },
        $defs: { extra: { $dynamicAnchor: "extra" } },
      },
    });
    expect(diagnostics).toEqual([]);
    const base = resolution.inputs.documents[0];
    if (base === undefined) throw new Error("base.json was not read");
    const names = findReachableNames(resolution)({ document: base, pointer: "/items" });
    expect([...names].sort()).toEqual(["extra", "item"]);
  });

  test("are none without dynamic references", () => {
    expect(namesIn({ $dynamicAnchor: "a", not: { $ref: "#a" } }, "", "/not")).toEqual([[], []]);
  });
});

describe("a dynamic reference", () => {
  test("leads to the anchor of the outermost resource that has it", () => {
    const outcome = runOnFiles({ "strict-tree.json": strictTree, "tree.json": tree });
    expect(outcome.diagnostics).toEqual([]);
    expect(targetsAt(outcome, "tree.json", "/properties/children/items").sort()).toEqual([
      "strict-tree.json#",
      "tree.json#",
    ]);
  });

  test("leads to its own resource where no outer one has the anchor", () => {
    const outcome = runOnFiles({
      "plain.json": { $id: "https://example.com/plain", $ref: "tree" },
      "tree.json": tree,
    });
    expect(targetsAt(outcome, "tree.json", "/properties/children/items")).toEqual(["tree.json#"]);
  });

  test("is a plain one where its first target is no dynamic anchor", () => {
    const outcome = runOnFiles({
      "outer.json": { $id: "https://example.com/outer", $dynamicAnchor: "node", $ref: "inner" },
      "inner.json": {
        $id: "https://example.com/inner",
        not: { $dynamicRef: "#node" },
        $defs: { node: { $anchor: "node" } },
      },
    });
    expect(targetsAt(outcome, "inner.json", "/not")).toEqual(["inner.json#/$defs/node"]);
  });

  test("is a plain one where it is a JSON Pointer", () => {
    const outcome = runOnSchema({
      $defs: { a: { $dynamicAnchor: "a" } },
      not: { $dynamicRef: "#/$defs/a" },
    });
    expect(targetsAt(outcome, "schema.json", "/not")).toEqual(["schema.json#/$defs/a"]);
  });

  test("that is $recursiveRef needs $recursiveAnchor at both ends", () => {
    const recursive = (name: string, rest: object) => ({
      $schema: "https://json-schema.org/draft/2019-09/schema",
      $id: `https://example.com/${name}`,
      ...rest,
    });
    const inner = { items: { $recursiveRef: "#" } };
    const targets = (outerAnchor: boolean, innerAnchor: boolean) =>
      targetsAt(
        runOnFiles({
          "outer.json": recursive("outer", { $ref: "inner", $recursiveAnchor: outerAnchor }),
          "inner.json": recursive("inner", { ...inner, $recursiveAnchor: innerAnchor }),
        }),
        "inner.json",
        "/items",
      ).sort();
    expect(targets(true, true)).toEqual(["inner.json#", "outer.json#"]);
    expect(targets(false, true)).toEqual(["inner.json#"]);
    expect(targets(true, false)).toEqual(["inner.json#"]);
  });
});

describe("a schema in several dynamic scopes", () => {
  const outcome = runOnFiles({ "strict-tree.json": strictTree, "tree.json": tree });

  test("is a node for each, and a specialised definition of the root that entered it", () => {
    expect(nodesAt(outcome, "tree.json", "")).toHaveLength(2);
    const { definitions, roots } = outcome.graph;
    expect(definitions.map(({ specialized }) => specialized)).toEqual([true]);
    const owner = roots[definitions[0]?.root ?? -1]?.schema.document.source;
    expect(owner).toBe("strict-tree.json");
  });

  test("is one node where no dynamic reference can be reached from it", () => {
    const shared = runOnFiles({
      "a.json": { $id: "https://example.com/a", $dynamicAnchor: "node", $ref: "text" },
      "b.json": { $id: "https://example.com/b", $dynamicAnchor: "node", $ref: "text" },
      "text.json": { $id: "https://example.com/text", $dynamicAnchor: "node", type: "string" },
    });
    expect(nodesAt(shared, "text.json", "")).toHaveLength(1);
    expect(shared.graph.definitions).toEqual([]);
  });

  test("has its place among the definitions whatever other schemas reach it first", () => {
    const list = (name: string) => ({
      $id: `https://example.com/${name}`,
      items: { $dynamicRef: "#item" },
      $defs: { item: { $dynamicAnchor: "item" } },
    });
    const files = {
      "a/list.json": list("a/list"),
      "b/list.json": list("b/list"),
      "texts.json": {
        $id: "https://example.com/texts",
        allOf: [{ $ref: "a/list" }, { $ref: "b/list" }],
        $defs: { item: { $dynamicAnchor: "item", type: "string" } },
      },
    };
    const specialized = ({ graph }: Outcome) =>
      graph.definitions
        .filter((definition) => definition.specialized)
        .map(({ node }) => graph.nodes[node]?.location.document.source);
    const first = { "a.json": { $ref: "texts.json#/allOf/1" } };
    expect(specialized(runOnFiles(files))).toEqual(["a/list.json", "b/list.json"]);
    expect(specialized(runOnFiles({ ...first, ...files }))).toEqual(["a/list.json", "b/list.json"]);
  });

  test("reports what is malformed in it once", () => {
    const malformed = { ...tree, minLength: "1" };
    const { diagnostics } = runOnFiles({ "strict-tree.json": strictTree, "tree.json": malformed });
    expect(diagnostics.map(({ location }) => location?.pointer)).toEqual(["/minLength"]);
  });

  test("is the same graph whatever the order of the files", () => {
    const reversed = runOnFiles({ "tree.json": tree, "strict-tree.json": strictTree });
    const places = ({ graph }: Outcome) =>
      graph.nodes.map(({ location }) => `${location.document.source}#${location.pointer}`);
    expect(places(reversed)).toEqual(places(outcome));
  });
});
