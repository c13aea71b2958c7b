import { appendTokens } from "../pointer/json-pointer.ts";
import { nearestNames } from "../text/nearest.ts";
import { type Dialect, dialectOf } from "./dialect.ts";
import { type DialectName, dialectNames } from "./dialect-name.ts";

/** A keyword that a schema writes and that means nothing there, with the reason. */
export type IgnoredKeyword = {
  readonly keyword: string;
  /** JSON Pointer from the schema to the keyword. */
  readonly path: string;
} & (
  | {
      /** No dialect knows it. */
      readonly reason: "unknown";
      /** What it is likely a misspelling of. */
      readonly nearest: readonly string[];
    }
  | {
      /** The schema's dialect does not know it, or its meta-schema leaves the vocabulary out. */
      readonly reason: "other-dialect";
      /** The dialects that know it. */
      readonly dialects: readonly DialectName[];
    }
  | {
      /** It stands beside a `$ref` that stands alone. */
      readonly reason: "beside-ref";
    }
  | {
      /** It only says more of another keyword, which the schema lacks. */
      readonly reason: "without-partner";
      readonly partner: string;
    }
);

/** Keywords that identify, hold definitions or speak to people, in whatever dialect. */
const universalKeywords = words(
  "$ref $schema $vocabulary $comment $defs definitions " +
    "title description default example examples deprecated readOnly writeOnly contentSchema",
);

/** Annotations of OpenAPI, of editors and of generators. */
const toolKeywords = words(
  "discriminator externalDocs xml " +
    "allowComments allowTrailingCommas defaultSnippets deprecationMessage doNotSuggest " +
    "enumDescriptions enumItemLabels errorMessage markdownDescription markdownEnumDescriptions " +
    "patternErrorMessage suggestSortText " +
    "existingJavaType javaType tsEnumNames tsType",
);

const dialectsThatKnow = new Map<string, DialectName[]>();
for (const name of dialectNames) {
  const { plainKeywords, subschemaKeywords, identifier } = dialectOf(name);
  for (const keyword of new Set([...plainKeywords, ...subschemaKeywords.keys(), identifier])) {
    if (keyword === undefined) continue;
    dialectsThatKnow.set(keyword, [...(dialectsThatKnow.get(keyword) ?? []), name]);
  }
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/**
 * The keywords of a schema that mean nothing there, in the order of the source. They are no faults: a
 * keyword that is not known is an annotation (2020-12 core §6.5). Those that are known to be meant
 * as annotations are left out, such as all that begin with `x-`.
 */
export function ignoredKeywords(
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly IgnoredKeyword[] {
  const ignored: IgnoredKeyword[] = [];
  for (const keyword of Object.keys(schema)) {
    if (universalKeywords.has(keyword) || keyword === dialect.identifier) continue;
    const found = ignoredKeyword(keyword, schema, dialect);
    if (found !== undefined) ignored.push(found);
  }
  return ignored;
}

function ignoredKeyword(
  keyword: string,
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): IgnoredKeyword | undefined {
  const path = () => appendTokens("", keyword);
  if (!knows(dialect, keyword)) {
    const dialects = dialectsThatKnow.get(keyword);
    if (dialects !== undefined) return { keyword, path: path(), reason: "other-dialect", dialects };
    if (toolKeywords.has(keyword) || keyword.startsWith("x-")) return undefined;
    const nearest = nearestKeywords(keyword, dialect);
    return { keyword, path: path(), reason: "unknown", nearest };
  }
  if (dialect.refStandsAlone && typeof schema["$ref"] === "string") {
    return { keyword, path: path(), reason: "beside-ref" };
  }
  const partner = missingPartner(keyword, schema, dialect);
  if (partner === undefined) return undefined;
  return { keyword, path: path(), reason: "without-partner", partner };
}

function knows(dialect: Dialect, keyword: string): boolean {
  return (
    dialect.plainKeywords.has(keyword) ||
    dialect.subschemaKeywords.has(keyword) ||
    dialect.identifier === keyword
  );
}

/**
 * Whether some dialect, or some tool that is known, gives a keyword a meaning.
 */
export function isKnownKeyword(keyword: string): boolean {
  return (
    universalKeywords.has(keyword) || toolKeywords.has(keyword) || dialectsThatKnow.has(keyword)
  );
}

function nearestKeywords(keyword: string, dialect: Dialect): readonly string[] {
  const known = [...dialect.plainKeywords, ...dialect.subschemaKeywords.keys()];
  const letters = keyword.toLowerCase();
  const alike = known.filter((candidate) => candidate.toLowerCase() === letters);
  return alike.length > 0 ? alike : nearestNames(keyword, known, 1);
}

/** The keyword without which another one of a schema says nothing (2020-12 core §10.2.2, §10.3.1). */
function missingPartner(
  keyword: string,
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): string | undefined {
  const unless = (isThere: boolean, partner: string) => (isThere ? undefined : partner);
  const has = (partner: string) => Object.hasOwn(schema, partner);
  switch (keyword) {
    case "if":
      // What it matches is evaluated all the same, where something asks for that.
      return unless(
        has("then") || has("else") || dialect.subschemaKeywords.has("unevaluatedProperties"),
        "then",
      );
    case "then":
    case "else":
      return unless(has("if"), "if");
    case "minContains":
    case "maxContains":
      return unless(has("contains"), "contains");
    case "additionalItems":
      return unless(Array.isArray(schema["items"]), "items");
    case "exclusiveMinimum":
      return unless(has("minimum") || !dialect.booleanExclusiveLimits, "minimum");
    case "exclusiveMaximum":
      return unless(has("maximum") || !dialect.booleanExclusiveLimits, "maximum");
    case "nullable":
      return unless(has("type"), "type");
    default:
      return undefined;
  }
}
