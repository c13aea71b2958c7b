/** What a run does, one after the other. */
export type Stage =
  "load" | "resolve" | "fetch" | "model" | "modules" | "docs" | "write" | "compare";

/** How far a run has come. */
export interface Progress {
  /** What begins, or goes on. */
  readonly stage: Stage;
  /** How many modules are made already, of how many; of the stage `modules` alone. */
  readonly done?: number;
  readonly total?: number;
}

/**
 * Is told how far a run has come. The run waits for it, so that it can let others have their turn.
 */
export type OnProgress = (progress: Progress) => void | Promise<void>;
