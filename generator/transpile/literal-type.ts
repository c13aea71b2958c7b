import { type SyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";
import { editText, type TextEdit } from "../syntax/text-edits.ts";

const literals: ReadonlySet<string> = new Set([
  "StringLiteral",
  "NumericLiteral",
  "BooleanLiteral",
  "BigIntLiteral",
  "NullLiteral",
]);

/**
 * Whether a value is a literal, of which TypeScript sees the type.
 */
export function isLiteral(value: SyntaxNode): boolean {
  if (literals.has(value.type)) return true;
  const [argument] = nodesIn(value["argument"]);
  return (
    value.type === "UnaryExpression" &&
    value["operator"] === "-" &&
    (argument?.type === "NumericLiteral" || argument?.type === "BigIntLiteral")
  );
}

/**
 * The type of a value that is asserted to be constant: the value itself with every member `readonly`,
 * its comments kept; `undefined` of one whose type does not stand there.
 */
export function constantType(text: string, value: SyntaxNode): string | undefined {
  if (isLiteral(value)) return text.slice(value.start, value.end);
  switch (value.type) {
    case "ObjectExpression":
      return objectType(text, value);
    case "ArrayExpression": {
      const items = nodesIn(value["elements"]).map((item) => constantType(text, item));
      const isKnown = items.every((item) => item !== undefined);
      return isKnown ? `readonly [${items.join(", ")}]` : undefined;
    }
    default:
      return undefined;
  }
}

function objectType(text: string, object: SyntaxNode): string | undefined {
  const edits: TextEdit[] = [];
  for (const property of nodesIn(object["properties"])) {
    const [key] = nodesIn(property["key"]);
    const [value] = nodesIn(property["value"]);
    const type = value && constantType(text, value);
    if (property.type !== "ObjectProperty" || key === undefined || type === undefined)
      return undefined;
    const { start, end } = property;
    edits.push({ start, end: start, replacement: "readonly " });
    edits.push({ start: value?.start ?? end, end, replacement: type });
    const comma = /^\s*,/.exec(text.slice(end));
    if (comma !== null) edits.push({ start: end, end: end + comma[0].length, replacement: ";" });
  }
  return editText(text, object.start, object.end, edits);
}
