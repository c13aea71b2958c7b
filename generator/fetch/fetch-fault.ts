import type { Absence } from "../load/document-finder.ts";

/** Thrown where a document is not fetched: by a rule of ours, or because it cannot be. */
export class FetchFault extends Error {
  override readonly name = "FetchFault";
  readonly code: "remote-refused" | "remote-failed";
  readonly mend: string;

  /**
   * @param reason what completes "a document …"
   */
  constructor(code: FetchFault["code"], reason: string, mend: string) {
    super(reason);
    this.code = code;
    this.mend = mend;
  }
}

/** How one comes by a document that is not fetched. */
const byHand = "else keep it in a folder that `map` gives";

/** A document that a rule of ours keeps from being fetched. */
export function refused(reason: string, mend: string): FetchFault {
  return new FetchFault("remote-refused", reason, `${mend}; ${byHand}`);
}

/** A document that cannot be fetched, or is none. */
export function failed(reason: string, mend: string): FetchFault {
  return new FetchFault("remote-failed", reason, `${mend}; ${byHand}`);
}

/** Why what leads to a document that is not fetched leads to none. */
export function absenceOf({ code, message, mend }: FetchFault): Absence {
  return { code, target: `a document ${message}`, mend };
}
