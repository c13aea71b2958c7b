import type { Annotations } from "./canonical-keywords.ts";
import type { KeywordReader } from "./keyword-values.ts";

/**
 * Reads what a schema says without constraining the instance (2020-12 validation §7 to §9).
 */
export function readAnnotations(
  schema: Readonly<Record<string, unknown>>,
  read: KeywordReader,
): Annotations {
  const example = read.has("example") ? [schema["example"]] : undefined;
  return present({
    title: read.string("title"),
    description: read.string("description"),
    deprecated: read.boolean("deprecated"),
    readOnly: read.boolean("readOnly"),
    writeOnly: read.boolean("writeOnly"),
    format: read.string("format"),
    contentEncoding: read.string("contentEncoding"),
    contentMediaType: read.string("contentMediaType"),
    default: read.has("default") ? { value: schema["default"] } : undefined,
    examples: read.array("examples") ?? example,
    // No dialect's own keyword.
    tsType: typeof schema["tsType"] === "string" ? schema["tsType"] : undefined,
  });
}

type Optional<Shape> = { readonly [Name in keyof Shape]: Shape[Name] | undefined };

/** Drops what is absent. */
function present(annotations: Optional<Required<Annotations>>): Annotations {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(annotations)) {
    if (value !== undefined) found[name] = value;
  }
  return found;
}
