import { assertionOf } from "../../model/assertion-of.ts";
import type { Declaration, SchemaModel, SchemaModule } from "../../model/model.ts";
import { nodeOf } from "../../model/node-of.ts";
import { counted, properties } from "../../words/count-words.ts";
import { conjunctsOf } from "../inline-schemas.ts";
import { siteBase, siteIndex, siteTarget } from "../../names/site-places.ts";
import { foldersOf } from "../folders.ts";
import { firstSentence } from "../prose.ts";
import { namePartsOf } from "./name-parts.ts";

/** What the template of the overview of all schemas is given. Texts are plain, not HTML yet. */
export interface OverviewView {
  /** What leads from the page to the folder of the site. */
  readonly base: string;
  readonly schemaCount: number;
  readonly isOne: boolean;
  readonly hasGuards: boolean;
  readonly folders: readonly {
    /** Path of the folder; "" for the uppermost. */
    readonly name: string;
    readonly schemas: readonly (OverviewRow & {
      readonly nameParts: readonly string[];
      readonly target: string;
    })[];
  }[];
}

/** What the overview says of one schema. */
export interface OverviewRow {
  readonly summary: string;
  /** How many properties it has; "" for none. */
  readonly propertyCount: string;
}

/**
 * Makes the view of the overview: the input schemas, by their folders.
 *
 * @param rowOf what is said of each
 */
export function overviewView(
  modules: readonly SchemaModule[],
  hasGuards: boolean,
  rowOf: (declaration: Declaration) => OverviewRow,
): OverviewView {
  const folders = foldersOf(modules);
  const schemaCount = folders.reduce((sum, { roots }) => sum + roots.length, 0);
  return {
    base: siteBase(siteIndex),
    schemaCount,
    isOne: schemaCount === 1,
    hasGuards,
    folders: folders.map(({ name, roots }) => ({
      name,
      schemas: roots.map((root) => schemaRow(root, rowOf(root))),
    })),
  };
}

function schemaRow(declaration: Declaration, row: OverviewRow) {
  return {
    ...row,
    nameParts: namePartsOf(declaration.name),
    target: siteTarget(siteIndex, declaration),
  };
}

/**
 * Says of a schema what its row of the overview does.
 */
export function overviewRow(model: SchemaModel, declaration: Declaration): OverviewRow {
  const { annotations } = nodeOf(model, declaration.node);
  const names = new Set(
    conjunctsOf(model, declaration.node).flatMap((node) =>
      (assertionOf(node, "properties")?.properties ?? []).map((property) => property.name),
    ),
  );
  return {
    summary: firstSentence(annotations.description ?? "").replaceAll("`", ""),
    propertyCount: names.size === 0 ? "" : counted(names.size, properties),
  };
}
