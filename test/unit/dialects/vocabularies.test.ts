import { describe, expect, test } from "vitest";
import { type Dialect, dialectOf } from "../../../generator/dialects/dialect.ts";
import { dialectOfMetaSchema } from "../../../generator/dialects/vocabularies.ts";

const vocabulary2020 = "https://json-schema.org/draft/2020-12/vocab/";
const vocabulary2019 = "https://json-schema.org/draft/2019-09/vocab/";

/** The dialect of a meta-schema of 2020-12 that names vocabularies, by the ends of their URIs. */
function dialectWith(vocabularies: Readonly<Record<string, boolean>>): Dialect {
  return describedDialect("https://json-schema.org/draft/2020-12/schema", {
    ...prefixed(vocabulary2020, vocabularies),
  });
}

function describedDialect(schema: string, vocabularies: unknown): Dialect {
  const described = dialectOfMetaSchema({ $schema: schema, $vocabulary: vocabularies });
  if (described?.ok !== true) throw new Error("the meta-schema describes no dialect");
  return described.dialect;
}

function prefixed(prefix: string, vocabularies: Readonly<Record<string, boolean>>) {
  return Object.fromEntries(
    Object.entries(vocabularies).map(([name, required]) => [prefix + name, required]),
  );
}

function knows({ plainKeywords, subschemaKeywords }: Dialect, keyword: string): boolean {
  return plainKeywords.has(keyword) || subschemaKeywords.has(keyword);
}

/** Those of some keywords that a dialect knows. */
function known(dialect: Dialect, ...keywords: readonly string[]): string[] {
  return keywords.filter((keyword) => knows(dialect, keyword));
}

describe("the vocabularies of a meta-schema", () => {
  test("bring their keywords, and no others", () => {
    const dialect = dialectWith({ core: true, applicator: true });
    expect(known(dialect, "$ref", "$dynamicAnchor", "$defs")).toHaveLength(3);
    expect(known(dialect, "properties", "prefixItems", "if", "contains", "allOf")).toHaveLength(5);
    expect(
      known(dialect, "type", "minimum", "required", "format", "title", "unevaluatedProperties"),
    ).toEqual([]);
  });

  test("may leave applicators out", () => {
    const dialect = dialectWith({ core: true, validation: true });
    expect(known(dialect, "type", "dependentRequired", "$defs")).toHaveLength(3);
    expect(known(dialect, "properties", "items", "not", "dependentSchemas")).toEqual([]);
  });

  test("are known whether they are required or not", () => {
    expect(known(dialectWith({ validation: false }), "type")).toEqual(["type"]);
  });

  test("always hold the core", () => {
    expect(known(dialectWith({ validation: true }), "$ref", "$anchor", "$defs")).toHaveLength(3);
    expect(known(dialectWith({}), "$ref", "type")).toEqual(["$ref"]);
  });

  test("hold unevaluated keywords apart from 2020-12 on", () => {
    const keywords = ["unevaluatedItems", "unevaluatedProperties"] as const;
    expect(known(dialectWith({ unevaluated: true }), ...keywords)).toEqual(keywords);
    expect(known(dialectWith({ applicator: true }), ...keywords)).toEqual([]);
    const earlier = describedDialect(
      "https://json-schema.org/draft/2019-09/schema",
      prefixed(vocabulary2019, { core: true, applicator: true }),
    );
    expect(known(earlier, ...keywords)).toEqual(keywords);
  });

  test("of OpenAPI may be required beside others", () => {
    const dialect = describedDialect("https://json-schema.org/draft/2020-12/schema", {
      ...prefixed(vocabulary2020, { core: true }),
      "https://spec.openapis.org/oas/3.1/vocab/base": true,
    });
    expect(known(dialect, "example", "discriminator", "type")).toEqual([
      "example",
      "discriminator",
    ]);
  });

  test("of another dialect bring nothing", () => {
    const dialect = describedDialect(
      "https://json-schema.org/draft/2020-12/schema",
      prefixed(vocabulary2019, { validation: false }),
    );
    expect(known(dialect, "type")).toEqual([]);
  });

  test.each(["constructor", "__proto__", "toString"])(
    "are unknown where one has the name %s",
    (name) => {
      const vocabularies = JSON.parse(`{ "${vocabulary2020}${name}": true }`) as unknown;
      expect(
        dialectOfMetaSchema({
          $schema: "https://json-schema.org/draft/2020-12/schema",
          $vocabulary: vocabularies,
        }),
      ).toEqual({ ok: false, vocabulary: vocabulary2020 + name });
    },
  );
});

describe("a vocabulary that is not known", () => {
  const own = "https://example.com/vocabulary";

  test("keeps the dialect from being understood where it is required", () => {
    const metaSchema = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $vocabulary: { [`${vocabulary2020}core`]: true, [own]: true },
    };
    expect(dialectOfMetaSchema(metaSchema)).toEqual({ ok: false, vocabulary: own });
  });

  test("is ignored where it is not", () => {
    const dialect = describedDialect("https://json-schema.org/draft/2020-12/schema", {
      [`${vocabulary2020}validation`]: true,
      [own]: false,
    });
    expect(known(dialect, "type", "properties")).toEqual(["type"]);
  });
});

describe("format", () => {
  const schema2019 = "https://json-schema.org/draft/2019-09/schema";

  test.each([
    ["format-annotation of 2020-12", dialectWith({ "format-annotation": true }), false],
    ["format-assertion of 2020-12", dialectWith({ "format-assertion": true }), true],
    [
      "format-assertion of 2020-12 that is not required",
      dialectWith({ "format-assertion": false }),
      true,
    ],
    [
      "format of 2019-09",
      describedDialect(schema2019, prefixed(vocabulary2019, { format: true })),
      true,
    ],
    [
      "format of 2019-09 that is not required",
      describedDialect(schema2019, prefixed(vocabulary2019, { format: false })),
      false,
    ],
  ])("is judged by the vocabulary %s", (_, dialect, asserts) => {
    expect(known(dialect, "format")).toEqual(["format"]);
    expect(dialect.formatAsserts).toBe(asserts);
  });
});

describe("a meta-schema", () => {
  test("without vocabularies describes the dialect of its own $schema", () => {
    const metaSchema = { $schema: "https://json-schema.org/draft/2020-12/schema" };
    expect(dialectOfMetaSchema(metaSchema)).toEqual({ ok: true, dialect: dialectOf("2020-12") });
  });

  test("of a dialect that has no vocabularies describes that dialect", () => {
    const metaSchema = {
      $schema: "http://json-schema.org/draft-07/schema#",
      $vocabulary: { "https://example.com/vocabulary": true },
    };
    expect(dialectOfMetaSchema(metaSchema)).toEqual({ ok: true, dialect: dialectOf("draft-07") });
  });

  test("may be of a dialect that another meta-schema describes", () => {
    const base = dialectWith({ validation: true });
    const uri = "https://example.com/meta";
    const described = dialectOfMetaSchema({ $schema: uri }, (meta) =>
      meta === uri ? base : undefined,
    );
    expect(described).toEqual({ ok: true, dialect: base });
  });

  test.each([
    ["is no object", true],
    ["has no $schema", { $vocabulary: {} }],
    ["has a $schema that is no string", { $schema: 1 }],
    ["is of a dialect that is not known", { $schema: "https://example.com/none" }],
  ])("that %s describes no dialect", (_, metaSchema) => {
    expect(dialectOfMetaSchema(metaSchema)).toBeUndefined();
  });
});
