import { stringLiteral } from "../text/string-literal.ts";
import { escapeToken, unescapeToken } from "../pointer/json-pointer.ts";
import { deeper } from "./depth.ts";
import type { Fault, Params, Value } from "./check.ts";
import { type ModuleScope, runtimeName } from "./module-scope.ts";

/** Text that stands in a template literal as it is, but for what begins an expression. */
const plainText = /^[ -[\]-_a-~]*$/;

/**
 * Text as the source of a template literal.
 */
function templateText(text: string): string {
  if (plainText.test(text) && !text.includes("${")) return text;
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
  const { variable, instancePath, schemaPath, depth } = value;
  return { variable, instancePath, schemaPath: schemaPath + templateText(path), depth };
}

/**
 * A property of an instance, by a name that is known.
 */
export function propertyOf(value: Value, name: string, variable: string, path: string): Value {
  return {
    variable,
    instancePath: `${value.instancePath}/${templateText(escapeToken(name))}`,
    schemaPath: value.schemaPath + templateText(path),
    depth: deeper(value.depth),
  };
}

/**
 * A property of an instance, by a name that is known, where the variable `key` holds it: its paths name
 * the variable, so that what is done with properties of the same schema is written alike.
 *
 * @param token what the paths have for the name, as {@link keyToken} has it
 */
export function namedPropertyOf(
  value: Value,
  name: string,
  token: string,
  variable: string,
  path: string,
): Value {
  const literal = `/${escapeToken(name)}`;
  const schemaPath = path.endsWith(literal)
    ? `${templateText(path.slice(0, -literal.length))}/${token}`
    : templateText(path);
  return {
    variable,
    instancePath: `${value.instancePath}/${token}`,
    schemaPath: value.schemaPath + schemaPath,
    depth: deeper(value.depth),
  };
}

/**
 * The reference token of a property whose name the variable `key` holds, as the source of a template
 * literal.
 *
 * @param names the names that it can hold; all, where they are not known
 */
export function keyToken(key: string, names?: readonly string[]): string {
  const isPlain = names?.every((name) => escapeToken(name) === name) ?? false;
  return `\${${isPlain ? key : `pointerToken(${key})`}}`;
}

/**
 * A path as an expression: a variable, and what follows it.
 */
export function pathExpression(scope: ModuleScope, variable: string, suffix: string): string {
  if (suffix.includes("pointerToken(") && tokenCall.test(suffix))
    runtimeName(scope, "pointerToken");
  return suffix === "" ? variable : `\`\${${variable}}${suffix}\``;
}

/** A call that {@link keyToken} writes; in the text of a name, the brace has a backslash before it. */
const tokenCall = /(?<!\\)\$\{pointerToken\(/;

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
    depth: deeper(value.depth),
  };
}

/**
 * A property of an instance, by a name that the variable `key` holds.
 */
export function keyedPropertyOf(value: Value, key: string, variable: string, path: string): Value {
  return {
    variable,
    instancePath: `${value.instancePath}/${keyToken(key)}`,
    schemaPath: value.schemaPath + templateText(path),
    depth: deeper(value.depth),
  };
}

/** The first token of a pointer that has one. */
function firstToken(pointer: string): string {
  const end = pointer.indexOf("/", 1);
  return unescapeToken(end === -1 ? pointer.slice(1) : pointer.slice(1, end));
}

/**
 * The fault of a value that fails a keyword, which is named as the schema names it.
 *
 * @param path JSON Pointer from the schema to the keyword; "" for a schema that is `false`
 * @param message TypeScript expression of type string
 */
export function faultOf(value: Value, path: string, message: string, params: Params): Fault {
  return {
    keyword: path === "" ? "false" : firstToken(path),
    instancePath: value.instancePath,
    schemaPath: value.schemaPath + templateText(path),
    message,
    params,
  };
}
