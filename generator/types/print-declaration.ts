import { compile, type JSONSchema } from "json-schema-to-typescript";
import { documentationComment, tightenComments } from "../text/comment.ts";
import { type PrintedProperty, printObjectBody } from "./print-type.ts";

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
      /** The type of the index signature, if there is one. */
      readonly index: string | undefined;
    }
);

/** The name that json-schema-to-typescript gets: it rewrites names that are not in its own form. */
const placeholder = "Declaration";

/**
 * Prints an exported interface or type alias by json-schema-to-typescript, which is told every type
 * as text, so that names, references and meaning stay as they were decided.
 */
export async function printDeclaration(frame: DeclarationFrame): Promise<string> {
  const { name, documentation } = frame;
  if (frame.kind === "alias") {
    const text = await compileFrame(name, { ...describe(documentation), tsType: frame.text });
    return `${text};`;
  }
  const { properties, index } = frame;
  // json-schema-to-typescript calls `hasOwnProperty` on the map of properties.
  if (properties.some((property) => property.name === "hasOwnProperty")) {
    const body = printObjectBody(properties, index);
    const comment = documentation === "" ? "" : `${documentationComment(documentation)}\n`;
    return `${comment}export interface ${name} ${body}`;
  }
  const text = await compileFrame(name, {
    type: "object",
    ...describe(documentation),
    properties: propertyMap(properties),
    required: properties.filter(({ required }) => required).map((property) => property.name),
    additionalProperties: index === undefined ? false : { tsType: "unknown" },
  });
  // Of the type of an index signature it prints more than it is told; of `unknown` just that.
  return text.replace(/\[k: string\]: unknown\n\}$/, (end) =>
    index === undefined ? end : `[key: string]: ${index}\n}`,
  );
}

async function compileFrame(name: string, schema: JSONSchema): Promise<string> {
  const text = await compile(schema, placeholder, {
    format: false,
    bannerComment: "",
    declareExternallyReferenced: false,
  });
  return tightenComments(text.trim().replaceAll(/^ \* $/gm, " *")).replace(
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
