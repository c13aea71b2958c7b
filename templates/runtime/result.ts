import type { Issue } from "./issue.ts";

/** The verdict on a value: the value with its type, or every issue that was found. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** How a `validate…` function judges. */
export interface ValidationOptions {
  /** Whether to stop at the first issue. */
  readonly first?: boolean;
}
