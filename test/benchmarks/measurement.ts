import type { JudgeFaults } from "./judging.ts";

/** What we are called in tables. */
export const own = "schemaloom";

/** What became of a validator where verdicts are compared. */
export type Standing =
  | { readonly kind: "right" }
  | ({ readonly kind: "wrong" } & JudgeFaults)
  | { readonly kind: "failed"; readonly reason: string };

/** Times by the name of what was timed, each the median over the rounds. */
export type Times = Readonly<Record<string, number>>;

/** What was measured of a case: microseconds a document, and milliseconds for making guards. */
export interface Measurement {
  /** How many documents are valid, and how many are not. */
  readonly valid: number;
  readonly invalid: number;
  /** By the name of the validator, ours first. */
  readonly standings: Readonly<Record<string, Standing>>;
  /** Guards on valid documents, by the name of the validator. */
  readonly accepting: Times;
  /** Guards on invalid documents. */
  readonly rejecting: Times;
  /** Our guard and our validator on valid documents. */
  readonly validating: Times;
  /** Our validator, and ajv with all errors, on invalid documents. */
  readonly explaining: Times;
  /** Making guards from a schema. */
  readonly making: Times;
}
