import { compile, type JSONSchema } from "json-schema-to-typescript";
import { documentationComment } from "../text/comment.ts";
import { type EnumerationMember, printEnumeration } from "./enumeration.ts";
import {
  type PrintedIndex,
  type PrintedProperty,
  printIndex,
  printObjectBody,
} from "./print-type.ts";

/** A declaration whose types are printed, to be put into its frame. */
export type DeclarationFrame = {
  readonly name: string;
  /** Lines of its documentation comment, safe already; "" where there are none. */
  readonly documentation: string;
} & (
  | { readonly kind: "alias"; readonly text: string }
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

/**
 * Prints an exported interface or type alias by json-schema-to-typescript, which is told every type
 * as text, so that names, references and meaning stay as they were decided.
 */
export async function printDeclaration(frame: DeclarationFrame): Promise<string> {
  const { name, documentation } = frame;
  switch (frame.kind) {
    case "alias":
      return printAlias(name, documentation, frame.text);
    case "interface":
      return printInterface(frame);
    case "enumeration": {
      const comment = documentation === "" ? "" : `${documentationComment(documentation)}\n`;
      const alias = await printAlias(name, "", `(typeof ${name})[keyof typeof ${name}]`);
      return `${comment}${printEnumeration(name, frame.members)}\n\n${comment}${alias}`;
    }
  }
}

async function printAlias(name: string, documentation: string, text: string): Promise<string> {
  return `${await compileFrame(name, { ...describe(documentation), tsType: text })};`;
}

async function printInterface(
  frame: Extract<DeclarationFrame, { kind: "interface" }>,
): Promise<string> {
  const { name, documentation, properties, indexes, isReadonly } = frame;
  // json-schema-to-typescript knows no `readonly`, and calls `hasOwnProperty` on the map of properties.
  if (isReadonly || properties.some((property) => property.name === "hasOwnProperty")) {
    const body = printObjectBody(properties, indexes, isReadonly);
    const comment = documentation === "" ? "" : `${documentationComment(documentation)}\n`;
    return `${comment}export interface ${name} ${body}`;
  }
  const text = await compileFrame(name, {
    type: "object",
    ...describe(documentation),
    properties: propertyMap(properties),
    required: properties.filter(({ required }) => required).map((property) => property.name),
    additionalProperties: indexes.length === 0 ? false : { tsType: "unknown" },
  });
  // Of the type of an index signature it prints more than it is told; of `unknown` just that.
  return text.replace(/\[k: string\]: unknown\n\}$/, (end) =>
    indexes.length === 0 ? end : `${indexes.map(printIndex).join("\n")}\n}`,
  );
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
    properties.map(({ name, text, documentation }) => [
      name,
      { ...describe(documentation), tsType: text },
    ]),
  );
}

function describe(documentation: string): JSONSchema {
  return documentation === "" ? {} : { description: documentation };
}
