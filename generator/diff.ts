import { compareManifests } from "./compare/compare-manifests.ts";
import { type CompareOptions, compareModels } from "./compare/compare-models.ts";
import type { Comparison } from "./compare/comparison.ts";
import { manifestEntries } from "./manifest-entries.ts";
import { prepare } from "./prepare.ts";
import type { Document } from "./load/document.ts";
import type { SchemaModel } from "./model/model.ts";
import type { GenerateOptions } from "./options.ts";
import type { Manifest } from "./write/manifest.ts";

/** A set of schemas that is compared: as a run reads it, or as the manifest of an output tells it. */
export type DiffSet =
  | { readonly kind: "schemas"; readonly options: GenerateOptions }
  | { readonly kind: "manifest"; readonly manifest: Pick<Manifest, "entries"> };

/** A comparison, and what it is of. */
export interface DiffResult {
  readonly comparison: Comparison;
  /** The documents of the new set by their source; none of one that a manifest tells. */
  readonly documents: ReadonlyMap<string, Document>;
}

/**
 * Compares two sets of schemas: what changed in types and in what guards accept. Where one is told by
 * a manifest, only names are compared, and whether schemas are written as they were.
 *
 * @throws DiagnosticsError where the schemas of one have errors
 */
export async function diff(
  old: DiffSet,
  later: DiffSet,
  { onProgress, ...options }: CompareOptions & Pick<GenerateOptions, "onProgress">,
): Promise<DiffResult> {
  if (old.kind === "schemas" && later.kind === "schemas") {
    const told = { ...(onProgress && { onProgress }) };
    const { model: before } = await prepare({ ...old.options, ...told });
    const { model: after } = await prepare({ ...later.options, ...told });
    await onProgress?.({ stage: "compare" });
    return { comparison: compareModels(before, after, options), documents: documentsOf(after) };
  }
  const comparison = compareManifests(await entriesOf(old), await entriesOf(later));
  return { comparison, documents: new Map() };
}

function documentsOf({ nodes }: SchemaModel): ReadonlyMap<string, Document> {
  return new Map(nodes.map(({ location: { document } }) => [document.source, document]));
}

async function entriesOf(set: DiffSet): Promise<Pick<Manifest, "entries">> {
  if (set.kind === "manifest") return set.manifest;
  const { model } = await prepare(set.options);
  return { entries: manifestEntries(model, set.options) };
}
