import type { SchemaModel } from "./model/model.ts";
import { moduleFile } from "./names/module-files.ts";
import { pagePlace } from "./names/page-link.ts";
import { sitePlace } from "./names/site-places.ts";
import type { GenerateOptions } from "./options.ts";
import { evaluatePointer } from "./pointer/json-pointer.ts";
import { hasModules } from "./render/modules.ts";
import { compareCodeUnits } from "./text/order.ts";
import { hashJson } from "./write/content-hash.ts";
import type { ManifestEntry } from "./write/manifest.ts";

/**
 * What a manifest says of each declaration, by source and pointer.
 *
 * @param hashOf hashes a schema, as {@link hashJson} does unless told otherwise
 */
export function manifestEntries(
  model: SchemaModel,
  { outputs, emit }: Pick<GenerateOptions, "outputs" | "emit">,
  hashOf: (schema: unknown) => string = hashJson,
): ManifestEntry[] {
  return model.modules
    .flatMap((module) => module.declarations)
    .filter(({ specialized, variant }) => !specialized && variant === undefined)
    .map((declaration): ManifestEntry => {
      const { document, pointer } = locationOf(model, declaration.node);
      const { exports } = declaration;
      const found = evaluatePointer(document.value, pointer);
      return {
        source: document.source,
        pointer,
        name: declaration.name,
        root: declaration.root,
        ...(hasModules(outputs) && { module: moduleFile(declaration.module, emit) }),
        ...(outputs.has("types") && { type: exports.type }),
        ...(outputs.has("guards") && { guard: exports.guard, validator: exports.validator }),
        ...(outputs.has("docs") && { docs: pagePlace(declaration) }),
        ...(outputs.has("site") && { site: sitePlace(declaration) }),
        hash: hashOf(found.found ? found.value : null),
      };
    })
    .sort((a, b) => compareCodeUnits(a.source, b.source) || compareCodeUnits(a.pointer, b.pointer));
}

function locationOf(model: SchemaModel, id: number) {
  const node = model.nodes[id];
  if (node === undefined) throw new RangeError(`no node ${id}`);
  return node.location;
}
