import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { repository } from "../harness/project.ts";
import { remotePrefix } from "./suite.ts";

const metaSchemas = [
  ["http://json-schema.org/draft-04/", "draft-04"],
  ["http://json-schema.org/draft-06/", "draft-06"],
  ["http://json-schema.org/draft-07/", "draft-07"],
  ["https://json-schema.org/draft/2019-09/", "2019-09"],
  ["https://json-schema.org/draft/2020-12/", "2020-12"],
] as const;

/** Documents by the URI that they are found at. */
export type DocumentsByUri = ReadonlyMap<string, unknown>;

/**
 * The meta-schemas of the dialects.
 */
export function metaSchemaDocuments(): DocumentsByUri {
  return new Map(
    metaSchemas.flatMap(([prefix, folder]) =>
      readFolder(path.join(repository, "generator/dialects/meta-schemas", folder)).map(
        ([file, value]) => [prefix + file.replace(/\.json$/, ""), value] as const,
      ),
    ),
  );
}

/**
 * What the suite serves to schemas that refer to it.
 */
export function remoteDocuments(checkout: string): DocumentsByUri {
  return new Map(
    readFolder(path.join(checkout, "remotes")).map(([file, value]) => [remotePrefix + file, value]),
  );
}

function readFolder(folder: string): (readonly [string, unknown])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => [
      file.split(path.sep).join("/"),
      JSON.parse(readFileSync(path.join(folder, file), "utf8")),
    ]);
}
