import { moduleStem } from "../names/module-files.ts";
import type { Manifest, ManifestEntry } from "../write/manifest.ts";
import { bySchema, exportChange, loneSchema } from "./compare-models.ts";
import type { ComparedSchema, Comparison, SchemaComparison } from "./comparison.ts";
import { matchDeclarations } from "./match-declarations.ts";

/**
 * Compares two outputs by their manifests, which tell which schemas there are, by which names, and
 * whether they are written as they were. What a changed schema accepts they do not tell, so a change of
 * it may break.
 */
export function compareManifests(
  old: Pick<Manifest, "entries">,
  later: Pick<Manifest, "entries">,
): Comparison {
  const { pairs, removed, added } = matchDeclarations(
    old.entries.map(candidateOf),
    later.entries.map(candidateOf),
  );
  const compared = pairs.map(([left, right]) => comparePair(left.entry, right.entry));
  const schemas = [
    ...compared.filter((schema) => schema !== undefined),
    ...removed.map(({ entry }) => loneSchema("removed", describe(entry))),
    ...added.map(({ entry }) => loneSchema("added", describe(entry))),
  ];
  return {
    detail: "names",
    schemas: schemas.sort(bySchema),
    unchanged: compared.filter((schema) => schema === undefined).length,
  };
}

function candidateOf(entry: ManifestEntry) {
  const { source, pointer, name, module = "", hash } = entry;
  return {
    entry,
    key: `${source}#${pointer}`,
    name,
    exported: `${moduleStem(module)} ${name}`,
    structure: hash,
  };
}

function describe({ name, source, pointer, module }: ManifestEntry): ComparedSchema {
  return { name, source, pointer, ...(module === undefined ? {} : { module }) };
}

function comparePair(before: ManifestEntry, after: ManifestEntry): SchemaComparison | undefined {
  const [old, later] = [describe(before), describe(after)];
  const renamed = exportChange(old, later);
  if (renamed !== undefined) {
    const changes = [renamed, ...(before.hash === after.hash ? [] : [unknownChange(old, later)])];
    return {
      status: "renamed",
      old,
      new: later,
      changes,
      through: [],
      producers: "breaking",
      consumers: "breaking",
    };
  }
  if (before.hash === after.hash) return undefined;
  return {
    status: "changed",
    old,
    new: later,
    changes: [unknownChange(old, later)],
    through: [],
    producers: "may-break",
    consumers: "may-break",
  };
}

function unknownChange(old: ComparedSchema, later: ComparedSchema) {
  return {
    aspect: "schema",
    words: "is written otherwise; what that changes takes the schemas to tell",
    old: { source: old.source, pointer: old.pointer },
    new: { source: later.source, pointer: later.pointer },
    producers: "may-break",
    consumers: "may-break",
  } as const;
}
