/** So many milliseconds after the last of several changes it is time for a run. */
const settling = 40;

/** A signal of changes, which come in bursts where an editor saves or a branch is switched. */
export interface ChangeSignal {
  /** Says that something has changed. */
  readonly raise: () => void;
  /** Says that nobody is to wait for changes any longer. */
  readonly end: () => void;
  /** Waits until there has been a change, and none for a while; or until the end. */
  readonly settled: () => Promise<"changed" | "ended">;
}

/**
 * Makes a signal of changes.
 */
export function changeSignal(): ChangeSignal {
  let timer: NodeJS.Timeout | undefined;
  let isRaised = false;
  let isEnded = false;
  let wake: (() => void) | undefined;
  return {
    raise: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isRaised = true;
        wake?.();
      }, settling);
    },
    end: () => {
      clearTimeout(timer);
      isEnded = true;
      wake?.();
    },
    settled: async () => {
      await new Promise<void>((resolve) => {
        if (isRaised || isEnded) resolve();
        else wake = resolve;
      });
      isRaised = false;
      return isEnded ? "ended" : "changed";
    },
  };
}
