import { keywordName } from "../dialects/custom-keywords.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import { compareCodeUnits } from "../text/order.ts";
import { coverageOf } from "../types/coverage.ts";
import type { TypeSource } from "../types/type-source.ts";
import { ownSchemas } from "../types/own-schemas.ts";

/** A keyword that the type leaves to the guard, with the pointers to where a schema uses it. */
export interface GuardOnlyKeyword {
  readonly keyword: string;
  /** What of it is left to the guard; "" for all. */
  readonly rest: string;
  readonly paths: readonly string[];
}

/**
 * The keywords of a declaration that its TypeScript type cannot say in full, so that only the guard
 * checks them; sorted by keyword. Schemas with a name of their own are left to their own section,
 * and what stands inside such a keyword is part of it.
 */
export function findGuardOnly(model: TypeSource, id: NodeId): readonly GuardOnlyKeyword[] {
  const found = new Map<string, { keyword: string; rest: string; paths: string[] }>();
  for (const { node, path, isLeftToGuard } of ownSchemas(model, id)) {
    if (isLeftToGuard) continue;
    for (const assertion of node.assertions) {
      const coverage = coverageOf(model, node, assertion);
      if (coverage.by === "type") continue;
      const keyword = keywordName(assertion);
      const rest = coverage.by === "both" ? coverage.rest : "";
      const key = `${keyword} ${rest}`;
      const known = found.get(key) ?? { keyword, rest, paths: [] };
      found.set(key, known);
      known.paths.push(path + assertion.path);
    }
  }
  return [...found].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, keyword]) => keyword);
}
