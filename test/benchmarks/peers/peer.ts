import type { Judge } from "../judging.ts";
import type { Subject } from "../subject.ts";

/** A validator that ours is measured against. */
export interface Peer {
  /** What it is called in tables. */
  readonly name: string;
  /** The package whose version is told. */
  readonly packageName: string;
  /** How it is used, in a few words for the method. */
  readonly use: string;
  /**
   * Compiles the schema of a case anew.
   *
   * @param folder where the case lies
   * @throws Error where it has no way to compile the schema
   */
  readonly compile: (subject: Subject, folder: string) => Judge | Promise<Judge>;
}
