import { type SyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";
import { editText } from "../syntax/text-edits.ts";
import { assembleModule } from "./assemble.ts";
import { withSpecifiers } from "./module-clauses.ts";
import type { ModuleStatement, ModuleStatements } from "./module-statements.ts";
import { erasures, isType } from "./type-erasure.ts";

/**
 * What a module does, without the types: the lines of the module as they stand, with the comments in
 * front of them.
 *
 * @throws TranspileFault where its types cannot be erased
 */
export function javascriptText(module: ModuleStatements): string {
  const statements = module.statements.map((statement) => {
    const text = statementText(module, statement);
    return text === undefined ? statement : { ...statement, text };
  });
  const isModule = statements.some((each) => "text" in each && isModuleStatement(each));
  const text = assembleModule(module.banner, statements, module.ending);
  // A file without imports and exports may be taken for a script.
  return isModule ? text : `${text}export {};\n`;
}

function isModuleStatement({ node }: ModuleStatement): boolean {
  return /^(?:Im|Ex)port/.test(node.type);
}

function statementText(module: ModuleStatements, { node }: ModuleStatement): string | undefined {
  if (isType(node) || node["importKind"] === "type" || node["exportKind"] === "type")
    return undefined;
  const [declaration] = nodesIn(node["declaration"]);
  if (declaration !== undefined && isType(declaration)) return undefined;
  if (nodesIn(node["specifiers"]).length > 0) return withSpecifiers(module, node, isValue);
  return editText(module.text, node.start, node.end, erasures(module.text, node));
}

function isValue(specifier: SyntaxNode): boolean {
  return specifier["importKind"] !== "type" && specifier["exportKind"] !== "type";
}
