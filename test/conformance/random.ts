import fc from "fast-check";

/** A value that a JSON parser can make. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A schema of 2020-12 with instances that were drawn from the same small stock of names and values. */
export interface RandomCase {
  readonly schema: Json;
  readonly instances: readonly Json[];
}

/** The members of a schema or of an instance: entries, so that `__proto__` is a name like others. */
type Members = readonly (readonly [string, Json])[];

/** What a schema may refer to at its place. */
interface Place {
  /** How many more schemas may be nested. */
  readonly depth: number;
  /** In place, the definitions from here on may be referred to: no reference leads back to itself. */
  readonly definition: number;
}

const definitions = ["first", "constructor", "__proto__", "a/b~c"] as const;

const pointers = ["#/$defs/first", "#/$defs/constructor", "#/$defs/__proto__", "#/$defs/a~1b~0c"];

const anchor = "origin";

const names = fc.constantFrom("a", "b", "ab", "foo", "__proto__", "constructor", "é");

const strings = fc.constantFrom("", "a", "b", "ab", "foo", "é", "\u{1F600}", "\u{1F600}a", "1");

const numbers = fc.constantFrom(0, 1, 2, 3, -1, 0.1, 0.3, 0.5, 1.1, 1.5, 4.35, 19.99, 1e21);

const patterns = fc.constantFrom("^a", "b$", "^.$", "o+", "^__", "^\\p{L}+$", "[^a]");

const divisors = fc.constantFrom(1, 2, 3, 0.1, 0.01, 0.5, 0.3, 1.1);

const bounds = fc.constantFrom(0, 0.3, 1, 1.5, 2, 3);

const counts = fc.nat({ max: 3 });

const types = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;

const scalars = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  { weight: 2, arbitrary: numbers },
  { weight: 2, arbitrary: strings },
);

function asObject(members: Members): Json {
  return Object.fromEntries(members);
}

function objectOf(value: fc.Arbitrary<Json>, maxLength: number): fc.Arbitrary<Json> {
  return fc
    .uniqueArray(fc.tuple(names, value), { maxLength, selector: ([name]) => name })
    .map(asObject);
}

function instanceOf(depth: number): fc.Arbitrary<Json> {
  if (depth === 0) return scalars;
  const nested = instanceOf(depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: scalars },
    { weight: 3, arbitrary: fc.array(nested, { maxLength: 4 }) },
    { weight: 4, arbitrary: objectOf(nested, 4) },
  );
}

const values = instanceOf(1);

function keyword(name: string, value: fc.Arbitrary<Json>): fc.Arbitrary<Members> {
  return value.map((drawn) => [[name, drawn]]);
}

function keywords(...each: readonly fc.Arbitrary<Members>[]): fc.Arbitrary<Members> {
  return fc.tuple(...each).map((members) => members.flat());
}

function maybe(each: fc.Arbitrary<Members>): fc.Arbitrary<Members> {
  return fc.option(each, { nil: [] });
}

const assertions: readonly fc.Arbitrary<Members>[] = [
  keyword("type", fc.constantFrom(...types)),
  keyword("type", fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 })),
  keyword("const", values),
  keyword("enum", fc.array(values, { minLength: 1, maxLength: 4 })),
  keyword("multipleOf", divisors),
  ...["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"].map((name) =>
    keyword(name, bounds),
  ),
  ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"].map(
    (name) => keyword(name, counts),
  ),
  keyword("pattern", patterns),
  keyword("uniqueItems", fc.boolean()),
  keyword("required", fc.uniqueArray(names, { maxLength: 2 })),
  keyword("dependentRequired", objectOf(fc.uniqueArray(names, { maxLength: 2 }), 2)),
];

/** Applicators to the instance itself. */
function inPlaceApplicators(schema: fc.Arbitrary<Json>): readonly fc.Arbitrary<Members>[] {
  const several = fc.array(schema, { minLength: 1, maxLength: 3 });
  return [
    keyword("allOf", several),
    keyword("anyOf", several),
    keyword("oneOf", several),
    keyword("not", schema),
    keyword("dependentSchemas", objectOf(schema, 2)),
    keywords(keyword("if", schema), maybe(keyword("then", schema)), maybe(keyword("else", schema))),
  ];
}

/** Applicators to the items and properties of the instance. */
function childApplicators(schema: fc.Arbitrary<Json>): readonly fc.Arbitrary<Members>[] {
  const byPattern = fc
    .uniqueArray(fc.tuple(patterns, schema), { maxLength: 2, selector: ([pattern]) => pattern })
    .map(asObject);
  return [
    keyword("properties", objectOf(schema, 3)),
    keywords(
      keyword("properties", objectOf(schema, 3)),
      keyword("required", fc.uniqueArray(names, { maxLength: 2 })),
    ),
    keyword("patternProperties", byPattern),
    keyword("additionalProperties", schema),
    keyword("propertyNames", schema),
    keyword("unevaluatedProperties", schema),
    keyword("items", schema),
    keyword("prefixItems", fc.array(schema, { minLength: 1, maxLength: 3 })),
    keyword("unevaluatedItems", schema),
    keywords(
      keyword("contains", schema),
      maybe(keyword("minContains", counts)),
      maybe(keyword("maxContains", counts)),
    ),
  ];
}

function referenceTo(targets: readonly string[]): readonly fc.Arbitrary<Members>[] {
  return targets.length === 0 ? [] : [keyword("$ref", fc.constantFrom(...targets))];
}

function schemaOf(depth: number): (definition: number) => fc.Arbitrary<Json> {
  const drawn = new Map<number, fc.Arbitrary<Json>>();
  const nested = depth === 0 ? undefined : schemaOf(depth - 1);
  return (definition) => {
    const known = drawn.get(definition);
    if (known !== undefined) return known;
    const schema = schemaAt({ depth, definition }, nested);
    drawn.set(definition, schema);
    return schema;
  };
}

function schemaAt(
  { depth, definition }: Place,
  nested: ((definition: number) => fc.Arbitrary<Json>) | undefined,
): fc.Arbitrary<Json> {
  const choices = [
    { weight: depth === 0 ? 4 : 2, arbitrary: fc.oneof(...assertions) },
    ...referenceTo(pointers.slice(definition)).map((arbitrary) => ({ weight: 1, arbitrary })),
  ];
  if (nested !== undefined) {
    choices.push(
      { weight: 3, arbitrary: fc.oneof(...inPlaceApplicators(nested(definition))) },
      { weight: 4, arbitrary: fc.oneof(...childApplicators(childSchema(nested(0)))) },
    );
  }
  const objects = fc
    .array(fc.oneof(...choices), { minLength: depth === 0 ? 0 : 1, maxLength: depth === 0 ? 2 : 4 })
    .map((members) => asObject(members.flat()));
  return fc.oneof({ weight: 1, arbitrary: fc.boolean() }, { weight: 7, arbitrary: objects });
}

/** The schema of an item or of a property, where a reference to anything makes progress. */
function childSchema(schema: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const references = referenceTo([...pointers, "#", `#${anchor}`]).map((members) =>
    members.map(asObject),
  );
  return fc.oneof(
    { weight: 6, arbitrary: schema },
    ...references.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}

function withDefinitions(root: Json, defined: readonly Json[]): Json {
  const anchored = defined.map((schema, position) =>
    position === 0 ? { ...(schema as object), $anchor: anchor } : schema,
  );
  return asObject([
    ...Object.entries(typeof root === "object" && root !== null ? root : { allOf: [root] }),
    ["$defs", asObject(definitions.map((name, position) => [name, anchored[position] ?? true]))],
  ]);
}

/**
 * Draws a schema over all keywords of 2020-12 that assert or apply, with references into its own
 * definitions, recursive ones among them, and instances for it.
 *
 * @param instances how many instances each schema comes with
 */
export function randomCases(instances: number): fc.Arbitrary<RandomCase> {
  const shallow = schemaOf(1);
  const [first, ...rest] = definitions.map((_, position) => shallow(position + 1));
  if (first === undefined) throw new RangeError("there is no definition");
  // The anchor needs an object to stand in.
  const anchored = first.filter((schema) => typeof schema === "object");
  return fc.record({
    schema: fc
      .tuple(schemaOf(2)(0), fc.tuple(anchored, ...rest))
      .map(([root, defined]) => withDefinitions(root, defined)),
    instances: fc.array(instanceOf(3), { minLength: instances, maxLength: instances }),
  });
}
