/** How much a fetch takes of the network. */
export interface FetchLimits {
  /** How long one document may take in all, in milliseconds. */
  readonly duration: number;
  /** How large one document may be, in bytes: on its way, and as it is kept. */
  readonly size: number;
  /** How large all documents of one run may be together, in bytes. */
  readonly total: number;
  /** How many documents one run fetches. */
  readonly documents: number;
  /** How many of them at once. */
  readonly parallel: number;
}

/** The limits of a run. */
export const fetchLimits: FetchLimits = {
  duration: 30_000,
  size: 20_000_000,
  total: 200_000_000,
  documents: 1_000,
  parallel: 8,
};
