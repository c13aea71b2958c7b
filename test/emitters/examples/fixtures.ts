import { type DeclarationView, type SchemaView, defineEmitter } from "../../../generator/index.ts";

/**
 * An example of an emitter that sees all modules, since what it makes follows references: a small valid
 * value of each input, for tests and mock servers. In a project of your own, import from "schemaloom".
 */
export const fixtures = defineEmitter({
  name: "fixtures",
  emitAll(modules) {
    const declarations = modules.flatMap((module) => module.declarations);
    const byPlace = new Map(declarations.map((each) => [placeOf(each), each]));
    return declarations
      .filter(({ root }) => root)
      .flatMap(({ path, schema }) => {
        const value = valueOf(schema, byPlace);
        if (value === undefined) return [];
        return [{ path: `fixtures/${path}.json`, content: `${JSON.stringify(value, null, 2)}\n` }];
      });
  },
});

type Declarations = ReadonlyMap<string, DeclarationView>;

function placeOf({
  source,
  pointer,
}: {
  readonly source: string;
  readonly pointer: string;
}): string {
  return `${source}#${pointer}`;
}

/** A value that a schema accepts; `undefined` where its keywords do not lead to one by themselves. */
function valueOf(schema: SchemaView, declarations: Declarations): unknown {
  const { annotations, values, reference, allOf, anyOf, oneOf, not } = schema;
  if (annotations.examples?.[0] !== undefined) return annotations.examples[0];
  if (annotations.default !== undefined) return annotations.default.value;
  if (values !== undefined) return values[0]?.value;
  if (not !== undefined || schema.if !== undefined) return undefined;
  const target = reference && declarations.get(placeOf(reference))?.schema;
  const parts = [...(target ? [target] : []), ...allOf, ...anyOf.slice(0, 1), ...oneOf.slice(0, 1)];
  const given = parts.map((part) => valueOf(part, declarations));
  if (given.includes(undefined)) return undefined;
  if (parts.length === 0 || schema.properties.length > 0)
    given.push(ownValue(schema, declarations));
  return given.every(isObject) ? Object.assign({}, ...given) : given[0];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ownValue(schema: SchemaView, declarations: Declarations): unknown {
  const { accepts, constraints } = schema;
  if (accepts.includes("object")) return objectOf(schema, declarations);
  if (accepts.includes("array")) return arrayOf(schema, declarations);
  if (accepts.includes("string")) return stringOf(schema);
  if (accepts.includes("number")) {
    const { minimum, exclusiveMinimum, maximum = Infinity, multipleOf = 1 } = constraints;
    const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + multipleOf);
    return Math.min(Math.ceil(least / multipleOf) * multipleOf, maximum);
  }
  return accepts.includes("boolean") ? true : accepts.includes("null") ? null : undefined;
}

/** Required properties alone: so what refers to itself comes to an end. */
function objectOf({ properties }: SchemaView, declarations: Declarations): unknown {
  const members = properties
    .filter(({ required }) => required)
    .map(({ name, schema }) => [name, valueOf(schema, declarations)] as const);
  const isWhole = members.every(([, value]) => value !== undefined);
  return isWhole ? Object.fromEntries(members) : undefined;
}

function arrayOf({ constraints, prefixItems, items }: SchemaView, declarations: Declarations) {
  const { minItems = 0 } = constraints;
  const schemas = Array.from({ length: minItems }, (_, index) => prefixItems[index] ?? items);
  const values = schemas.map((schema) => (schema ? valueOf(schema, declarations) : null));
  return values.includes(undefined) ? undefined : values;
}

const samples: Readonly<Record<string, string>> = {
  date: "2024-02-29",
  "date-time": "2024-02-29T12:00:00Z",
  email: "ada@example.com",
  uri: "https://example.com/",
  uuid: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
};

function stringOf({ annotations, constraints }: SchemaView): string | undefined {
  const { pattern, minLength = 0 } = constraints;
  if (pattern !== undefined) return undefined;
  return samples[annotations.format ?? ""] ?? "text".padEnd(minLength, "-");
}
