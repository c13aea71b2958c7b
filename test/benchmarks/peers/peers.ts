import { ajvStandalone } from "./ajv-standalone.ts";
import { ajv } from "./ajv.ts";
import { ata } from "./ata.ts";
import type { Peer } from "./peer.ts";
import { schemasafe } from "./schemasafe.ts";
import { typebox } from "./typebox.ts";
import { zod } from "./zod.ts";

/** The validators that ours is measured against, in the order of the tables. */
export const peers: readonly Peer[] = [ajv, ajvStandalone, typebox, schemasafe, ata, zod];
