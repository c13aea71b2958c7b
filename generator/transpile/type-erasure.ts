import { type SyntaxNode, isSyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";
import { removal, type TextEdit } from "../syntax/text-edits.ts";
import { TranspileFault } from "./transpile-fault.ts";

/** Syntax of TypeScript that does more than say types. */
const unerasable: ReadonlyMap<string, string> = new Map([
  ["TSEnumDeclaration", "an enum"],
  ["TSModuleDeclaration", "a namespace"],
  ["TSParameterProperty", "a parameter property"],
  ["TSExportAssignment", "an export assignment"],
  ["TSImportEqualsDeclaration", "an import assignment"],
]);

/** Expressions of TypeScript that are another one, and a type. */
const typedExpressions: ReadonlySet<string> = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
  "TSNonNullExpression",
  "TSInstantiationExpression",
]);

/** Expressions that mean the same without parentheses, unless they are what `new` makes one of. */
const firm: ReadonlySet<string> = new Set([
  "Identifier",
  "ThisExpression",
  "MemberExpression",
  "CallExpression",
  "StringLiteral",
  "TemplateLiteral",
  "ArrayExpression",
]);

/** The words in front of a member of a class that say types. */
const modifiers = /\b(?:public|private|protected|readonly|override|abstract|declare)\s+/g;

/**
 * Whether a node is there for types alone, so that nothing of it runs.
 *
 * @throws TranspileFault for one that is not, and is no JavaScript either
 */
export function isType(node: SyntaxNode): boolean {
  if (node["declare"] === true) return true;
  const words = unerasable.get(node.type);
  if (words !== undefined) throw new TranspileFault(`it holds ${words}`);
  if (node["abstract"] === true) return !node.type.startsWith("Class") || isMember(node);
  return node.type.startsWith("TS") && !typedExpressions.has(node.type);
}

/**
 * The edits that make JavaScript of a node: all that says types goes.
 *
 * @param around the node that it stands in
 * @throws TranspileFault where the types in it cannot be erased
 */
export function erasures(text: string, node: SyntaxNode, around?: SyntaxNode): TextEdit[] {
  const inner = Object.entries(node)
    .filter(([key]) => key !== "loc")
    .flatMap(([, value]) => nodesIn(value))
    .flatMap((child) => (isType(child) ? erasureOfType(text, child) : erasures(text, child, node)));
  return [...erasuresAt(text, node, around), ...inner];
}

/** Of a member or statement goes the whole line, with the comments in front of it. */
function erasureOfType(text: string, node: SyntaxNode): TextEdit[] {
  const isLine = /Declaration$|^TSDeclare|^TSIndexSignature$|^Class|^VariableDeclaration$/.test(
    node.type,
  );
  if (!isLine || node.type.startsWith("TSTypeParameter")) return [removal(node.start, node.end)];
  const before = /(?:\n[ \t]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^])*\*\/))*\n?[ \t]*$/.exec(
    text.slice(0, node.start),
  );
  return [removal(before?.index ?? node.start, node.end)];
}

function erasuresAt(text: string, node: SyntaxNode, around?: SyntaxNode): TextEdit[] {
  switch (node.type) {
    case "Identifier":
      return erasuresOfIdentifier(node);
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "TSNonNullExpression":
    case "TSInstantiationExpression":
      return erasuresOfTypedExpression(text, node, around);
    case "ClassDeclaration":
    case "ClassExpression":
      return erasuresOfClass(text, node);
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ObjectMethod":
      return erasuresOfParameters(text, node);
    default:
      return isMember(node)
        ? [...erasuresOfMember(text, node), ...erasuresOfParameters(text, node)]
        : [];
  }
}

/** A binding: what follows its name is `?`, `!` and its type. */
function erasuresOfIdentifier(node: SyntaxNode): TextEdit[] {
  const { name, typeAnnotation, optional, start, end } = node;
  const isTyped = isSyntaxNode(typeAnnotation) || optional === true;
  return isTyped && typeof name === "string" ? [removal(start + name.length, end)] : [];
}

function erasuresOfTypedExpression(
  text: string,
  node: SyntaxNode,
  around?: SyntaxNode,
): TextEdit[] {
  const [expression] = nodesIn(node["expression"]);
  const [type] = nodesIn(node["typeAnnotation"] ?? node["typeArguments"]);
  if (expression === undefined) return [];
  const isFirm = firm.has(expression.type) && around?.type !== "NewExpression";
  const parentheses = isFirm ? erasuresOfParentheses(text, node) : [];
  if (node.type === "TSTypeAssertion" && type !== undefined) {
    const end = text.indexOf(">", type.end) + 1;
    return [removal(node.start, end), ...parentheses];
  }
  if (node.type === "TSNonNullExpression") return [removal(node.end - 1, node.end), ...parentheses];
  if (type === undefined) return parentheses;
  const between = text.slice(expression.end, type.start);
  const words = /\s*(?:\b(?:as|satisfies)\s+)?$/.exec(between);
  return [removal(expression.end + (words?.index ?? 0), node.end), ...parentheses];
}

/** The parentheses around an expression, which its type asked for. */
function erasuresOfParentheses(text: string, { extra, start, end }: SyntaxNode): TextEdit[] {
  const isParenthesized =
    typeof extra === "object" && extra !== null && "parenthesized" in extra && text[end] === ")";
  if (!isParenthesized || text[start - 1] !== "(") return [];
  return [removal(start - 1, start), removal(end, end + 1)];
}

function erasuresOfClass(text: string, node: SyntaxNode): TextEdit[] {
  const [body] = nodesIn(node["body"]);
  const [first] = nodesIn(node["implements"]);
  const last = nodesIn(node["implements"]).at(-1);
  const abstract = /^abstract\s+/.exec(text.slice(node.start, body?.start));
  const edits = abstract === null ? [] : [removal(node.start, node.start + abstract[0].length)];
  if (first === undefined || last === undefined) return edits;
  const before = /\s*\bimplements\s+$/.exec(text.slice(node.start, first.start));
  return [...edits, removal(node.start + (before?.index ?? 0), last.end)];
}

function isMember({ type }: SyntaxNode): boolean {
  return /^Class(?:Private|Accessor)?(?:Property|Method)$/.test(type);
}

function erasuresOfMember(text: string, node: SyntaxNode): TextEdit[] {
  const [key] = nodesIn(node["key"]);
  if (key === undefined) return [];
  const words = [...text.slice(node.start, key.start).matchAll(modifiers)].map((found) => {
    const start = node.start + found.index;
    return removal(start, start + found[0].length);
  });
  const mark = /^\]?\s*([?!])/.exec(text.slice(key.end, node.end));
  const isMarked = node["optional"] === true || node["definite"] === true;
  if (mark === null || !isMarked) return words;
  const end = key.end + mark[0].length;
  return [...words, removal(end - 1, end)];
}

/** The width that parameters are kept within. */
const lineWidth = 100;

/** A first parameter `this` is a type; names that stood a line each with their types fit on one. */
function erasuresOfParameters(text: string, node: SyntaxNode): TextEdit[] {
  const [first, ...others] = nodesIn(node["params"]);
  if (first === undefined) return [];
  if (first["name"] === "this") {
    const comma = /^\s*,?/.exec(text.slice(first.end)) ?? [""];
    return [removal(first.start, others[0]?.start ?? first.end + comma[0].length)];
  }
  const lines = /(\n[^\S\n]*)$/.exec(text.slice(0, first.start));
  const names = [first, ...others].map(({ type, name }) =>
    type === "Identifier" ? name : undefined,
  );
  if (lines === null || names.includes(undefined)) return [];
  const start = first.start - lines[0].length;
  const margin = start - text.lastIndexOf("\n", start - 1);
  const last = others.at(-1) ?? first;
  const end = last.end + (/^,?\s*/.exec(text.slice(last.end))?.[0].length ?? 0);
  const hasComments = [first, ...others].some((parameter, index) => {
    const next = others[index]?.start ?? end;
    return /[^\s,]/.test(text.slice(parameter.end, next));
  });
  const replacement = names.join(", ");
  return hasComments || margin + replacement.length + ") {".length > lineWidth
    ? []
    : [{ start, end, replacement }];
}
