import { compile, type JSONSchema } from "json-schema-to-typescript";
import { documentationComment } from "../text/comment.ts";
import { type EnumerationMember, printEnumeration } from "./enumeration.ts";
import {
  type PrintedIndex,
  type PrintedProperty,
  printIndex,
  printObjectBody,
} from "./print-type.ts";
import { propertyKey } from "../text/property-key.ts";
import { aliasLayout, commentedLayout, layOutType, type TypeLayout } from "./type-layout.ts";

/** A declaration whose types are printed, to be put into its frame. */
export type DeclarationFrame = {
  readonly name: string;
  /** Lines of its documentation comment, safe already; "" where there are none. */
  readonly documentation: string;
} & (
  | {
      readonly kind: "alias";
      readonly type: TypeLayout;
      /** Whether it is a union that the line breaks before. */
      readonly isUnion: boolean;
    }
  | {
      readonly kind: "interface";
      readonly properties: readonly PrintedProperty[];
      readonly indexes: readonly PrintedIndex[];
      readonly isReadonly: boolean;
    }
  | { readonly kind: "enumeration"; readonly members: readonly EnumerationMember[] }
);

/** The name that json-schema-to-typescript gets: it rewrites names that are not in its own form. */
const placeholder = "Declaration";

/** How many columns the body of an interface is indented by. */
const bodyDepth = 2;

/**
 * Prints an exported interface or type alias by json-schema-to-typescript, which is told every type
 * as text, so that names, references and meaning stay as they were decided.
 */
export async function printDeclaration(frame: DeclarationFrame): Promise<string> {
  const { name, documentation } = frame;
  switch (frame.kind) {
    case "alias":
      return printAlias(name, documentation, frame.type, frame.isUnion);
    case "interface":
      return printInterface(frame);
    case "enumeration": {
      const comment = documentation === "" ? "" : `${documentationComment(documentation)}\n`;
      const alias = await printAlias(name, "", `(typeof ${name})[keyof typeof ${name}]`, false);
      return `${comment}${printEnumeration(name, frame.members)}\n\n${comment}${alias}`;
    }
  }
}

async function printAlias(
  name: string,
  documentation: string,
  type: TypeLayout,
  isUnion: boolean,
): Promise<string> {
  const head = `export type ${name}`;
  const text = layOutType(aliasLayout(head, type, isUnion)).slice(`${head} =`.length);
  const compiled = await compileFrame(name, { ...describe(documentation), tsType: text });
  return compiled.replace(/ = (?=\s)/, " =");
}

async function printInterface(
  frame: Extract<DeclarationFrame, { kind: "interface" }>,
): Promise<string> {
  const { name, documentation, properties, indexes, isReadonly } = frame;
  if (isReadonly || properties.some(isUnknownName)) {
    const body = printObjectBody(properties, indexes, isReadonly);
    const comment = documentation === "" ? "" : documentationComment(documentation);
    return layOutType(commentedLayout(comment, [`export interface ${name} `, body]));
  }
  const text = await compileFrame(name, {
    type: "object",
    ...describe(documentation),
    properties: propertyMap(properties),
    required: properties.filter(({ required }) => required).map((property) => property.name),
    additionalProperties: indexes.length === 0 ? false : { tsType: "unknown" },
  });
  const start = text.indexOf("{\n", text.indexOf(`export interface ${name}`)) + 1;
  // Of the type of an index signature it prints more than it is told; of `unknown` just that.
  const body = text
    .slice(start)
    .replace(/\[k: string\]: unknown\n\}$/, (end) =>
      indexes.length === 0 ? end : `${indexes.map(indexText).join("\n")}\n}`,
    );
  const indented = body.replaceAll(/\n(?!\}$|\n)/g, "\n  ").replaceAll(": \n", ":\n");
  return text.slice(0, start) + indented;
}

/**
 * Whether json-schema-to-typescript writes a name in another way, or calls it on the map of properties.
 * It knows no `readonly` either.
 */
function isUnknownName({ name }: PrintedProperty): boolean {
  return name === "hasOwnProperty" || name.includes('"');
}

function indexText(index: PrintedIndex): string {
  return layOutType([printIndex(index), ";"], bodyDepth);
}

async function compileFrame(name: string, schema: JSONSchema): Promise<string> {
  const text = await compile(schema, placeholder, {
    format: false,
    bannerComment: "",
    declareExternallyReferenced: false,
  });
  return text
    .trim()
    .replaceAll(/^ \* $/gm, " *")
    .replace(
      /^(export (?:interface|type)) Declaration\b/m,
      (_, start: string) => `${start} ${name}`,
    );
}

/** The properties as own properties whatever their names: assignment would lose a `__proto__`. */
function propertyMap(properties: readonly PrintedProperty[]): Record<string, JSONSchema> {
  return Object.fromEntries(
    properties.map((property) => [
      property.name,
      { ...describe(property.documentation), tsType: propertyText(property) },
    ]),
  );
}

/** What stands behind the colon of a property, with the semicolon that ends it. */
function propertyText({ name, type, required }: PrintedProperty): string {
  const head = `${propertyKey(name)}${required ? "" : "?"}:`;
  return layOutType([head, " ", type, ";"], bodyDepth).slice(head.length).replace(/^ /, "");
}

function describe(documentation: string): JSONSchema {
  return documentation === "" ? {} : { description: documentation };
}
