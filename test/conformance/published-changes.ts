import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { DialectName } from "../../generator/dialects/dialect-name.ts";
import { modelOf, type JudgedChange } from "./change-judgement.ts";
import type { Json } from "./random-values.ts";
import { changesOf, nearInstances } from "./schema-changes.ts";
import { store, storeInstances, storeNames } from "./store.ts";

interface Published {
  readonly name: string;
  readonly schema: Json;
  readonly dialect: DialectName;
}

/** Larger schemas take longer than all others together. */
const longest = 30_000;

/** The published schemas that stand by themselves, of the dialects that say so. */
function published(): readonly Published[] {
  return storeNames().flatMap((name): readonly Published[] => {
    const text = readFileSync(path.join(store, "schemas", `${name}.json`), "utf8");
    if (text.length > longest) return [];
    const schema = JSON.parse(text) as Json;
    const uri = (schema as Readonly<Record<string, unknown>>)["$schema"];
    const dialect = typeof uri === "string" ? /draft-0[467]/.exec(uri)?.[0] : undefined;
    if (dialect === undefined) return [];
    const found = { name, schema, dialect: dialect as DialectName };
    return modelOf(schema, found.dialect) === undefined ? [] : [found];
  });
}

/** Instances with a member less: what is required, and what only a value of the whole refuses. */
function withLess(instance: Json): readonly Json[] {
  if (typeof instance !== "object" || instance === null || Array.isArray(instance)) return [];
  const entries = Object.entries(instance) as readonly (readonly [string, Json])[];
  return entries
    .slice(0, 6)
    .map(([key]) => Object.fromEntries(entries.filter(([other]) => other !== key)));
}

/**
 * Draws changes of published schemas, with the instances that are published beside them. The keywords
 * that come in are those of another published schema.
 *
 * @param count how many schemas; each is changed as many times
 */
export function publishedChanges(
  count: number,
  times: number,
  seed: number,
): readonly JudgedChange[] {
  const all = published();
  return all
    .filter((_, index) => (index * 7919 + seed) % all.length < count)
    .flatMap(({ name, schema, dialect }, index) => {
      const { positive, negative } = storeInstances(name);
      const values = [...positive, ...negative].slice(0, 12).map(({ value }) => value as Json);
      const instances = [...values, ...values.flatMap(withLess)];
      const other = all[(index * 31 + seed) % all.length]?.schema ?? true;
      return fc
        .sample(changesOf(schema, other), { numRuns: times, seed: seed + index })
        .map((changed) => {
          const near = nearInstances([schema, changed], 30, seed + index);
          return { dialect, schema, changed, instances: [...instances, ...near] };
        });
    });
}
