import type { Dialect } from "../dialects/dialect.ts";
import type { SchemaLocation } from "../model/model.ts";
import { placeKey } from "../resolve/resources.ts";
import type { Resolution } from "../resolve/resolve.ts";
import { plainText } from "./plain-text.ts";

/**
 * What tells the dialect of a schema from every other, that of a meta-schema of its own included: all
 * that sets it apart, as text.
 */
export function schemaDialects({ places }: Resolution): (location: SchemaLocation) => string {
  const texts = new Map<Dialect, string>();
  return ({ document, pointer }) => {
    const dialect = places.get(placeKey(document, pointer))?.dialect;
    if (dialect === undefined) return "";
    const text = texts.get(dialect) ?? plainText(dialect);
    texts.set(dialect, text);
    return text;
  };
}
