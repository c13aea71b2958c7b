import Format from "typebox/format";
import Schema from "typebox/schema";
import type { Peer } from "./peer.ts";

/** TypeBox's compiler of JSON Schema. */
export const typebox: Peer = {
  name: "typebox",
  packageName: "typebox",
  use: "`Schema.Compile` of `typebox/schema`, `Check`",
  compile: ({ schema }) => {
    Format.Clear();
    const validator = Schema.Compile(schema);
    if (!validator.IsAccelerated()) throw new Error("typebox has not compiled the schema");
    return (value) => validator.Check(value);
  },
};
