import ts from "typescript";

/** What a script is made of, as far as it tells what was left out of it. */
export interface ScriptParts {
  /** Names that are declared at the top level, but that nothing exported reaches. */
  readonly idle: readonly string[];
  /** The functions, classes and constants that are declared at the top level. */
  readonly declared: readonly string[];
  /** The texts of all string literals and templates. */
  readonly strings: readonly string[];
}

/**
 * Reads a bundle of one module of JavaScript.
 */
export function scriptParts(script: string): ScriptParts {
  const file = ts.createSourceFile("bundle.js", script, ts.ScriptTarget.Latest, true);
  const declarations = new Map<string, ts.Node>();
  const rest: ts.Node[] = [];
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        declarations.set(declaration.name.getText(), declaration);
    } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      declarations.set(statement.name?.text ?? "", statement);
    } else rest.push(statement);
  }
  const reached = new Set<string>();
  const waiting = rest.flatMap(identifiersIn);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const declaration = declarations.get(name);
    if (declaration === undefined || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...identifiersIn(declaration));
  }
  const declared = [...declarations.keys()];
  return {
    declared,
    idle: declared.filter((name) => !reached.has(name)),
    strings: stringsIn(file),
  };
}

function identifiersIn(node: ts.Node): string[] {
  return nodesIn(node).flatMap((each) =>
    ts.isIdentifier(each) && !isMemberName(each) ? [each.text] : [],
  );
}

function isMemberName(identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) &&
    parent.name === identifier
  );
}

function stringsIn(node: ts.Node): string[] {
  return nodesIn(node).flatMap((each) =>
    ts.isStringLiteralLike(each) ||
    ts.isTemplateHead(each) ||
    ts.isTemplateMiddleOrTemplateTail(each)
      ? [each.text]
      : [],
  );
}

function nodesIn(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(...nodesIn(child)));
  return [node, ...children];
}
