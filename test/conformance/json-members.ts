import type { Json } from "./random-values.ts";

/** A value with all that is nested in it. */
export function nested(value: Json): readonly Json[] {
  if (typeof value !== "object" || value === null) return [value];
  return [value, ...Object.values(value).flatMap((each: Json) => nested(each))];
}

/** Whether a value is an object or array with an own member of that name. */
export function hasMember(value: Json, name: string): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

/** The values of all members of a name that are nested in a value. */
export function valuesOf(value: Json, name: string): readonly Json[] {
  return nested(value).flatMap((each) => (hasMember(each, name) ? [each[name] ?? null] : []));
}

/** Whether a member of a name is nested in a schema. */
export function uses(schema: Json, keyword: string): boolean {
  return valuesOf(schema, keyword).length > 0;
}
