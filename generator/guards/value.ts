import { stringLiteral } from "../text/string-literal.ts";
import { escapeToken, pointerTokens } from "../pointer/json-pointer.ts";
import type { Fault, Params, Value } from "./check.ts";

/**
 * Text as the source of a template literal.
 */
export function templateText(text: string): string {
  return stringLiteral(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("`", "\\`")
    .replaceAll("${", "\\${");
}

/**
 * The same instance as another schema judges it: `path` leads from the one schema to the other.
 */
export function judgedBy(value: Value, path: string): Value {
  return { ...value, schemaPath: value.schemaPath + templateText(path) };
}

/**
 * A property of an instance, by a name that is known.
 */
export function propertyOf(value: Value, name: string, variable: string, path: string): Value {
  return {
    variable,
    instancePath: `${value.instancePath}/${templateText(escapeToken(name))}`,
    schemaPath: value.schemaPath + templateText(path),
  };
}

/**
 * An item of an array, at an index that is a number or the name of a variable.
 */
export function itemOf(
  value: Value,
  index: number | string,
  variable: string,
  path: string,
): Value {
  const token = typeof index === "number" ? String(index) : `\${${index}}`;
  return {
    variable,
    instancePath: `${value.instancePath}/${token}`,
    schemaPath: value.schemaPath + templateText(path),
  };
}

/**
 * A property of an instance, by a name that the variable `key` holds.
 */
export function keyedPropertyOf(value: Value, key: string, variable: string, path: string): Value {
  return {
    variable,
    instancePath: `${value.instancePath}/\${pointerToken(${key})}`,
    schemaPath: value.schemaPath + templateText(path),
  };
}

/**
 * The fault of a value that fails a keyword, which is named as the schema names it.
 *
 * @param path JSON Pointer from the schema to the keyword; "" for a schema that is `false`
 * @param message TypeScript expression of type string
 */
export function faultOf(value: Value, path: string, message: string, params: Params): Fault {
  return {
    keyword: pointerTokens(path)[0] ?? "false",
    instancePath: value.instancePath,
    schemaPath: value.schemaPath + templateText(path),
    message,
    params,
  };
}
