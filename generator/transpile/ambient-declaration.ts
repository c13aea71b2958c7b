import { type SyntaxNode, isSyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";
import { editText, removal, type TextEdit } from "../syntax/text-edits.ts";
import { constantType, isLiteral } from "./literal-type.ts";
import { TranspileFault } from "./transpile-fault.ts";

/**
 * What a default export says of types, likewise.
 *
 * @throws TranspileFault where a type of it is not written out
 */
export function ambientDefault(text: string, declaration: SyntaxNode): string {
  if (declaration.type === "Identifier" || declaration.type === "TSInterfaceDeclaration")
    return `export default ${text.slice(declaration.start, declaration.end)}`;
  if (!/^(?:Function|Class)Declaration$/.test(declaration.type)) throw unwritten("the default");
  return `export default ${ambientDeclaration(text, declaration).replace(/^declare /, "")}`;
}

/**
 * What a declaration says of types, as a `.d.ts` has it: a function without its body, a constant
 * without its value, a class without both.
 *
 * @throws TranspileFault where a type of it is not written out
 */
export function ambientDeclaration(text: string, node: SyntaxNode): string {
  if (node["declare"] === true) return text.slice(node.start, node.end);
  switch (node.type) {
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      return `declare ${signature(text, node, functionName(node))}`;
    case "VariableDeclaration":
      return variables(text, node);
    case "ClassDeclaration":
      return `declare ${classText(text, node)}`;
    default:
      return text.slice(node.start, node.end);
  }
}

function functionName({ id }: SyntaxNode): string {
  return isSyntaxNode(id) ? String(id["name"]) : "default";
}

/** A function or method up to its body. */
function signature(text: string, node: SyntaxNode, name: string): string {
  const { returnType, kind, key } = node;
  const needsType = kind !== "constructor" && kind !== "set";
  if (needsType && !isSyntaxNode(returnType)) throw unwritten(name);
  const [body] = nodesIn(node["body"]);
  const edits = [...wordEdits(text, node), ...parameterEdits(node, name)];
  if (isSyntaxNode(key)) edits.push(...wordEdits(text, node, key.start));
  const written = editText(text, node.start, body?.start ?? node.end, edits).trimEnd();
  return written.endsWith(";") ? written : `${written};`;
}

/** Words in front of a name that say nothing of its type. */
function wordEdits(text: string, node: SyntaxNode, end = node.start + 30): TextEdit[] {
  const before = text.slice(node.start, end);
  const words = node.type.startsWith("Class")
    ? /\b(?:async|override|public)\s+|\*\s*/g
    : /^async\s+|(?<=^(?:async\s+)?function)\s*\*/g;
  return [...before.matchAll(words)].map((found) =>
    removal(node.start + found.index, node.start + found.index + found[0].length),
  );
}

/** A parameter with a default may be left out. */
function parameterEdits(node: SyntaxNode, name: string): TextEdit[] {
  const parameters = nodesIn(node["params"]);
  return parameters.flatMap((parameter, index) => {
    const isLast = parameters.slice(index + 1).every(isOptional);
    const [bound] =
      parameter.type === "AssignmentPattern" ? nodesIn(parameter["left"]) : [parameter];
    const type = bound?.["typeAnnotation"];
    if (bound === undefined || bound["name"] === "this") return [];
    const edits = innerDefaults(bound);
    if (isSyntaxNode(type)) {
      if (bound === parameter) return edits;
      const replacement = isLast ? "" : " | undefined";
      const mark = isLast ? [{ start: type.start, end: type.start, replacement: "?" }] : [];
      return [...edits, ...mark, { start: bound.end, end: parameter.end, replacement }];
    }
    const seen = bound === parameter ? undefined : literalType(parameter["right"]);
    if (seen === undefined) throw unwritten(name);
    return [{ start: bound.end, end: parameter.end, replacement: `${isLast ? "?" : ""}: ${seen}` }];
  });
}

function isOptional({ type, optional }: SyntaxNode): boolean {
  return optional === true || type === "AssignmentPattern" || type === "RestElement";
}

/** The defaults inside a pattern. */
function innerDefaults(pattern: SyntaxNode): TextEdit[] {
  const members = [
    ...nodesIn(pattern["properties"]).flatMap((property) => nodesIn(property["value"])),
    ...nodesIn(pattern["elements"]),
  ];
  return members.flatMap((member) => {
    if (member.type !== "AssignmentPattern") return innerDefaults(member);
    const [left] = nodesIn(member["left"]);
    return left === undefined ? [] : [...innerDefaults(left), removal(left.end, member.end)];
  });
}

function literalType(value: unknown): string | undefined {
  if (!isSyntaxNode(value)) return undefined;
  switch (value.type) {
    case "StringLiteral":
      return "string";
    case "NumericLiteral":
      return "number";
    case "BooleanLiteral":
      return "boolean";
    default:
      return undefined;
  }
}

function variables(text: string, node: SyntaxNode): string {
  const declarators = nodesIn(node["declarations"]).map((declarator) => variable(text, declarator));
  return `declare ${String(node["kind"])} ${declarators.join(", ")};`;
}

function variable(text: string, { id, init }: SyntaxNode): string {
  if (!isSyntaxNode(id)) throw new RangeError("a declarator has a name");
  if (id.type !== "Identifier") throw new TranspileFault("it exports what a pattern takes apart");
  if (isSyntaxNode(id["typeAnnotation"])) return text.slice(id.start, id.end);
  const name = String(id["name"]);
  if (!isSyntaxNode(init)) throw unwritten(name);
  if (isLiteral(init)) return `${name} = ${text.slice(init.start, init.end)}`;
  const type = typeOfValue(text, init, name);
  if (type === undefined) throw unwritten(name);
  return `${name}: ${type}`;
}

function typeOfValue(text: string, value: SyntaxNode, name: string): string | undefined {
  const [expression] = nodesIn(value["expression"]);
  const [type] = nodesIn(value["typeAnnotation"]);
  if (value.type === "ArrowFunctionExpression") {
    const [body] = nodesIn(value["body"]);
    const [result] = nodesIn(value["returnType"]);
    if (result === undefined || body === undefined) return undefined;
    const edits = [...wordEdits(text, value), ...parameterEdits(value, name)];
    const head = editText(text, value.start, result.start, edits);
    return `${head} => ${text.slice(result.start, result.end).replace(/^:\s*/, "")}`;
  }
  if (value.type !== "TSAsExpression" || expression === undefined || type === undefined)
    return undefined;
  const asserted = text.slice(type.start, type.end);
  return asserted === "const" ? constantType(text, expression) : asserted;
}

function classText(text: string, node: SyntaxNode): string {
  const [body] = nodesIn(node["body"]);
  if (body === undefined) throw new RangeError("a class has a body");
  const members = nodesIn(body["body"]);
  const overloaded = new Set(
    members.filter(({ type }) => type === "TSDeclareMethod").map((member) => keyText(text, member)),
  );
  const edits = members.flatMap((member) => {
    const isHidden = member.type === "ClassMethod" && overloaded.has(keyText(text, member));
    return isHidden ? [lineOf(text, member)] : memberEdits(text, member);
  });
  const isBranded = members.some(({ type }) => type.startsWith("ClassPrivate"));
  if (isBranded) {
    const start = body.start + 1;
    edits.push({ start, end: start, replacement: "\n  #private;" });
  }
  return editText(text, node.start, node.end, edits);
}

function keyText(text: string, { key }: SyntaxNode): string {
  return isSyntaxNode(key) ? text.slice(key.start, key.end) : "";
}

function memberEdits(text: string, member: SyntaxNode): TextEdit[] {
  const { start, end, type, key, value } = member;
  if (type === "StaticBlock" || type.startsWith("ClassPrivate")) return [lineOf(text, member)];
  if (!isSyntaxNode(key)) return [];
  const name = keyText(text, member);
  if (member["accessibility"] === "private") {
    const mark = member["optional"] === true ? "?" : "";
    const replacement = `${editText(text, start, key.end, wordEdits(text, member, key.start))}${mark};`;
    return [{ start, end, replacement }];
  }
  if (type === "ClassMethod" || type === "TSDeclareMethod")
    return [{ start, end, replacement: signature(text, member, name) }];
  const edits = wordEdits(text, member, key.start);
  if (isSyntaxNode(member["typeAnnotation"])) {
    return [...edits, { start: member["typeAnnotation"].end, end, replacement: ";" }];
  }
  if (isSyntaxNode(value) && isLiteral(value) && member["readonly"] === true) return edits;
  throw unwritten(name);
}

/** A member with the white space in front of it. */
function lineOf(text: string, { start, end }: SyntaxNode): TextEdit {
  const before = /\s*$/.exec(text.slice(0, start));
  return removal(before?.index ?? start, end);
}

function unwritten(name: string): TranspileFault {
  return new TranspileFault(`the type of ${name} is not written out`);
}
