import { ajv } from "./ajv.ts";
import type { Peer } from "./peer.ts";
import { typebox } from "./typebox.ts";

/** The validators that ours is measured against, in the order of the tables. */
export const peers: readonly Peer[] = [ajv, typebox];
