import { setFlagsFromString } from "node:v8";

/** What makes V8 optimize a function only once it has run some ten times as long as usual. */
const laterOptimization: Readonly<Record<string, string>> = {
  "11": "--interrupt-budget=1000000",
  "12": "--invocation-count-for-turbofan=30000",
  "13": "--invocation-count-for-turbofan=30000",
};

/**
 * Fits the engine to a process that lives for seconds: nearly half of the processor's time would go into
 * optimizing what hardly runs again. To be called before anything else runs; an engine that is not known
 * stays as it is.
 */
export function fitEngine(): void {
  const [major = ""] = process.versions.v8.split(".");
  const flag = laterOptimization[major];
  if (flag !== undefined && process.versions["bun"] === undefined) setFlagsFromString(flag);
}
