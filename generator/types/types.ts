import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { globalNames } from "../names/global-names.ts";
import { declarationTarget } from "../names/page-link.ts";
import type { TypeOptions } from "../options.ts";
import { tightenComments } from "../text/comment.ts";
import { formatTypeScript } from "../text/format-typescript.ts";
import { link } from "../text/markdown.ts";
import { type EnumerationMember, enumerationMembers } from "./enumeration.ts";
import { documentationOf } from "./documentation.ts";
import { isForeign } from "./foreign-text.ts";
import { lowerNode } from "./lower.ts";
import { type DeclarationFrame, printDeclarations } from "./print-declaration.ts";
import { isListedUnion, printIndexes, printProperties, printType } from "./print-type.ts";
import { referencesOf, type TypeExpression } from "./type-expression.ts";

/** The TypeScript type of one declaration. */
export interface DeclarationType {
  /** Its exported interface or type alias, with its documentation comment. */
  readonly text: string;
  /** Whether its name is that of an object of listed values too. */
  readonly isEnumeration: boolean;
  /** All such objects that the text exports. */
  readonly enumerations: readonly string[];
  /** The other declarations that the text names, in ascending order. */
  readonly references: readonly NodeId[];
}

/** A declaration whose type is wanted. */
export interface TypeRequest {
  /** The model as the module of the declaration sees it. */
  readonly model: SchemaModel;
  readonly declaration: Declaration;
  /** Whether there is a page of docs that its comment can lead to. */
  readonly hasPage: boolean;
}

/**
 * Makes the types of declarations: every value that the schema of one accepts is assignable to its
 * type. The inline types that it holds follow it.
 *
 * @returns a type for each request, in their order
 */
export async function printDeclarationTypes(
  requests: readonly TypeRequest[],
  options: TypeOptions,
): Promise<DeclarationType[]> {
  const lowered = requests.map((request) => lowerDeclaration(request, options));
  const printed = await printDeclarations(lowered.flatMap((declaration) => declaration.frames));
  const types: DeclarationType[] = [];
  let first = 0;
  for (const { frames, foreign, type } of lowered) {
    const texts: string[] = [];
    for (const [index, frame] of frames.entries()) {
      const text = printed[first + index] ?? "";
      const isLaidOut = frame.kind !== "enumeration" && !foreign.has(frame);
      texts.push(tightenComments(isLaidOut ? text : (await formatTypeScript(text)).trim()));
    }
    types.push({ ...type, text: texts.join("\n\n") });
    first += frames.length;
  }
  return types;
}

/** A declaration and the inline types that it holds, as they are to be printed. */
interface LoweredDeclaration {
  readonly frames: readonly DeclarationFrame[];
  /** Those with parts whose layout is not known. */
  readonly foreign: ReadonlySet<DeclarationFrame>;
  readonly type: Omit<DeclarationType, "text">;
}

function lowerDeclaration(
  { model, declaration, hasPage }: TypeRequest,
  options: TypeOptions,
): LoweredDeclaration {
  const page = link("Documentation", declarationTarget(`${declaration.module}.ts`, declaration));
  const tags = hasPage ? [`@see ${page}`] : [];
  const own = {
    node: declaration.node,
    name: declaration.exports.type,
    documentation: documentationOf(nodeOf(model, declaration.node), declaration.name, tags),
  };
  // What an inline type is said to be stands at the property that has it.
  const inline = [...model.inlineTypes.values()]
    .filter((type) => type.declaration === declaration.node)
    .map(({ node, name }) => ({ node, name, documentation: "" }));
  const source = { ...model, typeOptions: options, spelling: new Set([declaration.node]) };
  const frames: DeclarationFrame[] = [];
  const foreign = new Set<DeclarationFrame>();
  const enumerations: string[] = [];
  const references = new Set<NodeId>();
  for (const { node, name, documentation } of [own, ...inline]) {
    const type = lowerNode(source, node);
    const members = enumerationOf(name, type, options);
    if (members !== undefined) enumerations.push(name);
    const frame: DeclarationFrame = {
      name,
      documentation,
      ...(members === undefined
        ? frameOf(type, model, options)
        : ({ kind: "enumeration", members } as const)),
    };
    frames.push(frame);
    if (isForeign(type)) foreign.add(frame);
    for (const id of referencesOf(type)) references.add(id);
  }
  return {
    frames,
    foreign,
    type: {
      isEnumeration: enumerations.includes(own.name),
      enumerations,
      references: [...references]
        .filter((id) => id !== declaration.node && !model.inlineTypes.has(id))
        .sort((a, b) => a - b),
    },
  };
}

/** The values that a type is an object of, beside a type. */
function enumerationOf(
  name: string,
  type: TypeExpression,
  options: TypeOptions,
): readonly EnumerationMember[] | undefined {
  if (options.enums === "union" || globalNames.has(name)) return undefined;
  return enumerationMembers(type);
}

function frameOf(type: TypeExpression, model: SchemaModel, options: TypeOptions) {
  const names = {
    nameOf: (id: NodeId) => exportedName(model, id),
    hasRecord: !isRecordDeclared(model),
    isReadonly: options.readonly,
    hasOpenIndex: options.openObjects === "index",
  };
  if (type.kind !== "object" || type.properties.length === 0) {
    const scope = { ...names, isEager: true };
    const isUnion = isListedUnion(type, scope);
    return { kind: "alias", type: printType(type, scope, "bare"), isUnion } as const;
  }
  const scope = { ...names, isEager: false };
  const properties = printProperties(type, scope);
  return {
    kind: "interface",
    properties,
    indexes: printIndexes(type, scope),
    isReadonly: options.readonly,
  } as const;
}

function exportedName(model: SchemaModel, id: NodeId): string {
  const name = model.declarations.get(id)?.exports.type ?? model.inlineTypes.get(id)?.name;
  if (name === undefined) throw new RangeError(`the type of node ${id} has no name`);
  return name;
}

function isRecordDeclared({ declarations }: SchemaModel): boolean {
  const known = declaringRecord.get(declarations);
  if (known !== undefined) return known;
  const found = [...declarations.values()].some(({ exports }) => exports.type === "Record");
  declaringRecord.set(declarations, found);
  return found;
}

/** Every declaration of a module asks the same. */
const declaringRecord = new WeakMap<SchemaModel["declarations"], boolean>();
