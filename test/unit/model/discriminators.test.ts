import { describe, expect, test } from "vitest";
import type { DiscriminatorMode } from "../../../generator/dialects/discriminator.ts";
import type { DocumentKind } from "../../../generator/load/document.ts";
import { discriminatedUnion } from "../../../generator/model/discriminators.ts";
import { reportFindings } from "../../../generator/model/findings.ts";
import { buildGraph } from "../../../generator/model/graph.ts";
import { tagOf } from "../../../generator/model/tags.ts";
import { documentOf, nodeAt, type Outcome, runOn } from "./inputs.ts";

const toSchemas = "#/components/schemas";

function runOnApi(schemas: object, kind: DocumentKind = "openapi-3.1"): Outcome {
  return runOn([documentOf("api.json", { components: { schemas } }, kind)]);
}

/** The values that select each branch of the schema `Pet`. */
function valuesIn(outcome: Outcome): readonly (readonly string[])[] | undefined {
  const node = nodeAt(outcome, "/components/schemas/Pet");
  return discriminatedUnion(outcome.graph, node)?.branches.map((branch) => branch.values);
}

function assertedGraph({ resolution }: Outcome, discriminator: DiscriminatorMode = "assert") {
  return buildGraph(resolution, () => undefined, { discriminator });
}

const animal = (kind: object = { type: "string" }) => ({
  type: "object",
  properties: { kind },
  required: ["kind"],
});

/** A union of Cat and Dog, with a discriminator. */
const pet = (mapping?: object, branches: readonly object[] = []) => ({
  oneOf: [{ $ref: `${toSchemas}/Cat` }, { $ref: `${toSchemas}/Dog` }, ...branches],
  discriminator: { propertyName: "kind", ...(mapping && { mapping }) },
});

describe("a branch is selected", () => {
  const values = (mapping?: object, cat: object = animal()) =>
    valuesIn(runOnApi({ Pet: pet(mapping), Cat: cat, Dog: animal() }));

  test("by the name of the component that it is", () => {
    expect(values()).toEqual([["Cat"], ["Dog"]]);
  });

  test.each([
    ["a reference", `${toSchemas}/Cat`],
    ["a relative reference", `api.json${toSchemas}/Cat`],
    ["the name of a component", "Cat"],
  ])("by the values that are mapped to it by %s, and by its name no more", (_, cat) => {
    expect(values({ cat, tom: cat })).toEqual([["cat", "tom"], ["Dog"]]);
  });

  test("by the values that it lists itself, where none is mapped to it", () => {
    expect(values({}, animal({ enum: ["a", "b"] }))).toEqual([["a", "b"], ["Dog"]]);
    expect(values({ c: "Cat" }, animal({ enum: ["a", "b"] }))).toEqual([["c"], ["Dog"]]);
  });

  test("by no value that is mapped to another", () => {
    expect(values({ Cat: "Dog" })).toEqual([[], ["Cat"]]);
  });

  test("by a value that is an ordinary name, whatever JavaScript makes of it", () => {
    const mapping: unknown = JSON.parse('{ "__proto__": "Cat", "constructor": "Dog" }');
    expect(values(mapping as object)).toEqual([["__proto__"], ["constructor"]]);
  });

  test("in another file, and there by a name of the document that refers to it", () => {
    const outcome = runOn([
      documentOf(
        "api.json",
        {
          components: {
            schemas: { Pet: { $ref: "models.json#/Pet" }, Cat: animal(), Dog: animal() },
          },
        },
        "openapi-3.0",
      ),
      documentOf("models.json", {
        Pet: {
          oneOf: [{ $ref: "#/Cow" }, { $ref: "api.json#/components/schemas/Cat" }],
          discriminator: { propertyName: "kind", mapping: { cow: "#/Cow", cat: "Cat" } },
        },
        Cow: animal(),
      }),
    ]);
    const node = nodeAt(outcome, "/Pet", "models.json");
    const union = discriminatedUnion(outcome.graph, node);
    expect(union?.branches.map((branch) => branch.values)).toEqual([["cow"], ["cat"]]);
    expect(outcome.diagnostics).toEqual([]);
  });

  test("by any other value, and by none, where it is the default of OpenAPI 3.2", () => {
    const union = pet({ cat: "Cat" });
    const discriminator = { ...union.discriminator, defaultMapping: "Dog" };
    const outcome = runOnApi(
      { Pet: { ...union, discriminator }, Cat: animal(), Dog: animal() },
      "openapi-3.2",
    );
    const node = nodeAt(outcome, "/components/schemas/Pet");
    const branches = discriminatedUnion(outcome.graph, node)?.branches ?? [];
    expect(branches.map((branch) => branch.fallback)).toEqual([false, true]);
  });
});

test("a discriminator is unknown to JSON Schema", () => {
  const outcome = runOn([documentOf("a.json", { ...pet(), $defs: {} })]);
  expect(nodeAt(outcome, "").discriminator).toBeUndefined();
});

describe("an asserted discriminator", () => {
  test("gives a union a tag", () => {
    const outcome = runOnApi({ Pet: pet({ cat: "Cat" }), Cat: animal(), Dog: animal() });
    const tagIn = (mode: DiscriminatorMode) => {
      const graph = assertedGraph(outcome, mode);
      const union = nodeAt({ ...outcome, graph }, "/components/schemas/Pet").assertions.find(
        (assertion) => assertion.keyword === "oneOf",
      );
      const tag = tagOf(graph, union?.subschemas ?? []);
      return tag && [tag.property, ...tag.branches.map((branch) => branch.values)];
    };
    expect(tagIn("annotate")).toBeUndefined();
    expect(tagIn("assert")).toEqual(["kind", ["cat"], ["Dog"]]);
  });

  test("leaves a union alone that says it all itself", () => {
    const schemas = {
      Pet: pet(),
      Cat: animal({ const: "Cat" }),
      Dog: animal({ enum: ["Dog"] }),
    };
    const outcome = runOnApi(schemas);
    expect(assertedGraph(outcome).nodes).toHaveLength(outcome.graph.nodes.length);
  });

  test("leaves the parent of a schema alone, however they refer to each other", () => {
    const outcome = runOnApi({
      Animal: { ...animal(), discriminator: { propertyName: "kind", mapping: { cat: "Cat" } } },
      Cat: { allOf: [{ $ref: `${toSchemas}/Animal` }] },
    });
    expect(outcome.diagnostics).toEqual([]);
    expect(assertedGraph(outcome).nodes).toEqual(outcome.graph.nodes);
  });
});

describe("it is warned about", () => {
  /** The place below `Pet` and the message of each warning about the discriminator. */
  function warnings(schemas: object): readonly (readonly [string, string])[] {
    const outcome = runOnApi(schemas);
    const found = [...outcome.diagnostics];
    reportFindings(
      outcome.graph,
      () => undefined,
      (diagnostic) => found.push(diagnostic),
    );
    return found.map(({ code, message, location }) => {
      expect(code === "discriminator-invalid" || code === "annotation-invalid").toBe(true);
      return [(location?.pointer ?? "").replace("/components/schemas/", ""), message];
    });
  }
  const others = { Cat: animal(), Dog: animal() };

  test("nothing of one that fits", () => {
    expect(warnings({ Pet: pet({ cat: "Cat" }), ...others })).toEqual([]);
    expect(warnings({ Pet: pet({ cat: "Cat" }, [{ type: "null" }]), ...others })).toEqual([]);
  });

  test("a mapping to a schema that does not exist, with the nearest names", () => {
    const outcome = runOnApi({ Pet: pet({ "c/t": "Cta", dog: "dog.json" }), ...others });
    expect(
      outcome.diagnostics.map(({ message, location }) => [location?.pointer, message]),
    ).toEqual([
      [
        "/components/schemas/Pet/discriminator/mapping/c~1t",
        'the mapping of "c/t" leads to "Cta", which is no schema of the inputs',
      ],
      [
        "/components/schemas/Pet/discriminator/mapping/dog",
        'the mapping of "dog" leads to "dog.json", which is no schema of the inputs',
      ],
    ]);
    expect(outcome.diagnostics[0]?.help).toMatch(/^did you mean "Cat"/);
  });

  test("a mapping to a schema that is no branch", () => {
    expect(warnings({ Pet: pet({ cow: "Cow" }), Cow: animal(), ...others })).toEqual([
      ["Pet/discriminator/mapping/cow", '"cow" is mapped to Cow, which is no branch of oneOf'],
    ]);
  });

  test("a branch that does not declare or require the property", () => {
    const schemas = {
      Pet: pet(),
      Cat: { type: "object" },
      Dog: { type: "object", properties: { kind: {} } },
    };
    const read = 'the property "kind" that the discriminator reads';
    expect(warnings(schemas)).toEqual([
      ["Pet/discriminator/propertyName", `Cat does not declare ${read}`],
      ["Pet/discriminator/propertyName", `Dog does not require ${read}`],
    ]);
  });

  test("a value that its branch refuses, by a list or by its type", () => {
    const schemas = {
      Pet: pet({ cat: "Cat", dog: "Dog" }),
      Cat: animal({ const: "Cat" }),
      Dog: animal({ type: "integer" }),
    };
    expect(warnings(schemas)).toEqual([
      ["Pet/discriminator/mapping/cat", '"cat" is mapped to Cat, whose "kind" refuses it'],
      ["Pet/discriminator/mapping/dog", '"dog" is mapped to Dog, whose "kind" refuses it'],
    ]);
  });

  test("a component without mapping that refuses its own name", () => {
    expect(warnings({ Pet: pet(), ...others, Cat: animal({ enum: ["cat"] }) })).toEqual([
      ["Pet/discriminator/propertyName", 'Cat has no mapping, and its "kind" refuses its own name'],
    ]);
  });

  test("a branch that no value selects", () => {
    expect(warnings({ Pet: pet({}, [animal()]), ...others })).toEqual([
      ["Pet/discriminator/propertyName", 'no value of "kind" selects branch 2 of oneOf'],
    ]);
  });

  test("a parent without the property, and a mapping to what does not extend it", () => {
    const discriminator = { propertyName: "kind", mapping: { dog: "Dog", cat: "Cat" } };
    const schemas = {
      Pet: { type: "object", discriminator },
      Cat: { allOf: [{ $ref: `${toSchemas}/Pet` }] },
      Dog: animal(),
    };
    expect(warnings(schemas)).toEqual([
      [
        "Pet/discriminator/propertyName",
        'Pet does not declare the property "kind" that the discriminator reads',
      ],
      [
        "Pet/discriminator/mapping/dog",
        '"dog" is mapped to Dog, which does not extend Pet by allOf',
      ],
    ]);
  });

  test.each([
    ["kind", "", "discriminator must be an object with a propertyName"],
    [{ mapping: {} }, "", "discriminator must be an object with a propertyName"],
    [{ propertyName: "kind", mapping: [] }, "/mapping", "mapping must be an object of texts"],
    [
      { propertyName: "kind", mapping: { cat: 1 } },
      "/mapping",
      "mapping must be an object of texts",
    ],
  ])("that it is malformed: %j", (discriminator, place, message) => {
    expect(warnings({ Pet: { ...pet(), discriminator }, ...others })).toEqual([
      [`Pet/discriminator${place}`, message],
    ]);
  });
});
