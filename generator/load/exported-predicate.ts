import type { ValueType } from "../dialects/canonical-keywords.ts";
import { type SyntaxNode, isSyntaxNode, nodesFrom, nodesIn } from "../syntax/syntax-tree.ts";

/** The types of the values that a predicate may judge. */
export type ConstrainedType = Exclude<ValueType, "null" | "boolean">;

/** The types of what a predicate may take besides the value, as TypeScript has them. */
export type ArgumentType =
  | "string"
  | "number"
  | "boolean"
  | "unknown"
  | "readonly string[]"
  | "readonly number[]"
  | "readonly unknown[]";

/** What the predicate of a module is to be like. */
export interface PredicateForm {
  /** What it is the predicate of. */
  readonly of: "format" | "keyword";
  /** The diagnostic of a module that has none. */
  readonly code: "format-invalid" | "keyword-module-invalid";
  readonly constrains: ReadonlySet<ConstrainedType>;
  /** What its first parameter is none of, in words. */
  readonly constrainedWords: string;
  /** Whether it may have a second parameter. */
  readonly takesArgument: boolean;
  /** What is expected. */
  readonly help: string;
}

/** The predicate of a format. */
export const formatPredicate: PredicateForm = {
  of: "format",
  code: "format-invalid",
  constrains: new Set(["string", "number"]),
  constrainedWords: "neither a string nor a number",
  takesArgument: false,
  help: "export one function and nothing else, as in `export function isPhone(value: string): boolean`",
};

/** The predicate of a keyword. */
export const keywordPredicate: PredicateForm = {
  of: "keyword",
  code: "keyword-module-invalid",
  constrains: new Set(["string", "number", "array", "object"]),
  constrainedWords: "none of string, number, readonly unknown[] and object",
  takesArgument: true,
  help: "export one function and nothing else, as in `export function divides(value: number, by: number): boolean`",
};

/** The one export of a module: a function that judges a value. */
export interface ExportedPredicate {
  readonly name: string;
  /** The type of the values that it judges. */
  readonly constrains: ConstrainedType;
  /** What it takes besides; absent where it takes the value alone. */
  readonly argument?: ArgumentType;
  /** The statement that exports it, and what stands in it behind the words that do. */
  readonly statement: SyntaxNode;
  readonly declaration: SyntaxNode;
}

/** What keeps a module from being carried into the output. */
export interface ModuleFault {
  /** Words that follow "the module of the format x". */
  readonly reason: string;
  readonly help: string;
  readonly node: SyntaxNode;
}

/** The predicate of a module, or all that is wrong with the module. */
export type PredicateSearch =
  | { readonly ok: true; readonly predicate: ExportedPredicate }
  | { readonly ok: false; readonly faults: readonly ModuleFault[] };

/** Syntax of TypeScript that does more than say types. */
const unerasable: ReadonlyMap<string, string> = new Map([
  ["TSEnumDeclaration", "an enum"],
  ["TSExportAssignment", "an export assignment"],
  ["TSModuleDeclaration", "a namespace"],
  ["TSParameterProperty", "a parameter property"],
]);

/**
 * Finds the predicate in a module, which the output is to hold as it stands.
 *
 * @param typed whether the module is TypeScript; in JavaScript, a parameter is taken for a string, and
 *   another for anything
 */
export function findPredicate(
  program: SyntaxNode,
  typed: boolean,
  form: PredicateForm,
): PredicateSearch {
  const refused = nodesFrom(program).flatMap((node) => refusalOf(node) ?? []);
  if (refused.length > 0) return { ok: false, faults: refused };
  const fail = (reason: string, node: SyntaxNode): PredicateSearch => ({
    ok: false,
    faults: [{ reason, help: form.help, node }],
  });
  const [statement, another] = nodesIn(program["body"]).filter(({ type }) =>
    type.startsWith("Export"),
  );
  if (statement === undefined) return fail("exports nothing", program);
  if (another !== undefined) return fail("exports more than one thing", another);
  const { declaration } = statement;
  const found = isSyntaxNode(declaration) ? declaredFunction(declaration) : undefined;
  if (!isSyntaxNode(declaration) || found === undefined)
    return fail("exports no function by its declaration", statement);
  const { name, body } = found;
  if (body["async"] === true || body["generator"] === true)
    return fail("exports a function that gives no boolean", body);
  const [parameter, second, third] = nodesIn(body["params"]);
  const last = form.takesArgument ? third : second;
  if (
    parameter?.type !== "Identifier" ||
    last !== undefined ||
    (second && second.type !== "Identifier")
  )
    return fail(
      form.takesArgument
        ? "exports a function that does not take one value, or one and an argument"
        : "exports a function that does not take one value",
      body,
    );
  const constrains = constrainedType(parameter, typed);
  if (constrains === undefined || !form.constrains.has(constrains))
    return fail(`exports a function whose parameter is ${form.constrainedWords}`, parameter);
  if (second === undefined)
    return { ok: true, predicate: { name, constrains, statement, declaration } };
  const argument = argumentType(second, typed);
  if (argument === undefined)
    return fail(
      "exports a function whose second parameter is none of string, number, boolean, unknown and read-only arrays of them",
      second,
    );
  return { ok: true, predicate: { name, constrains, argument, statement, declaration } };
}

function refusalOf(node: SyntaxNode): ModuleFault | undefined {
  if (importsModule(node)) {
    const help = "the output imports nothing but its own modules; put all that it needs into it";
    return { reason: "imports another module", help, node };
  }
  const words = unerasable.get(node.type);
  if (words === undefined) return undefined;
  const help = "the output is TypeScript whose types can be erased; write it without";
  return { reason: `holds ${words}`, help, node };
}

function importsModule({ type, source, callee }: SyntaxNode): boolean {
  return (
    isSyntaxNode(source) ||
    type === "TSImportType" ||
    type === "TSImportEqualsDeclaration" ||
    (isSyntaxNode(callee) && callee["name"] === "require")
  );
}

/** The function that a declaration gives a name to. */
function declaredFunction(
  declaration: SyntaxNode,
): { readonly name: string; readonly body: SyntaxNode } | undefined {
  if (declaration.type === "FunctionDeclaration") {
    const name = nameOf(declaration["id"]);
    return name === undefined ? undefined : { name, body: declaration };
  }
  const [declarator, second] = nodesIn(declaration["declarations"]);
  const name = nameOf(declarator?.["id"]);
  const body = declarator?.["init"];
  if (name === undefined || second !== undefined || !isSyntaxNode(body)) return undefined;
  const isFunction = /^(?:ArrowFunction|Function)Expression$/.test(body.type);
  return isFunction ? { name, body } : undefined;
}

function nameOf(identifier: unknown): string | undefined {
  if (!isSyntaxNode(identifier) || identifier.type !== "Identifier") return undefined;
  return typeof identifier["name"] === "string" ? identifier["name"] : undefined;
}

function constrainedType(parameter: SyntaxNode, typed: boolean): ConstrainedType | undefined {
  const type = annotatedType(parameter);
  if (type === undefined) return typed ? undefined : "string";
  switch (type.type) {
    case "TSStringKeyword":
      return "string";
    case "TSNumberKeyword":
      return "number";
    case "TSObjectKeyword":
      return "object";
    default:
      return readonlyElement(type)?.type === "TSUnknownKeyword" ? "array" : undefined;
  }
}

function argumentType(parameter: SyntaxNode, typed: boolean): ArgumentType | undefined {
  const type = annotatedType(parameter);
  if (type === undefined) return typed ? undefined : "unknown";
  const element = readonlyElement(type);
  const scalar = scalarTypes.get((element ?? type).type);
  if (element === undefined || scalar === undefined) return scalar;
  return scalar === "boolean" ? undefined : `readonly ${scalar}[]`;
}

const scalarTypes: ReadonlyMap<string, "string" | "number" | "boolean" | "unknown"> = new Map([
  ["TSStringKeyword", "string"],
  ["TSNumberKeyword", "number"],
  ["TSBooleanKeyword", "boolean"],
  ["TSUnknownKeyword", "unknown"],
]);

function annotatedType({ typeAnnotation }: SyntaxNode): SyntaxNode | undefined {
  return isSyntaxNode(typeAnnotation) ? nodesIn(typeAnnotation["typeAnnotation"])[0] : undefined;
}

/** The type of the items of a read-only array. */
function readonlyElement({ type, operator, typeAnnotation }: SyntaxNode): SyntaxNode | undefined {
  if (type !== "TSTypeOperator" || operator !== "readonly") return undefined;
  const [array] = nodesIn(typeAnnotation);
  return array?.type === "TSArrayType" ? nodesIn(array["elementType"])[0] : undefined;
}
