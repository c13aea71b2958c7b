import { createHash } from "node:crypto";

/**
 * Whether a mutant is among those that a run judges: by chance, but the same in every run. A larger share has
 * all mutants of a smaller one.
 *
 * @param id as Stryker numbers the mutants of a run
 * @param share of all mutants, from 0 to 1
 */
export function isDrawn(id: string, share: number): boolean {
  const digest = createHash("sha256").update(`mutant ${id}`).digest();
  return digest.readUInt32BE(0) < share * 2 ** 32;
}

/** The share that the environment asks for; all mutants, where it does not. */
export function shareWanted(): number {
  return Number(process.env["MUTANT_SHARE"] ?? 1);
}
