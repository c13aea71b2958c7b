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

type InterfaceFrame = Extract<DeclarationFrame, { kind: "interface" }>;

/** How many columns the body of an interface is indented by. */
const bodyDepth = 2;

/** How many interfaces json-schema-to-typescript prints at once, which costs less than each alone. */
const batchSize = 32;

/**
 * Prints exported interfaces and type aliases. json-schema-to-typescript prints the interfaces, and is
 * told every type as text, so that names, references and meaning stay as they were decided.
 *
 * @returns a text for each frame, in their order
 */
export async function printDeclarations(frames: readonly DeclarationFrame[]): Promise<string[]> {
  const interfaces = frames.filter(
    (frame): frame is InterfaceFrame => frame.kind === "interface" && !isBeyondPeer(frame),
  );
  const compiled = new Map<DeclarationFrame, string>();
  for (let start = 0; start < interfaces.length; start += batchSize) {
    const batch = interfaces.slice(start, start + batchSize);
    const texts = await compileInterfaces(batch);
    for (const [index, frame] of batch.entries()) compiled.set(frame, texts[index] ?? "");
  }
  return frames.map((frame) => compiled.get(frame) ?? printFrame(frame));
}

function printFrame(frame: DeclarationFrame): string {
  const { name, documentation } = frame;
  const comment = documentation === "" ? "" : documentationComment(documentation);
  switch (frame.kind) {
    case "alias":
      return printAlias(comment, name, frame.type, frame.isUnion);
    case "interface": {
      const body = printObjectBody(frame.properties, frame.indexes, frame.isReadonly);
      return layOutType(commentedLayout(comment, [`export interface ${name} `, body]));
    }
    case "enumeration": {
      const values = printEnumeration(name, frame.members);
      const alias = printAlias(comment, name, `(typeof ${name})[keyof typeof ${name}]`, false);
      return `${comment === "" ? "" : `${comment}\n`}${values}\n\n${alias}`;
    }
  }
}

function printAlias(comment: string, name: string, type: TypeLayout, isUnion: boolean): string {
  return layOutType(commentedLayout(comment, aliasLayout(`export type ${name}`, type, isUnion)));
}

/** The name that json-schema-to-typescript gets: it rewrites names that are not in its own form. */
const placeholder = "Declaration";

const header = new RegExp(`^export interface ${placeholder}(\\d+) (?=\\{$)`, "gm");

/** Prints interfaces as the types of the properties of another one, of which nothing is kept. */
async function compileInterfaces(frames: readonly InterfaceFrame[]): Promise<string[]> {
  const schemas = frames.map((frame, index) => [
    `property${index}`,
    { ...interfaceSchema(frame), title: `${placeholder}${index}` },
  ]);
  const root = {
    type: "object",
    properties: Object.fromEntries(schemas) as Record<string, JSONSchema>,
    additionalProperties: false,
  } as const;
  const text = await compile(root, "Root", { format: false, bannerComment: "" });
  const parts = [...text.matchAll(header)].map((match) => {
    const frame = frames[Number(match[1])];
    if (frame === undefined) throw new RangeError(`${match[0]} was not asked for`);
    const hasComment = frame.documentation !== "";
    const start = hasComment ? text.lastIndexOf("\n/**\n", match.index) + 1 : match.index;
    return { frame, start, header: match.index, body: match.index + match[0].length };
  });
  const texts = new Map(
    parts.map(({ frame, start, header, body }, index) => {
      const comment = text.slice(start, header);
      const end = parts[index + 1]?.start ?? text.length;
      return [frame, finishInterface(frame, { comment, body: text.slice(body, end).trim() })];
    }),
  );
  return frames.map((frame) => {
    const printed = texts.get(frame);
    if (printed === undefined) throw new RangeError(`${frame.name} was not printed`);
    return printed;
  });
}

function interfaceSchema({ documentation, properties, indexes }: InterfaceFrame): JSONSchema {
  return {
    type: "object",
    ...describe(documentation),
    properties: propertyMap(properties),
    required: properties.filter(({ required }) => required).map((property) => property.name),
    additionalProperties: indexes.length === 0 ? false : { tsType: "unknown" },
  };
}

/** Names an interface, indents what is in it, and puts its index signatures where they belong. */
function finishInterface(
  { name, indexes }: InterfaceFrame,
  { comment, body }: { readonly comment: string; readonly body: string },
): string {
  // Of the type of an index signature it prints more than it is told; of `unknown` just that.
  const whole = body.replace(/\[k: string\]: unknown\n\}$/, (end) =>
    indexes.length === 0 ? end : `${indexes.map(indexText).join("\n")}\n}`,
  );
  const indented = whole.replaceAll(/\n(?!\}$|\n)/g, "\n  ").replaceAll(": \n", ":\n");
  return `${comment}export interface ${name} ${indented}`.replaceAll(/^( *) \* $/gm, "$1 *");
}

/**
 * Whether json-schema-to-typescript would print an interface in another way: it knows no `readonly`,
 * quotes names otherwise, and calls `hasOwnProperty` on the map of properties.
 */
function isBeyondPeer({ isReadonly, properties }: InterfaceFrame): boolean {
  const isOdd = ({ name }: PrintedProperty) => name === "hasOwnProperty" || name.includes('"');
  return isReadonly || properties.some(isOdd);
}

function indexText(index: PrintedIndex): string {
  return layOutType([printIndex(index), ";"], bodyDepth);
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
