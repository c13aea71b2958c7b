import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv04 from "ajv-draft-04";
import { Ajv, type Options } from "ajv";
import type core from "ajv/dist/core.js";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { DialectName } from "../../../generator/dialects/dialect-name.ts";
import { repository } from "../../harness/project.ts";
import { remoteDocuments } from "../suite-documents.ts";
import type { SuiteValidator } from "../suite-run.ts";
import { withVersion } from "./version.ts";

/**
 * Makes an Ajv for each dialect. Draft-06 is draft-07 with another meta-schema, as Ajv documents;
 * draft-04 takes a package of its own.
 */
export const ajvMakers: ReadonlyMap<DialectName, (options: Options) => core.default> = new Map<
  DialectName,
  (options: Options) => core.default
>([
  ["draft-04", (options) => new Ajv04.default(options)],
  ["draft-06", (options) => new Ajv(options).addMetaSchema(metaSchema06())],
  ["draft-07", (options) => new Ajv(options)],
  ["2019-09", (options) => new Ajv2019(options)],
  ["2020-12", (options) => new Ajv2020(options)],
]);

function metaSchema06(): object {
  const file = path.join(repository, "node_modules/ajv/dist/refs/json-schema-draft-06.json");
  return JSON.parse(readFileSync(file, "utf8")) as object;
}

/**
 * Ajv as its documentation has it for schemas that it is not to lint: not strict, own properties
 * only. Each schema has an instance of its own, since identifiers of the tests clash.
 */
export const ajv: SuiteValidator = {
  name: `${withVersion("ajv")}, ${withVersion("ajv-formats")}`,
  compilerOf: ({ checkout, dialect, section }) => {
    const make = ajvMakers.get(dialect.name);
    if (make === undefined) return undefined;
    const remotes = [...remoteDocuments(checkout)];
    return ({ schema }) => {
      const instance = make({
        strict: false,
        ownProperties: true,
        validateSchema: false,
        validateFormats: section.name !== "required",
        logger: false,
      });
      addFormats.default(instance);
      for (const [uri, remote] of remotes) tryAdding(instance, uri, remote);
      return instance.compile(schema as object);
    };
  },
};

/** Adds a schema for others to refer to; one that Ajv refuses is not there for them. */
function tryAdding(instance: core.default, uri: string, schema: unknown): void {
  try {
    instance.addSchema(schema as object, uri);
  } catch {
    instance.removeSchema(uri);
  }
}
