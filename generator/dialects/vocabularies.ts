import { type Dialect, dialectByUri, openApiKeywords } from "./dialect.ts";
import { isJsonObject } from "./subschemas.ts";

/** The keywords of each vocabulary of 2019-09 and 2020-12, but those that hold subschemas. */
const plainVocabularies: Readonly<Record<string, string>> = {
  core: "$ref $anchor $recursiveRef $recursiveAnchor $dynamicRef $dynamicAnchor",
  applicator: "minContains maxContains",
  unevaluated: "",
  validation:
    "type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength " +
    "pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required " +
    "dependentRequired",
  "meta-data": "title description default deprecated readOnly writeOnly examples",
  format: "format",
  "format-annotation": "format",
  "format-assertion": "format",
  content: "contentEncoding contentMediaType",
};

/** The vocabulary of OpenAPI (3.1 §4.8.24), whose keywords are annotations. */
const openApiVocabulary = /^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/vocab\//;

/** Keywords with subschemas that stand outside the vocabulary of applicators. */
const subschemaVocabularies: Readonly<Record<string, string>> = {
  $defs: "core",
  definitions: "core",
  unevaluatedItems: "unevaluated",
  unevaluatedProperties: "unevaluated",
};

/** A dialect that a meta-schema describes, or the vocabulary that keeps it from being understood. */
export type MetaSchemaDialect =
  | { readonly ok: true; readonly dialect: Dialect }
  | { readonly ok: false; readonly vocabulary: string };

/**
 * The dialect that a custom meta-schema describes: that of its own `$schema`, with the keywords of
 * the vocabularies that it names (2020-12 core §8.1.2). One that it requires must be known.
 *
 * @param dialectOfMeta finds the dialect of a meta-schema by its URI
 * @returns `undefined` where the value is no meta-schema of a dialect that is known
 */
export function dialectOfMetaSchema(
  metaSchema: unknown,
  dialectOfMeta: (uri: string) => Dialect | undefined = dialectByUri,
): MetaSchemaDialect | undefined {
  const declared = isJsonObject(metaSchema) ? metaSchema["$schema"] : undefined;
  const base = typeof declared === "string" ? dialectOfMeta(declared) : undefined;
  if (!isJsonObject(metaSchema) || base === undefined) return undefined;
  const vocabularies = metaSchema["$vocabulary"];
  if (!isJsonObject(vocabularies) || base.vocabularyPrefix === undefined) {
    return { ok: true, dialect: base };
  }
  const names = new Set(["core"]);
  let formatAsserts = false;
  let isOpenApi = false;
  for (const [uri, required] of Object.entries(vocabularies)) {
    if (openApiVocabulary.test(uri)) {
      isOpenApi = true;
      continue;
    }
    const name = uri.startsWith(base.vocabularyPrefix)
      ? uri.slice(base.vocabularyPrefix.length)
      : "";
    if (Object.hasOwn(plainVocabularies, name)) names.add(name);
    if (name === "format-assertion" || (name === "format" && required === true))
      formatAsserts = true;
    if (!Object.hasOwn(plainVocabularies, name) && required === true)
      return { ok: false, vocabulary: uri };
  }
  // 2019-09 has no vocabulary of its own for unevaluated properties and items.
  if (base.name === "2019-09" && names.has("applicator")) names.add("unevaluated");
  const restricted = { ...restrict(base, names), formatAsserts };
  if (!isOpenApi) return { ok: true, dialect: restricted };
  const plainKeywords = new Set([...restricted.plainKeywords, ...openApiKeywords]);
  return { ok: true, dialect: { ...restricted, plainKeywords } };
}

function restrict(base: Dialect, vocabularies: ReadonlySet<string>): Dialect {
  const plain = new Set(
    [...vocabularies].flatMap((name) => plainVocabularies[name]?.split(" ") ?? []),
  );
  return {
    ...base,
    plainKeywords: new Set([...base.plainKeywords].filter((keyword) => plain.has(keyword))),
    subschemaKeywords: new Map(
      [...base.subschemaKeywords].filter(([keyword]) =>
        vocabularies.has(subschemaVocabularies[keyword] ?? "applicator"),
      ),
    ),
  };
}
