import type { ModuleRow } from "../cache/module-rows.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { InputSchema } from "../load/document.ts";
import type { Declaration, SchemaModule } from "../model/model.ts";
import { exportNames } from "../names/declarations.ts";

/**
 * The module that a row tells of.
 *
 * @param nodes of its declarations
 * @param nodeOf the node of a declaration, by its number among those of all modules
 */
export function moduleOfRow(
  { path, declarations, inlineTypes }: ModuleRow,
  location: InputSchema,
  nodes: readonly NodeId[],
  nodeOf: (number: number) => NodeId,
): SchemaModule {
  const [root = -1] = nodes;
  return {
    path,
    location,
    declarations: declarations.map(
      ({ key, name, docsAnchor, siteAnchor, variant }, index): Declaration => ({
        node: nodes[index] ?? root,
        key,
        name,
        module: path,
        root: index === 0,
        specialized: false,
        ...(variant && { variant: { kind: variant[0], of: nodeOf(variant[1]) } }),
        exports: exportNames(name),
        docsPage: `docs/${path}.md`,
        docsAnchor,
        siteAnchor,
      }),
    ),
    // What they are is known where their schemas are read.
    inlineTypes: inlineTypes.map(([key, name]) => ({ key, name, node: root, declaration: root })),
  };
}

/**
 * Whether a module declares what it did, under the names that it had.
 */
export function declaresTheSame(
  { declarations, inlineTypes }: SchemaModule,
  before: SchemaModule,
): boolean {
  // The number of a node is not the same in every run.
  const named = (declaration: Declaration) => ({
    ...declaration,
    node: undefined,
    variant: declaration.variant?.kind,
  });
  const typed = inlineTypes.map(({ key, name }) => [key, name]);
  const typedBefore = before.inlineTypes.map(({ key, name }) => [key, name]);
  return (
    JSON.stringify([declarations.map(named), typed]) ===
    JSON.stringify([before.declarations.map(named), typedBefore])
  );
}
