import { Ajv, type Options } from "ajv";
import type core from "ajv/dist/core.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { BenchmarkDialect } from "../cases/benchmark-case.ts";
import type { Peer } from "./peer.ts";

/** Makes an Ajv of a dialect, with its own defaults but for what concerns the schema alone. */
export function makeAjv(dialect: BenchmarkDialect, options: Options = {}): core.default {
  const settings: Options = {
    strict: false,
    validateSchema: false,
    validateFormats: false,
    logger: false,
    ...options,
  };
  return dialect === "2020-12" ? new Ajv2020(settings) : new Ajv(settings);
}

/** Ajv that compiles in the process, and stops at the first error. */
export const ajv: Peer = {
  name: "ajv",
  packageName: "ajv",
  use: "`compile`, its defaults but for `strict: false`, `validateFormats: false` and `validateSchema: false`",
  compile: ({ dialect, schema }) => makeAjv(dialect).compile(schema),
};
