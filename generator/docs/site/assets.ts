import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { assetNames, libraryNames } from "../../names/site-places.ts";
import { ownTemplates } from "../../render/own-templates.ts";

/** The files of the site that are the same for all schemas, by their names in the folder of assets. */
export type SiteAssets = ReadonlyMap<string, string>;

/** Where the assets stand below a folder of templates. */
const assetFolder = path.join("docs", "site", "assets");

/** A library, and where its scripts stand. */
interface Library {
  readonly of: string;
  readonly files: readonly string[];
}

/** The libraries that pages load, each as one script with the license in front of it. */
const libraries: Readonly<Record<(typeof libraryNames)[number], Library>> = {
  "highlight.js": {
    of: "Prism, MIT license, Copyright (c) 2012 Lea Verou",
    files: ["core", "clike", "javascript", "typescript", "json"].map(
      (part) => `prismjs/components/prism-${part}.min.js`,
    ),
  },
  "find.js": {
    of: "uFuzzy, MIT license, Copyright (c) 2022 Leon Sorokin",
    files: ["@leeoniya/ufuzzy/dist/uFuzzy.iife.min.js"],
  },
};

/**
 * Reads the scripts and styles of the site.
 *
 * @param overrides a folder of templates whose files replace those of the same relative path
 */
export function readSiteAssets(overrides: string | undefined): SiteAssets {
  return new Map([
    ...libraryNames.map((name) => [name, libraryText(libraries[name])] as const),
    ...assetNames.map((name) => [name, readFileSync(assetFile(name, overrides), "utf8")] as const),
  ]);
}

function assetFile(name: string, overrides: string | undefined): string {
  const own = path.join(ownTemplates, assetFolder, name);
  const override = overrides === undefined ? own : path.join(overrides, assetFolder, name);
  return existsSync(override) ? override : own;
}

function libraryText({ of, files }: Library): string {
  const { resolve } = createRequire(import.meta.url);
  const texts = files.map((file) => readFileSync(resolve(file), "utf8").trim());
  return [`/*! ${of} */`, ...texts, ""].join("\n");
}
