/** The tests of the suite that are not met, and why none of them can be. */
export const knownLosses: ReadonlyMap<string, string> = new Map([
  [
    "draft4/optional/zeroTerminatedFloats.json: some languages do not distinguish between different " +
      "types of numeric value: a float is not an integer even without fractional part",
    "JSON.parse gives 1.0 and 1 as the same number, so a guard of parsed values cannot tell them apart",
  ],
]);
