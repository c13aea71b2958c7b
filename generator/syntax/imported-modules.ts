import { isSyntaxNode, nodesFrom, parseModule, type SyntaxNode } from "./syntax-tree.ts";

/**
 * The modules that a module of TypeScript or JavaScript imports, by the specifiers that it writes out;
 * none where it cannot be parsed. What only types need is left out.
 */
export async function importedModules(text: string): Promise<readonly string[]> {
  const parsed = await parseModule(text);
  if (!parsed.ok) return [];
  return [...new Set(nodesFrom(parsed.program).flatMap((node) => specifierOf(node) ?? []))];
}

function specifierOf(node: SyntaxNode): string | undefined {
  const { importKind, exportKind, source } = node;
  if (importKind === "type" || exportKind === "type") return undefined;
  if (isSyntaxNode(source)) return textOf(source);
  const { callee } = node;
  const isImport =
    isSyntaxNode(callee) && (callee.type === "Import" || callee["name"] === "require");
  if (!isImport || !Array.isArray(node["arguments"])) return undefined;
  const [first] = node["arguments"] as unknown[];
  return isSyntaxNode(first) ? textOf(first) : undefined;
}

function textOf({ value }: SyntaxNode): string | undefined {
  return typeof value === "string" ? value : undefined;
}
