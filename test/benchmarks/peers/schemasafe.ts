import { validator } from "@exodus/schemasafe";
import { dialectUris } from "../../conformance/peers.ts";
import type { Judge } from "../judging.ts";
import type { Peer } from "./peer.ts";

/** schemasafe for all that the specification allows, on values that come from JSON. */
export const schemasafe: Peer = {
  name: "schemasafe",
  packageName: "@exodus/schemasafe",
  use: '`validator` with `mode: "spec"`, `isJSON: true` and `formatAssertion: false`',
  compile: ({ schema, dialect }) =>
    validator(schema, {
      mode: "spec",
      isJSON: true,
      formatAssertion: false,
      $schemaDefault: dialectUris[dialect],
    }) as Judge,
};
