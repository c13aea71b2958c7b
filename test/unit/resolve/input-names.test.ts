import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.ts";
import type { Document } from "../../../generator/load/document.ts";
import { schemaName } from "../../../generator/names/schema-name.ts";
import { resolveReferences } from "../../../generator/resolve/resolve.ts";
import { placeKey } from "../../../generator/resolve/resources.ts";
import { documentOf, inputsOf } from "../model/inputs.ts";

describe("the names of the inputs", () => {
  const reference = { $ref: "#/components/schemas/my-thing" };

  function resolveNamed(...sources: readonly string[]) {
    const diagnostics: Diagnostic[] = [];
    const seed = documentOf("seed.json", reference);
    const others = sources.map((source) => documentOf(source, { title: source }));
    const { targets } = resolveReferences(
      inputsOf(seed, ...others),
      {
        defaultDialect: "2020-12",
        nameOf: ({ document }) =>
          schemaName({ document, pointer: "" }, { by: "id", rename: new Map() }),
      },
      (diagnostic) => diagnostics.push(diagnostic),
    );
    return { target: targets.get(placeKey(seed, ""))?.document.source, diagnostics };
  }

  test("are meant as type names and as the stems of their files", () => {
    expect(resolveNamed("my-thing.json", "other.json")).toEqual({
      target: "my-thing.json",
      diagnostics: [],
    });
    expect(resolveNamed("my-thing.schema.yaml").target).toBe("my-thing.schema.yaml");
    expect(resolveNamed("my-things.json")).toMatchObject({
      target: undefined,
      diagnostics: [{ code: "dangling-ref" }],
    });
  });

  test("are ambiguous where the files of one stem differ", () => {
    expect(resolveNamed("a/my-thing.json", "b/my-thing.json").diagnostics).toMatchObject([
      { code: "ambiguous-ref" },
    ]);
  });

  test("are asked for once each, however many references there are", () => {
    const documents = [
      documentOf("seed.json", { anyOf: Array.from({ length: 9 }, () => ({ $ref: "#/$defs/X" })) }),
      documentOf("X.json", {}),
    ];
    const asked: string[] = [];
    const nameOf = ({ document }: { document: Document }) => {
      asked.push(document.source);
      return document.source.replace(".json", "");
    };
    resolveReferences(
      inputsOf(...documents),
      { defaultDialect: "2020-12", nameOf },
      () => undefined,
    );
    expect(asked).toEqual(["X.json", "seed.json"]);
  });
});
