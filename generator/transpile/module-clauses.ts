import { type SyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";
import { layOut, listLine } from "../text/lines.ts";
import type { ModuleStatements } from "./module-statements.ts";

/**
 * An import or export of names with only some of them; `undefined` where none are left.
 *
 * @param keeps whether a name stays, by its specifier
 */
export function withSpecifiers(
  { text }: Pick<ModuleStatements, "text">,
  statement: SyntaxNode,
  keeps: (specifier: SyntaxNode) => boolean,
): string | undefined {
  const all = nodesIn(statement["specifiers"]);
  const kept = all.filter(keeps);
  if (kept.length === all.length) return text.slice(statement.start, statement.end);
  if (kept.length === 0) return undefined;
  const textOf = ({ start, end }: SyntaxNode) => text.slice(start, end);
  const named = kept.filter(({ type }) => /^(?:Im|Ex)portSpecifier$/.test(type)).map(textOf);
  const others = kept.filter(({ type }) => !/^(?:Im|Ex)portSpecifier$/.test(type)).map(textOf);
  const [head = ""] = /^(?:import|export)(?:\s+type(?=[\s{]))?/.exec(textOf(statement)) ?? [];
  const [source] = nodesIn(statement["source"]);
  const tail = source === undefined ? ";" : ` from ${textOf(source)};`;
  if (named.length === 0) return `${head} ${others.join(", ")}${tail}`;
  return layOut([
    listLine(`${[head, ...others.map((each) => `${each},`)].join(" ")} {`, named, `}${tail}`, " "),
  ]);
}
