import { type SyntaxNode, isSyntaxNode, nodesIn } from "../syntax/syntax-tree.ts";

/** Members of nodes that say nothing of types, or only name what is theirs. */
const silent: ReadonlySet<string> = new Set([
  "loc",
  "id",
  "key",
  "body",
  "value",
  "init",
  "right",
  "parameterName",
  "property",
  "label",
  "argument",
  "imported",
  "exported",
]);

/** Nodes whose body or value is all that they say. */
const speaking: ReadonlySet<string> = new Set([
  "TSInterfaceDeclaration",
  "TSInterfaceBody",
  "ClassDeclaration",
  "ClassBody",
]);

/**
 * The names that a declaration refers to where it says types.
 */
export function typeNames(node: SyntaxNode): string[] {
  switch (node.type) {
    case "Identifier": {
      const [type] = nodesIn(node["typeAnnotation"]);
      // A name with a type is one that is declared here.
      return type === undefined ? [String(node["name"])] : typeNames(type);
    }
    case "TSQualifiedName":
      return nodesIn(node["left"]).flatMap(typeNames);
    case "VariableDeclarator":
      return [...boundTypes(node["id"]), ...valueTypes(node["init"])];
    case "TSTypeParameter":
      return [...nodesIn(node["constraint"]), ...nodesIn(node["default"])].flatMap(typeNames);
    case "TSMappedType":
      return [node["constraint"], node["nameType"], node["typeAnnotation"]]
        .flatMap(nodesIn)
        .flatMap(typeNames);
    default:
      return [...computedKey(node), ...membersOf(node).flatMap(typeNames)];
  }
}

function membersOf(node: SyntaxNode): SyntaxNode[] {
  return Object.entries(node)
    .filter(([key]) => !silent.has(key) || (key === "body" && speaking.has(node.type)))
    .flatMap(([key, value]) =>
      key === "params" ? nodesIn(value).filter(isTyped) : nodesIn(value),
    );
}

/** A parameter without a type of its own says nothing. */
function isTyped({ type, typeAnnotation }: SyntaxNode): boolean {
  return type !== "Identifier" || isSyntaxNode(typeAnnotation);
}

function computedKey({ computed, key }: SyntaxNode): string[] {
  return computed === true ? nodesIn(key).flatMap(typeNames) : [];
}

function boundTypes(id: unknown): string[] {
  return nodesIn(id).flatMap(({ typeAnnotation }) => nodesIn(typeAnnotation).flatMap(typeNames));
}

/** Of a value, what its type is seen by. */
function valueTypes(value: unknown): string[] {
  return nodesIn(value).flatMap((node) => {
    if (node.type === "ArrowFunctionExpression") return typeNames(node);
    if (node.type === "TSAsExpression") return nodesIn(node["typeAnnotation"]).flatMap(typeNames);
    return [];
  });
}
