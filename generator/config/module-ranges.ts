import type { SourceFile } from "../diagnostics/diagnostic.ts";
import {
  isSyntaxNode,
  nodeRange,
  nodesIn,
  parseModule,
  type SyntaxNode,
} from "../syntax/syntax-tree.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";

/** An option, with its key where it is a member of an object. */
interface WrittenOption {
  readonly value: SyntaxNode;
  readonly key?: SyntaxNode;
}

/**
 * A config that is a module, with the places of the options that its default export writes out. Those
 * that it works out have the place of what is nearest above them.
 */
export async function withModuleRanges(file: SourceFile): Promise<SourceFile> {
  const parsed = await parseModule(file.text);
  if (!parsed.ok) return file;
  const { program } = parsed;
  const root = exportedConfig(program);
  if (root === undefined) return file;
  return {
    ...file,
    rangeOf: (pointer) => nodeRange(writtenOptions(root, pointer).at(-1)?.value ?? root),
    keyRangeOf: (pointer) => {
      const found = writtenOptions(root, pointer);
      const key = found.at(-1)?.key;
      return found.length === pointerTokens(pointer).length && key ? nodeRange(key) : undefined;
    },
  };

  /** The options on the way to a pointer, as far as they are written out. */
  function writtenOptions(from: SyntaxNode, pointer: string): readonly WrittenOption[] {
    const found: WrittenOption[] = [];
    let holder: SyntaxNode | undefined = from;
    for (const token of pointerTokens(pointer)) {
      const option: WrittenOption | undefined = holder && memberOf(holder, token);
      if (option === undefined) break;
      found.push(option);
      holder = plainValue(program, option.value);
    }
    return found;
  }
}

function exportedConfig(program: SyntaxNode): SyntaxNode | undefined {
  for (const statement of nodesIn(program["body"])) {
    const { declaration, expression } = statement;
    if (statement.type === "ExportDefaultDeclaration" && isSyntaxNode(declaration))
      return plainValue(program, declaration);
    // `module.exports = …`
    if (!isSyntaxNode(expression) || expression.type !== "AssignmentExpression") continue;
    const { left, right } = expression;
    const isExports = isSyntaxNode(left) && nameOf(left["property"]) === "exports";
    if (isExports && isSyntaxNode(right)) return plainValue(program, right);
  }
  return undefined;
}

/** What a value is written as, seen through types, `defineConfig(…)` and the name of a constant. */
function plainValue(program: SyntaxNode, value: SyntaxNode): SyntaxNode | undefined {
  if (value.type === "CallExpression") {
    const [first] = nodesIn(value["arguments"]);
    return first && plainValue(program, first);
  }
  if (isSyntaxNode(value["expression"])) return plainValue(program, value["expression"]);
  if (value.type !== "Identifier") return value;
  const declarators = nodesIn(program["body"]).flatMap((each) => nodesIn(each["declarations"]));
  const found = declarators.find(({ id }) => nameOf(id) === value["name"])?.["init"];
  // A constant that is another's name is seldom; one that is its own would never end.
  return isSyntaxNode(found) && found.type !== "Identifier"
    ? plainValue(program, found)
    : undefined;
}

function memberOf(holder: SyntaxNode, token: string): WrittenOption | undefined {
  if (holder.type === "ArrayExpression") {
    const elements: unknown = holder["elements"];
    const element: unknown = Array.isArray(elements) ? elements[Number(token)] : undefined;
    return isSyntaxNode(element) ? { value: element } : undefined;
  }
  const member = nodesIn(holder["properties"]).findLast(({ key, computed }) => {
    return computed !== true && nameOf(key) === token;
  });
  const [key, value] = [member?.["key"], member?.["value"]];
  return isSyntaxNode(key) && isSyntaxNode(value) ? { key, value } : undefined;
}

/** What an identifier is called, or a literal says. */
function nameOf(node: unknown): string | undefined {
  if (!isSyntaxNode(node)) return undefined;
  const { name, value } = node;
  return typeof name === "string" ? name : typeof value === "string" ? value : undefined;
}
