import type { Peer } from "./peer.ts";

let compilations = 0;

/** ata-validator as a library. Its native code is of use for texts alone, so it does without. */
export const ata: Peer = {
  name: "ata-validator",
  packageName: "ata-validator",
  use: "`new Validator` with `assertFormat: false` and `useDefaults: false`, `isValidObject`, without native code",
  compile: async ({ schema }) => {
    // It looks for the native code as soon as it is imported.
    process.env["ATA_NO_NATIVE"] = "1";
    const { Validator } = await import("ata-validator");
    // It keeps what it has compiled by the text of the schema.
    compilations += 1;
    const own = { ...schema, $comment: `compilation ${String(compilations)}` };
    const validator = new Validator(own, { assertFormat: false, useDefaults: false });
    return (value) => validator.isValidObject(value);
  },
};
