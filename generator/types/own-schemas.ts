import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import { coverageOf } from "./coverage.ts";
import { isTrusted, type TypeSource } from "./type-source.ts";

/** A schema that belongs to a declaration. */
export interface OwnSchema {
  readonly node: SchemaNode;
  /** JSON Pointer from the declaration to the schema. */
  readonly path: string;
  /** Whether it stands inside what the type says nothing of, such as a `not`. */
  readonly isLeftToGuard: boolean;
}

/**
 * The schemas that a declaration is made of: itself and what stands in it without a declaration of its
 * own, each before what it holds.
 */
export function ownSchemas(model: TypeSource, id: NodeId): readonly OwnSchema[] {
  const schemas: OwnSchema[] = [];
  const visit = (own: OwnSchema) => {
    schemas.push(own);
    for (const assertion of own.node.assertions) {
      const isLeftToGuard =
        own.isLeftToGuard ||
        isTrusted(model, own.node) ||
        coverageOf(model, own.node, assertion).by === "guard";
      for (const { node, path } of assertionSubschemas(assertion)) {
        if (model.declarations.has(node)) continue;
        visit({ node: nodeOf(model, node), path: own.path + path, isLeftToGuard });
      }
    }
  };
  visit({ node: nodeOf(model, id), path: "", isLeftToGuard: false });
  return schemas;
}
