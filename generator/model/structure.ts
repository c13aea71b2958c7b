import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "./model.ts";

/**
 * Tells schemas apart by what they assert: two have the same number where they assert the same, whatever
 * they are called and wherever they stand. Each is looked at once.
 *
 * @param isDeclared whether a schema has a name: inside others it is the same as itself alone
 */
export function structureNumbers(
  nodes: readonly SchemaNode[],
  isDeclared: (id: NodeId) => boolean,
): (id: NodeId) => number {
  const numbers = new Map<NodeId, number>();
  const known = new Map<string, number>();

  const numberOfText = (text: string): number => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
  const innerNumber = (id: NodeId): number =>
    isDeclared(id) ? numberOfText(`node ${String(id)}`) : numberOf(id);
  const numberOf = (id: NodeId): number => {
    const found = numbers.get(id);
    if (found !== undefined) return found;
    const texts = (nodes[id]?.assertions ?? []).map((assertion) =>
      assertionText(assertion, innerNumber),
    );
    const isPlain = texts.every((text) => text !== undefined);
    const number = numberOfText(isPlain ? `[${texts.join()}]` : `node ${String(id)}`);
    numbers.set(id, number);
    return number;
  };
  return numberOf;
}

/** An assertion as text; `undefined` where JSON cannot write its numbers. */
function assertionText(
  assertion: Assertion,
  innerNumber: (id: NodeId) => number,
): string | undefined {
  // Members of the values that a schema lists are no schemas, whatever they are called.
  const isValue = assertion.keyword === "const" || assertion.keyword === "enum";
  const unwritten: number[] = [];
  const text = JSON.stringify(assertion, (key, member: unknown) => {
    if (typeof member !== "number") return member;
    if (!Number.isFinite(member)) unwritten.push(member);
    return !isValue && (key === "node" || key === "target") ? innerNumber(member) : member;
  });
  return unwritten.length === 0 ? text : undefined;
}
