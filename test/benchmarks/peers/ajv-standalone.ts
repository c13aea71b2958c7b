import type { ValidateFunction } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { BenchmarkDialect } from "../cases/benchmark-case.ts";
import { importCopy } from "../module-copy.ts";
import { ajvModule } from "../subject.ts";
import { makeAjv } from "./ajv.ts";
import type { Peer } from "./peer.ts";

/** The module that ajv makes of a schema, which exports `validate`. */
export function ajvStandaloneText(schema: object, dialect: BenchmarkDialect): string {
  const instance = makeAjv(dialect, { code: { source: true, esm: true } });
  return standalone.default(instance, instance.compile(schema));
}

/** What ajv makes as a module, bundled with what it needs of ajv. */
export const ajvStandalone: Peer = {
  name: "ajv standalone",
  packageName: "ajv",
  use: "`standaloneCode` as an ES module, with the same options, bundled by esbuild",
  compile: async (_, folder) => {
    const { validate } = (await importCopy(folder, ajvModule)) as { validate: ValidateFunction };
    return validate;
  },
};
