import { writeFileSync } from "node:fs";
import path from "node:path";
import { typeErrors } from "./type-check.ts";

/** A claim about types: a statement in one line that compiles where the claim holds. */
export interface Claim {
  readonly name: string;
  readonly statement: string;
}

/** What TypeScript says against a claim. */
export interface Objection {
  readonly code: string;
  readonly message: string;
}

/** The claim that every value of one type has another type too. */
export function assignable(name: string, from: string, to: string): Claim {
  return { name, statement: `(value: ${from}): ${to} => value;` };
}

/** The claim that a value, written as a literal, has a type. */
export function literal(name: string, value: unknown, type: string): Claim {
  return { name, statement: `{ const value: ${type} = ${JSON.stringify(value)}; }` };
}

/**
 * Lets TypeScript judge claims about the modules of a folder.
 *
 * @param preamble the imports and types that the claims speak of
 * @param options compiler options in place of the strict ones
 * @returns from each claim's name to the objections; none where it holds
 * @throws Error where two claims have one name, or an error is outside the claims
 */
export async function judgeClaims(
  folder: string,
  preamble: string,
  claims: readonly Claim[],
  options: Readonly<Record<string, unknown>> = {},
): Promise<ReadonlyMap<string, readonly Objection[]>> {
  const file = "claims.ts";
  const statements = claims.map(({ statement }) => statement);
  writeFileSync(path.join(folder, file), [...statements, preamble].join("\n"));
  const judged = claims.map(({ name }) => ({ name, objections: [] as Objection[] }));
  const check = { compiler: "typescript", resolution: "nodenext", options } as const;
  for (const { code, message, ...place } of await typeErrors(folder, check)) {
    const claim = place.file === file ? judged[place.line - 1] : undefined;
    if (claim === undefined) throw new Error(`${place.file}:${place.line}: ${message}`);
    claim.objections.push({ code, message });
  }
  const objections = new Map(judged.map((claim) => [claim.name, claim.objections]));
  if (objections.size < claims.length) throw new Error("two claims have one name");
  return objections;
}
