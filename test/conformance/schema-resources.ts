/** A schema resource (2020-12 core §4.3.5): a schema with a URI of its own. */
export interface SchemaResource {
  readonly uri: string;
  readonly root: unknown;
  readonly rules: IdentifierRules;
  /** Its schemas by plain-name fragment, dynamic ones among them. */
  readonly anchors: Map<string, unknown>;
  readonly dynamicAnchors: Map<string, unknown>;
}

/** How the schemas of a dialect are identified. */
interface IdentifierRules {
  readonly identifier: "id" | "$id";
  /** Up to draft-07: nothing beside `$ref` counts, and `#name` as an identifier is an anchor. */
  readonly legacy: boolean;
}

/** Finds the JSON of a document outside the schema at hand; `undefined` where there is none. */
export type FindDocument = (uri: string) => unknown;

/** The resources of a schema and of every document that it refers to. */
export interface SchemaResources {
  readonly root: SchemaResource;
  /** The resource that a schema object stands in; `undefined` for what is no schema. */
  readonly holding: (schema: unknown) => SchemaResource | undefined;
  /** The resource with a URI without fragment; `undefined` where no document has it. */
  readonly at: (uri: string) => SchemaResource | undefined;
}

/** Keywords whose members are schemas. */
export const keywordsOfMaps: ReadonlySet<string> = new Set([
  "$defs",
  "definitions",
  "dependencies",
  "dependentSchemas",
  "patternProperties",
  "properties",
]);

const keywordsOfSchemas: ReadonlySet<string> = new Set([
  "additionalItems",
  "additionalProperties",
  "allOf",
  "anyOf",
  "contains",
  "else",
  "if",
  "items",
  "not",
  "oneOf",
  "prefixItems",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
]);

/**
 * Indexes the resources of a schema, to judge by them what the generator makes of references. It
 * shares nothing with the generator but the specification.
 *
 * @param uri the URI of the document that the schema is
 * @param dialect the `$schema` of documents that have none
 */
export function indexResources(
  schema: unknown,
  uri: string,
  dialect: string,
  findDocument: FindDocument,
): SchemaResources {
  const byUri = new Map<string, SchemaResource>();
  const bySchema = new Map<object, SchemaResource>();

  const rulesOf = (declared: string): IdentifierRules => {
    if (declared.includes("draft-04")) return { identifier: "id", legacy: true };
    if (/draft-0[67]/.test(declared)) return { identifier: "$id", legacy: true };
    const metaSchema = findDocument(withoutFragment(declared));
    const meta = isObject(metaSchema) ? metaSchema["$schema"] : undefined;
    return typeof meta === "string" && meta !== declared
      ? rulesOf(meta)
      : { identifier: "$id", legacy: false };
  };

  const enterResource = (root: unknown, base: string, rules: IdentifierRules): SchemaResource => {
    const anchors = new Map<string, unknown>();
    const resource = {
      uri: base,
      root,
      rules,
      anchors,
      dynamicAnchors: new Map<string, unknown>(),
    };
    if (!byUri.has(base)) byUri.set(base, resource);
    return resource;
  };

  const enterSchema = (value: unknown, outer: SchemaResource): void => {
    if (!isObject(value)) return;
    const declared = value["$schema"];
    const rules = typeof declared === "string" ? rulesOf(declared) : outer.rules;
    const refersOnly = rules.legacy && typeof value["$ref"] === "string";
    const identifier = refersOnly ? undefined : value[rules.identifier];
    let resource = outer;
    if (typeof identifier === "string") {
      const { uri: named, fragment } = resolveReference(identifier, outer.uri);
      if (named !== outer.uri) resource = enterResource(value, named, rules);
      if (fragment !== "") resource.anchors.set(fragment, value);
    }
    bySchema.set(value, resource);
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const anchor = value[keyword];
      if (typeof anchor !== "string" || rules.legacy) continue;
      resource.anchors.set(anchor, value);
      if (keyword === "$dynamicAnchor") resource.dynamicAnchors.set(anchor, value);
    }
    for (const subschema of subschemasOf(value)) enterSchema(subschema, resource);
  };

  const enterDocument = (value: unknown, documentUri: string): SchemaResource => {
    const declared = isObject(value) ? value["$schema"] : undefined;
    const rules = rulesOf(typeof declared === "string" ? declared : dialect);
    const outer = enterResource(value, documentUri, rules);
    enterSchema(value, outer);
    return (isObject(value) ? bySchema.get(value) : undefined) ?? outer;
  };

  const root = enterDocument(schema, uri);
  return {
    root,
    holding: (each) => (isObject(each) ? bySchema.get(each) : undefined),
    at: (wanted) => {
      const known = byUri.get(wanted);
      if (known !== undefined) return known;
      const found = findDocument(wanted);
      if (found === undefined) return undefined;
      enterDocument(found, wanted);
      return byUri.get(wanted);
    },
  };
}

/**
 * Splits the URI that a reference resolves to into what stands before its fragment and the fragment,
 * decoded (RFC 3986 §5).
 */
export function resolveReference(
  reference: string,
  base: string,
): { readonly uri: string; readonly fragment: string } {
  const absolute = new URL(reference, base).href;
  const fragment = absolute.includes("#") ? absolute.slice(absolute.indexOf("#") + 1) : "";
  return { uri: withoutFragment(absolute), fragment: decodeURIComponent(fragment) };
}

function withoutFragment(uri: string): string {
  return uri.replace(/#.*$/, "");
}

function subschemasOf(schema: Readonly<Record<string, unknown>>): unknown[] {
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (keywordsOfMaps.has(keyword)) return isObject(value) ? Object.values(value) : [];
    if (!keywordsOfSchemas.has(keyword)) return [];
    return Array.isArray(value) ? (value as unknown[]) : [value];
  });
}

/**
 * Whether a value is a JSON object.
 */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
