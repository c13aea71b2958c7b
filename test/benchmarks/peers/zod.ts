import { fromJSONSchema } from "zod";
import type { Peer } from "./peer.ts";

/** Zod's schema of a JSON Schema. */
export const zod: Peer = {
  name: "zod",
  packageName: "zod",
  use: "`z.fromJSONSchema`, `safeParse(…).success`",
  compile: ({ schema, dialect }) => {
    const type = fromJSONSchema(schema as Parameters<typeof fromJSONSchema>[0], {
      defaultTarget: dialect === "draft-07" ? "draft-7" : "draft-2020-12",
    });
    return (value) => type.safeParse(value).success;
  },
};
