import path from "node:path/posix";
import { assertionOf } from "../model/assertion-of.ts";
import type { Declaration, SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { compareCodeUnits } from "../text/order.ts";
import { counted, properties } from "../words/count-words.ts";
import { conjunctsOf } from "./inline-schemas.ts";
import { declarationTarget } from "../names/page-link.ts";
import { locationText } from "./page-view.ts";
import { firstSentence } from "./prose.ts";

/** What the template of the overview of all schemas is given. Texts are plain, not HTML yet. */
export interface OverviewView {
  readonly hasGuards: boolean;
  readonly folders: readonly {
    /** Path of the folder; "" for the uppermost. */
    readonly name: string;
    readonly schemas: readonly {
      readonly name: string;
      readonly target: string;
      readonly summary: string;
      readonly source: string;
      /** How many properties it has; "" for none. */
      readonly propertyCount: string;
    }[];
  }[];
}

/** Path of the overview below the output folder. */
export const overviewPath = "docs/index.html";

/**
 * Makes the view of the overview: the input schemas, by their folders.
 */
export function overviewView(model: SchemaModel, hasGuards: boolean): OverviewView {
  const roots = model.modules.flatMap((module) => module.declarations.filter(({ root }) => root));
  const folders = [...new Set(roots.map(folderOf))].sort(compareCodeUnits);
  return {
    hasGuards,
    folders: folders.map((name) => ({
      name,
      schemas: roots
        .filter((root) => folderOf(root) === name)
        .map((root) => schemaRow(model, root)),
    })),
  };
}

function schemaRow(model: SchemaModel, declaration: Declaration) {
  const { annotations, location } = nodeOf(model, declaration.node);
  const names = new Set(
    conjunctsOf(model, declaration.node).flatMap((node) =>
      (assertionOf(node, "properties")?.properties ?? []).map((property) => property.name),
    ),
  );
  return {
    name: declaration.name,
    target: declarationTarget(overviewPath, declaration),
    summary: firstSentence(annotations.description ?? "").replaceAll("`", ""),
    source: locationText(location),
    propertyCount: names.size === 0 ? "" : counted(names.size, properties),
  };
}

function folderOf({ module }: Declaration): string {
  const folder = path.dirname(module);
  return folder === "." ? "" : folder;
}
