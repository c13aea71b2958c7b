import type { ParserOptions } from "prettier";
import type { SourcePosition, SourceRange } from "../diagnostics/diagnostic.ts";

/** A node of the syntax tree of a module, in the form of Babel's. */
export interface SyntaxNode extends Readonly<Record<string, unknown>> {
  readonly type: string;
  /** Where its text begins and ends in the text of the module. */
  readonly start: number;
  readonly end: number;
}

/** The syntax tree of a module, or why it has none. */
export type ParsedModule =
  | { readonly ok: true; readonly program: SyntaxNode }
  | { readonly ok: false; readonly message: string; readonly range: SourceRange | undefined };

/**
 * Parses a module of TypeScript, or of JavaScript, by the parser that formats the output.
 */
export async function parseModule(text: string): Promise<ParsedModule> {
  // Few runs have a module to parse.
  const { parsers } = await import("prettier/plugins/babel");
  try {
    // It looks at no option but the path of the file, which it can do without.
    const tree: unknown = await parsers["babel-ts"].parse(text, {} as ParserOptions);
    if (isSyntaxNode(tree) && isSyntaxNode(tree["program"]))
      return { ok: true, program: tree["program"] };
    throw new RangeError("the parser gave no program");
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    const start = "loc" in fault ? positionIn(fault.loc, 0) : undefined;
    return {
      ok: false,
      message: fault.message.replace(/ \(\d+:\d+\)$/, ""),
      range: start && { start, end: { line: start.line, column: start.column + 1 } },
    };
  }
}

/**
 * Whether a member of a node is a node.
 */
export function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/**
 * The nodes in a member of a node: the one that it is, or those that it holds.
 */
export function nodesIn(value: unknown): SyntaxNode[] {
  if (Array.isArray(value)) return value.filter(isSyntaxNode);
  return isSyntaxNode(value) ? [value] : [];
}

/**
 * A node and all nodes below it, in the order of the text.
 */
export function nodesFrom(node: SyntaxNode): SyntaxNode[] {
  return [node, ...Object.values(node).flatMap(nodesIn).flatMap(nodesFrom)];
}

/**
 * Where the text of a node stands.
 */
export function nodeRange({ loc }: SyntaxNode): SourceRange | undefined {
  if (typeof loc !== "object" || loc === null || !("end" in loc)) return undefined;
  const start = positionIn(loc, 1);
  const end = positionIn({ start: loc.end }, 1);
  return start && end && { start, end };
}

/** The start of a location, whose columns count from 0 in a tree and from 1 in a fault. */
function positionIn(location: unknown, offset: number): SourcePosition | undefined {
  if (typeof location !== "object" || location === null || !("start" in location)) return undefined;
  const { start } = location;
  if (typeof start !== "object" || start === null) return undefined;
  const { line, column } = start as Partial<SourcePosition>;
  return line === undefined || column === undefined ? undefined : { line, column: column + offset };
}
