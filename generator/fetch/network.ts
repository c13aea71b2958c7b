import { lookup } from "node:dns/promises";
import { type FetchLimits, fetchLimits } from "./limits.ts";

/** An address that a host has. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** What a fetch knows of the network. */
export interface Network {
  /** All addresses of a host, as this machine resolves its name. */
  readonly addressesOf: (host: string) => Promise<readonly HostAddress[]>;
  readonly limits: FetchLimits;
}

/** The network of this machine. */
export const machineNetwork: Network = {
  addressesOf: (host) => lookup(host, { all: true }),
  limits: fetchLimits,
};
