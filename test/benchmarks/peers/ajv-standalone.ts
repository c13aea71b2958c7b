import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ValidateFunction } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { BenchmarkDialect } from "../cases/benchmark-case.ts";
import { ajvModule } from "../subject.ts";
import { makeAjv } from "./ajv.ts";
import type { Peer } from "./peer.ts";

/** The module that ajv makes of a schema, which exports `validate`. */
export function ajvStandaloneText(schema: object, dialect: BenchmarkDialect): string {
  const instance = makeAjv(dialect, { code: { source: true, esm: true } });
  return standalone.default(instance, instance.compile(schema));
}

let copies = 0;

/** What ajv makes as a module, bundled with what it needs of ajv. */
export const ajvStandalone: Peer = {
  name: "ajv standalone",
  packageName: "ajv",
  use: "`standaloneCode` as an ES module, with the same options, bundled by esbuild",
  compile: async (_, folder) => {
    copies += 1;
    const file = pathToFileURL(path.join(folder, ajvModule)).href;
    const module = (await import(`${file}?copy=${copies}`)) as { validate: ValidateFunction };
    return module.validate;
  },
};
