import { evaluatePointer } from "../../generator/pointer/json-pointer.ts";
import type { Json } from "./random-values.ts";

/** Gives a number from 0 to below the limit, another one each time. */
export type Choose = (limit: number) => number;

type Schema = Readonly<Record<string, Json | undefined>>;

/** Choices that are the same for the same seed (a linear congruential generator). */
export function chooserOf(seed: number): Choose {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const scalars: readonly Json[] = [null, true, false, 0, 1, 2, 1.5, -1, "", "a", "ab", "b", "foo"];

const names = ["a", "b", "ab", "foo", "__proto__", "constructor"];

/**
 * Makes an instance that a schema accepts or all but accepts: its values are at the limits that the
 * schema names, or beside them. References are followed where they are pointers into the document.
 */
export function nearInstance(schema: Json, document: Json, choose: Choose, depth = 5): Json {
  const any = (): Json => pick(scalars, choose) ?? null;
  if (typeof schema !== "object" || schema === null || Array.isArray(schema) || depth === 0)
    return any();
  const keywords = schema as Schema;
  const near = (inner: Json | undefined, less = 1) =>
    inner === undefined ? any() : nearInstance(inner, document, choose, depth - less);
  if (Object.hasOwn(keywords, "const")) return keywords["const"] ?? null;
  const listed = keywords["enum"];
  if (Array.isArray(listed) && choose(5) > 0)
    return pick(listed as readonly Json[], choose) ?? null;
  const followed = followOne(keywords, document, choose);
  if (followed !== undefined) return near(followed);
  switch (typeOf(keywords, choose)) {
    case "object":
      return nearObject(keywords, near, choose);
    case "array":
      return nearArray(keywords, near, choose);
    case "string":
      return "a".repeat(Math.max(0, beside(keywords, ["minLength", "maxLength"], choose)));
    case "number":
    case "integer":
      return beside(
        keywords,
        ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
        choose,
      );
    default:
      return any();
  }
}

/** Now and then a schema in place, for which the instance is made instead. */
function followOne(keywords: Schema, document: Json, choose: Choose): Json | undefined {
  const reference = keywords["$ref"];
  const target =
    typeof reference === "string" && reference.startsWith("#")
      ? evaluatePointer(document, reference.slice(1))
      : undefined;
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const value = keywords[keyword];
    return Array.isArray(value) ? (value as readonly Json[]) : [];
  });
  const inner = ["if", "then", "else", "not"].flatMap((keyword) => keywords[keyword] ?? []);
  const all = [...(target?.found === true ? [target.value as Json] : []), ...branches, ...inner];
  return all.length > 0 && choose(4) > 0 ? pick(all, choose) : undefined;
}

function typeOf(keywords: Schema, choose: Choose): string {
  const type = keywords["type"];
  if (typeof type === "string") return type;
  if (Array.isArray(type)) return pick(type as readonly string[], choose) ?? "null";
  const speaks = (pattern: RegExp) =>
    Object.keys(keywords).some((keyword) => pattern.test(keyword));
  const types = [
    ...(speaks(/propert|required|dependen/i) ? ["object"] : []),
    ...(speaks(/items|contains/i) ? ["array"] : []),
    ...(speaks(/length|pattern$/i) ? ["string"] : []),
    ...(speaks(/imum|multipleOf/) ? ["number"] : []),
  ];
  return pick(types, choose) ?? "null";
}

function nearObject(
  keywords: Schema,
  near: (schema: Json | undefined) => Json,
  choose: Choose,
): Json {
  const properties = (keywords["properties"] ?? {}) as Schema;
  const required = keywords["required"];
  const wanted = new Set([
    ...(Array.isArray(required) && choose(8) > 0 ? (required as readonly string[]) : []),
    ...Object.keys(properties).filter(() => choose(4) > 0),
    ...names.filter(() => choose(8) === 0),
  ]);
  const additional = keywords["additionalProperties"] ?? keywords["unevaluatedProperties"];
  return Object.fromEntries(
    [...wanted].map((name) => [
      name,
      near(Object.hasOwn(properties, name) ? properties[name] : additional),
    ]),
  );
}

function nearArray(
  keywords: Schema,
  near: (schema: Json | undefined) => Json,
  choose: Choose,
): Json {
  const items = keywords["items"];
  const prefix = keywords["prefixItems"] ?? (Array.isArray(items) ? items : []);
  const rest = Array.isArray(items) ? keywords["additionalItems"] : items;
  const length = Math.max(0, beside(keywords, ["minItems", "maxItems"], choose));
  return Array.from({ length: Math.min(6, Math.floor(length)) }, (_, index) =>
    near((prefix as readonly Json[])[index] ?? rest ?? keywords["contains"]),
  );
}

/** A number that one of some keywords names, or one beside it. */
function beside(keywords: Schema, limits: readonly string[], choose: Choose): number {
  const named = limits.flatMap((limit) => {
    const value = keywords[limit];
    return typeof value === "number" ? [value] : [];
  });
  const chosen = pick(named.length === 0 ? [0, 1, 2] : named, choose) ?? 0;
  return Math.min(chosen, 1_000) + choose(3) - 1;
}

function pick<Value>(values: readonly Value[], choose: Choose): Value | undefined {
  return values[choose(values.length)];
}
