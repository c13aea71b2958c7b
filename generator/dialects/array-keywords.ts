import type { Assertion } from "./canonical-keywords.ts";
import type { SchemaReading } from "./schema-reading.ts";

/**
 * The keywords of arrays in canonical form (2020-12 core §10.3.1, validation §6.4). What every array
 * meets is left out.
 */
export function canonicalArrayKeywords(reading: SchemaReading): Assertion[] {
  const { read } = reading;
  const assertions: Assertion[] = [];
  const minItems = read.count("minItems") ?? 0;
  if (minItems > 0) assertions.push({ keyword: "minItems", path: "/minItems", limit: minItems });
  const maxItems = read.count("maxItems");
  if (maxItems !== undefined)
    assertions.push({ keyword: "maxItems", path: "/maxItems", limit: maxItems });
  if (read.boolean("uniqueItems") === true)
    assertions.push({ keyword: "uniqueItems", path: "/uniqueItems" });
  return [
    ...assertions,
    ...itemSchemas(reading),
    ...containedItems(reading),
    ...unevaluated(reading),
  ];
}

/** `prefixItems` and `items`, or the array form of `items` with `additionalItems` (2019-09 core §9.3.1). */
function itemSchemas(reading: SchemaReading): Assertion[] {
  const { schema, read, dialect } = reading;
  if (dialect.arrayItems && Array.isArray(schema["items"])) {
    return tuple(
      reading,
      "/items",
      schema["items"],
      read.has("additionalItems") ? "/additionalItems" : undefined,
    );
  }
  const prefix = read.array("prefixItems");
  const rest = read.has("items") ? "/items" : undefined;
  return tuple(reading, "/prefixItems", prefix ?? [], rest);
}

function tuple(
  { subschema }: SchemaReading,
  path: string,
  prefix: readonly unknown[],
  rest: string | undefined,
): Assertion[] {
  const assertions: Assertion[] = [];
  if (prefix.length > 0) {
    const subschemas = prefix.map((_, index) => subschema(`${path}/${index}`));
    assertions.push({ keyword: "prefixItems", path, subschemas });
  }
  if (rest !== undefined) {
    assertions.push({
      keyword: "items",
      path: rest,
      from: prefix.length,
      subschema: subschema(rest),
    });
  }
  return assertions;
}

/** `contains` with its limits on the count of matches (2020-12 core §10.3.1.3, validation §6.4.4). */
function containedItems({ read, subschema, dialect }: SchemaReading): Assertion[] {
  if (!read.has("contains")) return [];
  const path = "/contains";
  const minimum = read.count("minContains");
  const maximum = read.count("maxContains");
  const says = minimum !== 0 || maximum !== undefined || dialect.containsEvaluates;
  if (!says) return [];
  return [
    {
      keyword: "contains",
      path,
      subschema: subschema(path),
      minimum: minimum ?? 1,
      minimumPath: minimum === undefined ? path : "/minContains",
      maximum,
      maximumPath: "/maxContains",
      evaluates: dialect.containsEvaluates,
    },
  ];
}

/** `unevaluatedItems` (2020-12 core §11.2). */
function unevaluated({ read, subschema }: SchemaReading): Assertion[] {
  if (!read.has("unevaluatedItems")) return [];
  const path = "/unevaluatedItems";
  return [{ keyword: "unevaluatedItems", path, subschema: subschema(path) }];
}
