import type { Assertion, AssertionOf } from "../dialects/canonical-keywords.ts";
import type { FormatMode } from "../dialects/formats.ts";
import { idleType } from "../model/idle-type.ts";
import type { Declaration } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";
import { compareCodeUnits } from "../text/order.ts";
import { type Coverage, coverageOf } from "../types/coverage.ts";
import type { TypeSource } from "../types/type-source.ts";
import { type OwnSchema, ownSchemas } from "../types/own-schemas.ts";
import { type Containers, findContainers, isContainer } from "./containers.ts";
import {
  sayers,
  type Statement,
  unsaidAssertion,
  unsaidFormat,
  unsaidKeyword,
} from "./statement.ts";

/** The uses of a keyword in one schema that are said alike. */
export interface KeywordUses extends Statement {
  /** The keyword as the schema writes it. */
  readonly keyword: string;
  /** JSON Pointers from the schema to the keyword. */
  readonly pointers: readonly string[];
}

/** The keywords of one named schema: an input schema or a definition. */
export interface SchemaKeywords {
  readonly name: string;
  /** The input's path below its root. */
  readonly source: string;
  /** JSON Pointer from the input's document to the schema. */
  readonly pointer: string;
  /** By who says them, then by keyword. */
  readonly keywords: readonly KeywordUses[];
}

/** One use of a keyword. */
interface KeywordUse extends Statement {
  readonly keyword: string;
  readonly pointer: string;
}

/** Annotations that say something of values; the others speak to people alone. */
const documentedAnnotations = [
  "contentEncoding",
  "contentMediaType",
  "default",
  "deprecated",
  "format",
  "readOnly",
  "writeOnly",
] as const;

/**
 * Says of each named schema which keywords its type says, which only its guard checks, which are
 * documentation, and which nobody says. What stands inside a keyword that only the guard checks, such
 * as a `not`, is part of that keyword.
 *
 * @param formats whether guards assert `format`; where the config decides that they never do, it is
 *   documentation
 */
export function reportKeywords(model: TypeSource, formats: FormatMode): readonly SchemaKeywords[] {
  const containers = findContainers(model);
  return model.modules
    .flatMap((module) => module.declarations)
    .filter(({ specialized, variant }) => !specialized && variant === undefined)
    .map((declaration) => {
      const uses = ownSchemas(model, declaration.node).flatMap((own) => [
        ...assertionUses(model, own),
        ...ignoredUses(own, containers),
        ...annotationUses(own, formats),
      ]);
      return schemaKeywords(model, declaration, uses);
    })
    .sort((a, b) => compareCodeUnits(a.source, b.source) || compareCodeUnits(a.pointer, b.pointer));
}

function schemaKeywords(
  model: TypeSource,
  { name, node }: Declaration,
  uses: readonly KeywordUse[],
): SchemaKeywords {
  const { document, pointer } = nodeOf(model, node).location;
  const groups = new Map<string, KeywordUses>();
  for (const { pointer: place, ...use } of uses) {
    const key = JSON.stringify([sayers.indexOf(use.saidBy), use.keyword, use.note, use.nearest]);
    const places = groups.get(key)?.pointers ?? [];
    groups.set(key, { ...use, pointers: [...new Set([...places, place])] });
  }
  const keywords = [...groups].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, group]) => group);
  return { name, source: document.source, pointer, keywords };
}

function assertionUses(model: TypeSource, own: OwnSchema): readonly KeywordUse[] {
  const { node, path, isLeftToGuard } = own;
  return node.assertions.flatMap((assertion) => {
    const idle = idleType(node, assertion);
    if (idle === undefined && isLeftToGuard) return [];
    const statement =
      idle === undefined ? said(coverageOf(model, node, assertion)) : unsaidAssertion(idle);
    return writtenPaths(assertion).map((written) => ({
      ...statement,
      keyword: pointerTokens(written)[0] ?? assertion.keyword,
      pointer: path + written,
    }));
  });
}

function said(coverage: Coverage): Statement {
  const { by } = coverage;
  if (by !== "both") return { saidBy: by, note: "", nearest: [] };
  return { saidBy: "type-and-guard", note: coverage.rest, nearest: [] };
}

/** Where a schema writes what one assertion stands for. */
function writtenPaths(assertion: Assertion): readonly string[] {
  switch (assertion.keyword) {
    // A boolean schema is no keyword; the one that holds it is.
    case "false":
      return [];
    case "if":
      return [assertion.condition, assertion.consequent, assertion.alternative].flatMap(
        (subschema) => subschema?.path ?? [],
      );
    case "contains":
      return containedPaths(assertion);
    default:
      return [assertion.path];
  }
}

function containedPaths(contains: AssertionOf<"contains">): readonly string[] {
  const { path, minimumPath, maximum, maximumPath } = contains;
  return [...new Set([path, minimumPath, ...(maximum === undefined ? [] : [maximumPath])])];
}

function ignoredUses({ node, path }: OwnSchema, containers: Containers): readonly KeywordUse[] {
  const { document, pointer } = node.location;
  return node.ignored
    .filter(
      (ignored) =>
        ignored.reason !== "unknown" || !isContainer(containers, document, pointer + ignored.path),
    )
    .map((ignored) => ({
      ...unsaidKeyword(ignored),
      keyword: ignored.keyword,
      pointer: path + ignored.path,
    }));
}

function annotationUses({ node, path }: OwnSchema, formats: FormatMode): readonly KeywordUse[] {
  return documentedAnnotations.flatMap((keyword): readonly KeywordUse[] => {
    if (!Object.hasOwn(node.annotations, keyword)) return [];
    if (node.assertions.some((assertion) => assertion.keyword === keyword)) return [];
    const unsaid =
      keyword === "format" ? unsaidFormat(node.annotations.format, formats) : undefined;
    const statement = unsaid ?? { saidBy: "docs", note: "", nearest: [] };
    return [{ ...statement, keyword, pointer: `${path}/${keyword}` }];
  });
}
