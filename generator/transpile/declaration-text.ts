import { type SyntaxNode, isSyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";
import { ambientDeclaration, ambientDefault } from "./ambient-declaration.ts";
import { assembleModule } from "./assemble.ts";
import { withSpecifiers } from "./module-clauses.ts";
import type { ModuleStatement, ModuleStatements } from "./module-statements.ts";
import { typeNames } from "./type-names.ts";

/** What keeps compilers from checking a file; of declarations there is nothing that they could not. */
const uncheckedLine = /^\/\/ @ts-nocheck.*\n/m;

/**
 * What the exports of a module say of types, as `tsc` declares them: with those declarations and imports
 * that they refer to.
 *
 * @throws TranspileFault where the type of an export is not written out
 */
export function declarationText(module: ModuleStatements): string {
  const wanted = wantedNames(module);
  const statements = module.statements.map((statement) => {
    const text = statementText(module, statement, wanted);
    return text === undefined ? statement : { ...statement, text, remark: "" };
  });
  const kept = statements.filter((each): each is typeof each & { text: string } => "text" in each);
  const banner = module.banner.replace(uncheckedLine, "");
  const text = assembleModule(banner, statements, "");
  // A file of declarations exports all of them, unless it exports some by itself.
  const isClosed = kept.every(({ node }) => /^(?:Im|Ex)port/.test(node.type));
  const exportsSome = kept.some(({ node }) => node.type.startsWith("Export"));
  return isClosed && exportsSome ? text : `${text}export {};\n`;
}

function statementText(
  module: ModuleStatements,
  { node }: ModuleStatement,
  wanted: ReadonlySet<string>,
): string | undefined {
  const { text } = module;
  const [declaration] = nodesIn(node["declaration"]);
  switch (node.type) {
    case "ImportDeclaration":
      if (nodesIn(node["specifiers"]).length === 0) return undefined;
      return withSpecifiers(module, node, ({ local }) => {
        return isSyntaxNode(local) && wanted.has(String(local["name"]));
      });
    case "ExportNamedDeclaration":
      if (declaration === undefined) return text.slice(node.start, node.end);
      return isHidden(module, declaration)
        ? undefined
        : `export ${ambientDeclaration(text, declaration)}`;
    case "ExportDefaultDeclaration":
      return declaration && ambientDefault(text, declaration);
    case "ExportAllDeclaration":
      return text.slice(node.start, node.end);
    default: {
      const isWanted = declaredNames(node).some((name) => wanted.has(name));
      return isWanted && !isHidden(module, node) ? ambientDeclaration(text, node) : undefined;
    }
  }
}

/** Whether a function is what overloads of it stand for. */
function isHidden({ statements }: ModuleStatements, node: SyntaxNode): boolean {
  if (node.type !== "FunctionDeclaration") return false;
  const [name] = declaredNames(node);
  return statements.some((statement) => {
    const [declaration = statement.node] = nodesIn(statement.node["declaration"]);
    return (
      declaration.type === "TSDeclareFunction" && declaredNames(declaration).includes(name ?? "")
    );
  });
}

/** The names that the declarations of a module's exports refer to, and those that these refer to. */
function wantedNames({ statements }: ModuleStatements): ReadonlySet<string> {
  const wanted = new Set<string>();
  const local = new Map<string, SyntaxNode[]>();
  for (const { node } of statements) {
    const isExport = node.type.startsWith("Export") && !isSyntaxNode(node["source"]);
    for (const name of isExport ? typeNames(node) : []) wanted.add(name);
    for (const name of declaredNames(node)) local.set(name, [...(local.get(name) ?? []), node]);
  }
  for (const name of wanted) {
    for (const node of local.get(name) ?? []) {
      for (const further of typeNames(node)) wanted.add(further);
    }
  }
  return wanted;
}

/** The names that a statement declares, unless it exports them by itself. */
function declaredNames(node: SyntaxNode): string[] {
  const declared = [node["id"], ...nodesIn(node["declarations"]).map(({ id }) => id)];
  return declared.flatMap(nodesIn).flatMap(({ name }) => (typeof name === "string" ? [name] : []));
}
