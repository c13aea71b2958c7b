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
 * Makes the type of a declaration: every value that its schema accepts is assignable to it.
 */
export async function printDeclarationType(
  model: SchemaModel,
  declaration: Declaration,
): Promise<DeclarationType> {
  const type = lowerNode(model, declaration.node);
  const text = await printDeclaration({
    name: declaration.exports.type,
    documentation: documentationOf(nodeOf(model, declaration.node), declaration.name, [
      `@see ${link("Documentation", declarationTarget(`${declaration.module}.ts`, declaration))}`,
    ]),
    ...frameOf(type, model),
  });
  return { text, references: referencesOf(type).filter((id) => id !== declaration.node) };
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
  const declaration = model.declarations.get(id);
  if (declaration === undefined) throw new RangeError(`node ${id} is no declaration`);
  return declaration.exports.type;
}

function isRecordDeclared(model: SchemaModel): boolean {
  return [...model.declarations.values()].some(({ exports }) => exports.type === "Record");
}
