import { dialectByUri } from "../dialects/dialect.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import { dialectOfMetaSchema } from "../dialects/vocabularies.ts";
import type { LoadedInputs } from "../load/document.ts";
import type { DocumentFinder } from "../load/document-finder.ts";
import type { FindDialect, FoundDialect } from "./document-dialects.ts";
import { splitUri } from "./resources.ts";

/**
 * Makes the finder of dialects by their URIs: the known ones, and those that meta-schemas among the
 * inputs or outside of them describe (2020-12 core §8.1).
 */
export function findDialects(inputs: LoadedInputs, external: DocumentFinder): FindDialect {
  const found = new Map<string, FoundDialect | undefined>();
  const find = (uri: string): FoundDialect | undefined => {
    const dialect = dialectByUri(uri);
    if (dialect !== undefined) return { ok: true, dialect };
    if (found.has(uri)) return found.get(uri);
    found.set(uri, undefined);
    const plain = splitUri(uri).uri;
    const metaSchema =
      inputs.documents.find(({ value }) => isJsonObject(value) && value["$id"] === plain) ??
      external.find(plain);
    const described = dialectOfMetaSchema(metaSchema?.value, (meta) => {
      const outer = find(meta);
      return outer?.ok === true ? outer.dialect : undefined;
    });
    const absence = metaSchema === undefined ? external.absence(plain) : undefined;
    const settled = absence === undefined ? described : ({ ok: false, absence } as const);
    found.set(uri, settled);
    return settled;
  };
  return find;
}
