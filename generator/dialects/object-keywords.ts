import type { Assertion, PatternSubschema, PropertySubschema } from "./canonical-keywords.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import { readPattern } from "./patterns.ts";
import type { SchemaReading } from "./schema-reading.ts";
import { isStrings } from "./keyword-values.ts";

/**
 * The keywords of objects in canonical form (2020-12 core §10.3.2, §10.2.2.4, validation §6.5). What
 * every object meets is left out.
 */
export function canonicalObjectKeywords(reading: SchemaReading): Assertion[] {
  const { read } = reading;
  const assertions: Assertion[] = [];
  const required = read.strings("required") ?? [];
  if (required.length > 0) {
    assertions.push({ keyword: "required", path: "/required", names: [...new Set(required)] });
  }
  const minProperties = read.count("minProperties") ?? 0;
  if (minProperties > 0) {
    assertions.push({ keyword: "minProperties", path: "/minProperties", limit: minProperties });
  }
  const maxProperties = read.count("maxProperties");
  if (maxProperties !== undefined) {
    assertions.push({ keyword: "maxProperties", path: "/maxProperties", limit: maxProperties });
  }
  return [...assertions, ...propertySchemas(reading), ...dependentKeywords(reading)];
}

function propertySchemas(reading: SchemaReading): Assertion[] {
  const { read, subschema } = reading;
  const assertions: Assertion[] = [];
  const properties = members(reading, "properties", read.object("properties") ?? {});
  if (properties.length > 0)
    assertions.push({ keyword: "properties", path: "/properties", properties });
  const patterns = members(
    reading,
    "patternProperties",
    read.object("patternProperties") ?? {},
  ).flatMap((member): PatternSubschema[] => {
    const pattern = readPattern(reading, member.name, member.path);
    return pattern === undefined ? [] : [{ node: member.node, path: member.path, pattern }];
  });
  if (patterns.length > 0) {
    assertions.push({ keyword: "patternProperties", path: "/patternProperties", patterns });
  }
  if (read.has("additionalProperties")) {
    const path = "/additionalProperties";
    assertions.push({
      keyword: "additionalProperties",
      path,
      subschema: subschema(path),
      declared: properties.map((property) => property.name),
      patterns: patterns.map((member) => member.pattern),
    });
  }
  if (read.has("propertyNames")) {
    const path = "/propertyNames";
    assertions.push({ keyword: "propertyNames", path, subschema: subschema(path) });
  }
  if (read.has("unevaluatedProperties")) {
    const path = "/unevaluatedProperties";
    assertions.push({ keyword: "unevaluatedProperties", path, subschema: subschema(path) });
  }
  return assertions;
}

function members(
  { subschema }: SchemaReading,
  keyword: string,
  map: Readonly<Record<string, unknown>>,
): PropertySubschema[] {
  return Object.keys(map).map((name): PropertySubschema => {
    const { node, path } = subschema(appendTokens("", keyword, name));
    return { node, path, name };
  });
}

/** `dependentRequired` and `dependentSchemas`, or `dependencies`, which holds both (draft-07 validation §6.5.7). */
function dependentKeywords(reading: SchemaReading): Assertion[] {
  const { read, report } = reading;
  const required: { name: string; required: readonly string[]; path: string }[] = [];
  const schemas: PropertySubschema[] = members(
    reading,
    "dependentSchemas",
    read.object("dependentSchemas") ?? {},
  );
  for (const keyword of ["dependentRequired", "dependencies"]) {
    const map = read.object(keyword) ?? {};
    for (const name of Object.keys(map)) {
      const path = appendTokens("", keyword, name);
      const value = map[name];
      if (isStrings(value)) required.push({ name, required: value, path });
      else if (keyword === "dependencies" && !Array.isArray(value)) {
        schemas.push({ ...reading.subschema(path), name });
      } else {
        report(
          "keyword-invalid",
          path,
          `${keyword} must hold arrays of property names`,
          "write an array of strings",
        );
      }
    }
  }
  const assertions: Assertion[] = [];
  if (required.length > 0) {
    assertions.push({
      keyword: "dependentRequired",
      path: read.has("dependentRequired") ? "/dependentRequired" : "/dependencies",
      dependencies: required,
    });
  }
  if (schemas.length > 0) {
    assertions.push({
      keyword: "dependentSchemas",
      path: read.has("dependentSchemas") ? "/dependentSchemas" : "/dependencies",
      dependencies: schemas,
    });
  }
  return assertions;
}
