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
  return {
    hasGuards,
    folders: foldersOf(model).map(({ name, roots }) => ({
      name,
      schemas: roots.map((root) => schemaRow(model, root)),
    })),
  };
}

/**
 * The input schemas of each folder, by the paths of the folders.
 */
export function foldersOf(
  model: SchemaModel,
): { readonly name: string; readonly roots: readonly Declaration[] }[] {
  const folders = new Map<string, Declaration[]>();
  for (const root of model.modules.flatMap((module) => module.declarations)) {
    if (!root.root) continue;
    const others = folders.get(folderOf(root));
    if (others === undefined) folders.set(folderOf(root), [root]);
    else others.push(root);
  }
  return [...folders]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([name, roots]) => ({ name, roots }));
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
