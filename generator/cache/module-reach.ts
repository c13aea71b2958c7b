import type { Assertion, NodeId } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaModule, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { assertionSubschemas, isInPlace } from "../model/subschemas.ts";

/** The modules that a module refers to, by their paths. */
export interface ModuleReach {
  readonly used: ReadonlySet<string>;
  /** Those of them whose schemas judge the same values as its own. */
  readonly joined: ReadonlySet<string>;
  /** Whether a schema of it has a discriminator. */
  readonly discriminates: boolean;
}

/**
 * Finds what each module refers to.
 *
 * @returns by the paths of the modules
 */
export function moduleReaches(model: SchemaModel): ReadonlyMap<string, ModuleReach> {
  return new Map(model.modules.map((module) => [module.path, reachOf(model, module)]));
}

function reachOf(model: SchemaModel, module: SchemaModule): ModuleReach {
  const used = new Set<string>();
  const joined = new Set<string>();
  // Whether what was visited judges the same value as a declaration does.
  const visited = new Map<NodeId, boolean>();
  let discriminates = false;
  const waiting = module.declarations.map(({ node }) => ({ id: node, isInPlace: true }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, isInPlace: isHere } = next;
    const declaration = model.declarations.get(id);
    if (declaration !== undefined && declaration.module !== module.path) {
      used.add(declaration.module);
      if (isHere) joined.add(declaration.module);
      continue;
    }
    if (visited.get(id) === true || visited.get(id) === isHere) continue;
    visited.set(id, isHere);
    const node = nodeOf(model, id);
    discriminates ||= node.discriminator !== undefined;
    waiting.push(...nodesBelow(node, isHere));
    if (declaration?.variant !== undefined) {
      waiting.push({ id: declaration.variant.of, isInPlace: true });
    }
  }
  return { used, joined, discriminates };
}

interface Below {
  readonly id: NodeId;
  /** Whether it judges the same value. */
  readonly isInPlace: boolean;
}

function nodesBelow({ assertions, written, discriminator }: SchemaNode, isHere: boolean): Below[] {
  const held = written === undefined ? assertions : [...assertions, written];
  const mapped = discriminator?.mapping.map(({ target }) => target) ?? [];
  const fallback = discriminator?.fallback;
  return [
    ...held.flatMap((assertion) => below(assertion, isHere)),
    ...[...mapped, ...(fallback === undefined ? [] : [fallback])].map((id) => ({
      id,
      isInPlace: isHere,
    })),
  ];
}

function below(assertion: Assertion, isHere: boolean): Below[] {
  if (assertion.keyword === "$ref") return [{ id: assertion.target, isInPlace: isHere }];
  const isBelow = isHere && isInPlace(assertion);
  return assertionSubschemas(assertion).map(({ node }) => ({ id: node, isInPlace: isBelow }));
}
