import { appendTokens, pointerToFragment } from "../pointer/json-pointer.ts";
import type { Discriminator } from "./canonical-keywords.ts";
import type { SchemaReading } from "./schema-reading.ts";
import { isJsonObject } from "./subschemas.ts";

/** Whether guards assert `discriminator`: never, as OpenAPI says, or always. */
export const discriminatorModes = ["annotate", "assert"] as const;
export type DiscriminatorMode = (typeof discriminatorModes)[number];

/** An entry of a discriminator's mapping, or the default one. */
export interface MappingEntry {
  /** The value of the property that selects the schema; `undefined` for the default. */
  readonly value: string | undefined;
  /** JSON Pointer from the schema that holds the discriminator. */
  readonly path: string;
  /** The schema as the entry says it. */
  readonly written: string;
  /** The references that this can be, the likeliest first. */
  readonly references: readonly string[];
}

const mappingPath = "/discriminator/mapping";
const defaultPath = "/discriminator/defaultMapping";

/**
 * The entries of a schema's discriminator that name other schemas (OpenAPI 3.1 §4.8.25, 3.2 §4.25);
 * malformed ones are left out.
 */
export function mappingEntries(schema: Readonly<Record<string, unknown>>): MappingEntry[] {
  const discriminator = schema["discriminator"];
  if (!isJsonObject(discriminator)) return [];
  const { mapping, defaultMapping } = discriminator;
  const entries = isJsonObject(mapping) ? Object.entries(mapping) : [];
  return [
    ...entries.flatMap(([value, written]) =>
      typeof written === "string" ? entry(value, appendTokens(mappingPath, value), written) : [],
    ),
    ...(typeof defaultMapping === "string" ? [entry(undefined, defaultPath, defaultMapping)] : []),
  ];
}

/** A text without `/` and `#` is the name of a component, where there is one, else a reference. */
function entry(value: string | undefined, path: string, written: string): MappingEntry {
  const component = pointerToFragment(appendTokens("/components/schemas", written));
  const references = /[/#]/.test(written) ? [written] : [component, written];
  return { value, path, written, references };
}

/**
 * Reads `discriminator` (OpenAPI 3.0.3 §4.7.25, 3.1 §4.8.25). What is malformed is reported and left
 * out, and so are entries whose schema is not there.
 */
export function readDiscriminator(reading: SchemaReading): Discriminator | undefined {
  const { schema, dialect, report, mappingTarget } = reading;
  const value = schema["discriminator"];
  if (value === undefined || !dialect.plainKeywords.has("discriminator")) return undefined;
  const malformed = (path: string, message: string, help: string) => {
    report("annotation-invalid", path, message, help);
  };
  if (!isJsonObject(value) || typeof value["propertyName"] !== "string") {
    malformed(
      "/discriminator",
      "discriminator must be an object with a propertyName",
      'write {"propertyName": …} with the name of the property that tells the schemas apart',
    );
    return undefined;
  }
  const { propertyName: property, mapping = {} } = value;
  const entries = mappingEntries(schema);
  const written = isJsonObject(mapping) ? Object.keys(mapping) : undefined;
  const read = entries.filter((each) => each.value !== undefined);
  if (written?.length !== read.length) {
    malformed(
      mappingPath,
      "mapping must be an object of texts",
      "map each value of the property to the name of a component, or to a reference",
    );
  }
  const linked = entries.flatMap((each) => {
    const target = mappingTarget(each.path);
    return target === undefined ? [] : [{ ...each, target }];
  });
  return {
    property,
    mapping: linked.flatMap(({ value: tag, path, target }) =>
      tag === undefined ? [] : [{ value: tag, path, target }],
    ),
    fallback: linked.find((each) => each.value === undefined)?.target,
  };
}
