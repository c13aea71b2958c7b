import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";

/** Which of two models a schema belongs to. */
export type Side = "old" | "new";

/** A schema of one of two models. */
export interface SidedSchema {
  readonly side: Side;
  readonly id: NodeId;
}

/** What is known of a model where only schemas are compared, not their names. */
export type ComparedModel = Pick<SchemaModel, "nodes" | "facts" | "declarations">;

/** The two models that are compared. */
export type Models = Readonly<Record<Side, ComparedModel>>;

/**
 * The node of a schema.
 *
 * @throws RangeError where there is none
 */
export function sidedNode(models: Models, { side, id }: SidedSchema): SchemaNode {
  return nodeOf(models[side], id);
}
