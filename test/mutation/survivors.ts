/**
 * Mutants that survive, and why they may: by their keys, as `npm run mutation:report` prints those of survivors
 * that are not read yet.
 */
export const knownSurvivors: ReadonlyMap<string, string> = new Map([]);
