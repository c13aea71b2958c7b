import type { Document } from "../load/document.ts";
import type { SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { parentPointer } from "../pointer/json-pointer.ts";

/** Everything that some named schema stands in, by the document's path and the pointer. */
export type Containers = ReadonlySet<string>;

/**
 * Finds what the named schemas of a model stand in, so that a keyword which is not known but holds
 * schemas that are referred to is seen for what it is.
 */
export function findContainers(model: SchemaModel): Containers {
  const found = new Set<string>();
  for (const id of model.declarations.keys()) {
    const { document, pointer } = nodeOf(model, id).location;
    for (
      let outer = parentPointer(pointer);
      outer !== undefined && !found.has(keyOf(document, outer));
      outer = parentPointer(outer)
    ) {
      found.add(keyOf(document, outer));
    }
  }
  return found;
}

/**
 * Whether some named schema stands inside the value at a pointer.
 */
export function isContainer(containers: Containers, document: Document, pointer: string): boolean {
  return containers.has(keyOf(document, pointer));
}

function keyOf(document: Document, pointer: string): string {
  return `${document.path}#${pointer}`;
}
