import fc from "fast-check";
import { uses } from "./json-members.ts";
import {
  childApplicators,
  inPlaceApplicators,
  keyword,
  plainKeywords,
  type RandomDialect,
  randomDialects,
} from "./random-keywords.ts";
import { documentForms, type Layout, layoutOf, type Target } from "./random-layout.ts";
import { asObject, type Json, type Members, valueOf } from "./random-values.ts";

/** A schema with instances that were drawn from the same small stock of names and values. */
export interface RandomCase {
  readonly dialect: RandomDialect;
  readonly schema: Json;
  readonly instances: readonly Json[];
}

/** Where a schema stands in a document. */
interface Place {
  readonly resource: string;
  /** The position of the first definition that it may refer to in place. */
  readonly from: number;
}

type SchemaAt = (place: Place) => fc.Arbitrary<Json>;

/** The references from a schema of a resource to targets, in a bundle more of them than of others. */
function referencesTo(
  { dialect, form }: Layout,
  resource: string,
  targets: readonly Target[],
): readonly fc.WeightedArbitrary<Members>[] {
  if (targets.length === 0) return [];
  const reference = fc.tuple(fc.constantFrom(...targets), fc.boolean()).map(([target, short]) => {
    const local = target.resource === resource && (short || form === "resource");
    return `${local ? "" : target.resource}#${target.fragment}`;
  });
  if (form === "resource") return [{ weight: 1, arbitrary: keyword("$ref", reference) }];
  const dynamic = { weight: 2, arbitrary: keyword("$dynamicRef", reference) };
  const references = { weight: 2, arbitrary: keyword("$ref", reference) };
  return form === "dynamic" && dialect === "2020-12" ? [references, dynamic] : [references];
}

function schemaOf(layout: Layout, depth: number): SchemaAt {
  const drawn = new Map<string, fc.Arbitrary<Json>>();
  const nested = depth === 0 ? undefined : schemaOf(layout, depth - 1);
  return (place) => {
    const key = `${place.resource} ${place.from}`;
    const schema = drawn.get(key) ?? schemaAt(layout, place, nested);
    drawn.set(key, schema);
    return schema;
  };
}

function schemaAt(layout: Layout, place: Place, nested?: SchemaAt): fc.Arbitrary<Json> {
  const { dialect, definitions } = layout;
  const targets = definitions.slice(place.from).flatMap((definition) => definition.targets);
  const choices = [
    { weight: nested === undefined ? 4 : 2, arbitrary: plainKeywords(dialect) },
    ...referencesTo(layout, place.resource, targets),
  ];
  if (nested !== undefined) {
    const child = childSchema(layout, place.resource, nested({ ...place, from: 0 }));
    choices.push(
      { weight: 3, arbitrary: inPlaceApplicators(dialect, nested(place)) },
      { weight: 4, arbitrary: childApplicators(dialect, child) },
    );
  }
  const [minLength, maxLength] = nested === undefined ? [0, 2] : [1, 4];
  const objects = fc
    .array(fc.oneof(...choices), { minLength, maxLength })
    .map((members) => asObject(members.flat()));
  return fc.oneof({ weight: 1, arbitrary: fc.boolean() }, { weight: 7, arbitrary: objects });
}

/** The schema of an item or of a property, where a reference to anything makes progress. */
function childSchema(
  layout: Layout,
  resource: string,
  schema: fc.Arbitrary<Json>,
): fc.Arbitrary<Json> {
  const targets = layout.definitions.flatMap((definition) => definition.targets);
  const references = [...referencesTo(layout, resource, [...targets, ...layout.roots])];
  if (layout.form === "dynamic" && layout.dialect === "2019-09") {
    references.push({ weight: 4, arbitrary: keyword("$recursiveRef", fc.constant("#")) });
  }
  return fc.oneof(
    { weight: 6, arbitrary: schema },
    ...references.map((each) => ({ ...each, arbitrary: each.arbitrary.map(asObject) })),
  );
}

function documentOf(layout: Layout): fc.Arbitrary<Json> {
  const [shallow, deep] = [schemaOf(layout, 1), schemaOf(layout, 2)];
  const identified = (schema: fc.Arbitrary<Json>, identity: fc.Arbitrary<Members>) =>
    fc.tuple(schema, identity).map((drawn) => withMembers(layout.dialect, ...drawn));
  const definitions = layout.definitions.map(({ resource, identity, refers }, position) => {
    const from = refers ? position + 1 : layout.definitions.length;
    return identified(shallow({ resource, from }), identity);
  });
  const root = identified(deep({ resource: "root", from: 0 }), layout.identity);
  return fc
    .tuple(root, fc.tuple(...definitions))
    .map(([schema, drawn]) => withDefinitions(layout, "root", schema, drawn));
}

/** Puts the definitions of a resource into it, embedded resources with theirs among them. */
function withDefinitions(
  layout: Layout,
  resource: string,
  schema: Json,
  drawn: readonly Json[],
): Json {
  const members = layout.definitions.flatMap((definition, position): Members => {
    if (definition.container !== resource) return [];
    const each = drawn[position] ?? true;
    return [
      [
        definition.name,
        definition.resource === resource
          ? each
          : withDefinitions(layout, definition.resource, each, drawn),
      ],
    ];
  });
  return withMembers(layout.dialect, schema, [[layout.definitionsKeyword, asObject(members)]]);
}

/** Adds members to a schema, as an object that heeds them: in draft-07 a `$ref` hides its siblings. */
function withMembers(dialect: RandomDialect, schema: Json, members: Members): Json {
  const hides = typeof schema !== "object" || (dialect === "draft-07" && "$ref" in (schema ?? {}));
  const entries = hides ? [["allOf", [schema]] as const] : Object.entries(schema ?? {});
  return asObject([...entries, ...members]);
}

/**
 * Whether a peer can judge a schema: in 2019-09 `contains` evaluates nothing for `unevaluatedItems`
 * (Core 9.3.1.3), which neither peer heeds.
 */
function isJudged(dialect: RandomDialect, schema: Json): boolean {
  return dialect !== "2019-09" || !(uses(schema, "contains") && uses(schema, "unevaluatedItems"));
}

/**
 * Draws schemas over all keywords of a dialect: in one resource or in several that are bundled, with
 * references between them, recursive and dynamic ones among them. Instances come with each.
 *
 * @param instances how many instances each schema comes with
 */
export function randomCases(instances: number): fc.Arbitrary<RandomCase> {
  const drawn = valueOf(3);
  return fc.oneof(
    ...randomDialects.flatMap((dialect) =>
      documentForms[dialect].map((form) =>
        fc.record({
          dialect: fc.constant(dialect),
          schema: documentOf(layoutOf(dialect, form)).filter((each) => isJudged(dialect, each)),
          instances: fc.array(drawn, { minLength: instances, maxLength: instances }),
        }),
      ),
    ),
  );
}
