import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { declarationTarget } from "../names/page-link.ts";
import { link } from "../text/markdown.ts";
import { documentationOf } from "./documentation.ts";
import { lowerNode } from "./lower.ts";
import { printDeclaration } from "./print-declaration.ts";
import { printIndexType, printType } from "./print-type.ts";
import { referencesOf, type TypeExpression } from "./type-expression.ts";

/** The TypeScript type of one declaration. */
export interface DeclarationType {
  /** Its exported interface or type alias, with its documentation comment; not formatted yet. */
  readonly text: string;
  /** The other declarations that the text names, in ascending order. */
  readonly references: readonly NodeId[];
}

/**
 * Makes the type of a declaration: every value that its schema accepts is assignable to it. The
 * inline types that it holds follow it.
 */
export async function printDeclarationType(
  model: SchemaModel,
  declaration: Declaration,
): Promise<DeclarationType> {
  const page = link("Documentation", declarationTarget(`${declaration.module}.ts`, declaration));
  const own = {
    node: declaration.node,
    name: declaration.exports.type,
    documentation: documentationOf(nodeOf(model, declaration.node), declaration.name, [
      `@see ${page}`,
    ]),
  };
  // What an inline type is said to be stands at the property that has it.
  const inline = [...model.inlineTypes.values()]
    .filter((type) => type.declaration === declaration.node)
    .map(({ node, name }) => ({ node, name, documentation: "" }));
  const texts: string[] = [];
  const references = new Set<NodeId>();
  for (const named of [own, ...inline]) {
    const type = lowerNode(model, named.node);
    texts.push(await printDeclaration({ ...named, ...frameOf(type, model) }));
    for (const id of referencesOf(type)) references.add(id);
  }
  return {
    text: texts.join("\n\n"),
    references: [...references]
      .filter((id) => id !== declaration.node && !model.inlineTypes.has(id))
      .sort((a, b) => a - b),
  };
}

function frameOf(type: TypeExpression, model: SchemaModel) {
  const names = {
    nameOf: (id: NodeId) => exportedName(model, id),
    hasRecord: !isRecordDeclared(model),
  };
  if (type.kind !== "object" || type.properties.length === 0) {
    return { kind: "alias", text: printType(type, { ...names, isEager: true }) } as const;
  }
  const scope = { ...names, isEager: false };
  const properties = type.properties.map((property) => ({
    ...property,
    text: printType(property.type, scope),
  }));
  return { kind: "interface", properties, index: printIndexType(type, scope) } as const;
}

function exportedName(model: SchemaModel, id: NodeId): string {
  const name = model.declarations.get(id)?.exports.type ?? model.inlineTypes.get(id)?.name;
  if (name === undefined) throw new RangeError(`the type of node ${id} has no name`);
  return name;
}

function isRecordDeclared(model: SchemaModel): boolean {
  return [...model.declarations.values()].some(({ exports }) => exports.type === "Record");
}
