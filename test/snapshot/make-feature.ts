import path from "node:path";
import { defaultTypes } from "../../generator/options.ts";
import { makeProject, type Project } from "../harness/project.ts";
import type { Feature } from "./features.ts";

/** Makes the modules and the pages of a feature in a temporary folder. */
export async function makeFeature(feature: Feature): Promise<Project> {
  return makeProject(feature.inputs, {
    // The committed site of the examples shows how one looks; site.test.ts has pages for more.
    outputs: new Set(["types", "guards", "docs"]),
    defaultDialect: feature.dialect ?? "2020-12",
    formats: feature.formats ?? "dialect",
    discriminator: feature.discriminator ?? "annotate",
    types: { ...defaultTypes, ...feature.types },
    customFormats: new Map(
      Object.entries(feature.customFormats ?? {}).map(([format, file]) => [
        format,
        path.join(import.meta.dirname, "fixtures/formats", file),
      ]),
    ),
  });
}

/** The folder of `expected/` that has what a feature is made into. */
export function folderName(feature: Feature): string {
  return feature.name.replaceAll(/[^A-Za-z0-9]+/g, "-").toLowerCase();
}
