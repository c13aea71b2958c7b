import { type SyntaxNode, isSyntaxNode, nodesFrom, nodesIn } from "../syntax/syntax-tree.ts";

/** The one export of a module: a function that tells whether a value has a format. */
export interface ExportedPredicate {
  readonly name: string;
  /** The type of the values that it takes. */
  readonly constrains: "string" | "number";
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

const wanted =
  "export one function and nothing else, as in `export function isPhone(value: string): boolean`";

/**
 * Finds the predicate of a format in its module, which the output is to hold as it stands.
 *
 * @param typed whether the module is TypeScript; in JavaScript, a parameter is taken for a string
 */
export function findPredicate(program: SyntaxNode, typed: boolean): PredicateSearch {
  const refused = nodesFrom(program).flatMap((node) => refusalOf(node) ?? []);
  if (refused.length > 0) return { ok: false, faults: refused };
  const fail = (reason: string, node: SyntaxNode): PredicateSearch => ({
    ok: false,
    faults: [{ reason, help: wanted, node }],
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
  const [parameter, second] = nodesIn(body["params"]);
  if (parameter?.type !== "Identifier" || second !== undefined)
    return fail("exports a function that does not take one value", body);
  const constrains = parameterType(parameter, typed);
  if (constrains === undefined)
    return fail("exports a function whose parameter is neither a string nor a number", parameter);
  return { ok: true, predicate: { name, constrains, statement, declaration } };
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

function parameterType(
  { typeAnnotation }: SyntaxNode,
  typed: boolean,
): ExportedPredicate["constrains"] | undefined {
  if (!isSyntaxNode(typeAnnotation)) return typed ? undefined : "string";
  const [type] = nodesIn(typeAnnotation["typeAnnotation"]);
  switch (type?.type) {
    case "TSStringKeyword":
      return "string";
    case "TSNumberKeyword":
      return "number";
    default:
      return undefined;
  }
}
