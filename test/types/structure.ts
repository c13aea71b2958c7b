import { firstKeyword } from "./first-keyword.ts";
import type { JudgedInstance } from "./store-types.ts";
import { structuralKeywords } from "./structural-keywords.ts";

/** What types say of invalid instances whose first fault is one of structure. */
export interface StructureVerdicts {
  /** How many such instances there are. */
  readonly structural: number;
  /** Those that their types admit: the name of the schema and that of the file. */
  readonly missed: readonly string[];
}

/**
 * Tells which of the instances of published schemas have a fault of structure, and which of those
 * TypeScript does not refuse.
 */
export async function judgeStructure(
  instances: readonly JudgedInstance[],
): Promise<StructureVerdicts> {
  const missed: string[] = [];
  let structural = 0;
  const negative = instances.filter(({ isPositive }) => !isPositive);
  for (const schema of new Set(negative.map(({ name }) => name))) {
    const keywordOf = await firstKeyword(schema);
    for (const { file, value, codes } of negative.filter(({ name }) => name === schema)) {
      if (!structuralKeywords.has(keywordOf?.(value) ?? "")) continue;
      structural += 1;
      if (codes.length === 0) missed.push(`${schema} ${file}`);
    }
  }
  return { structural, missed };
}
