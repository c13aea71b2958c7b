import { type SyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";

/** A statement of a module, with what stands in front of it. */
export interface ModuleStatement {
  readonly node: SyntaxNode;
  /** The comments in front of it, behind those that end the line of the statement before. */
  readonly comments: string;
  /** The comment that ends its line. */
  readonly remark: string;
  /** Whether a blank line parts it from what stands before. */
  readonly isApart: boolean;
}

/** The text of a module, statement by statement. */
export interface ModuleStatements {
  readonly text: string;
  /** The comments that the module begins with. */
  readonly banner: string;
  readonly statements: readonly ModuleStatement[];
  /** The comments behind the last statement. */
  readonly ending: string;
}

/** The lines of comments that a module begins with; a documentation comment is of what follows. */
const bannerLines = /^(?:(?:\/\/.*|\/\*(?!\*).*\*\/)\n)*/;

/** A comment that ends a line. */
const remarkOfLine = /^[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/(?=[ \t]*(?:\n|$)))/;

/**
 * Takes a module apart into its statements.
 */
export function moduleStatements(text: string, program: SyntaxNode): ModuleStatements {
  const [banner = ""] = bannerLines.exec(text) ?? [];
  const statements: ModuleStatement[] = [];
  let position = banner.length;
  for (const node of nodesIn(program["body"])) {
    const before = text.slice(position, node.start);
    const [remark = ""] = remarkOfLine.exec(text.slice(node.end)) ?? [];
    statements.push({
      node,
      comments: before.trim(),
      remark,
      isApart: /^\s*\n\s*\n/.test(statements.length === 0 ? `\n${before}` : before),
    });
    position = node.end + remark.length;
  }
  return { text, banner, statements, ending: text.slice(position).trim() };
}
