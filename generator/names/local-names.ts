import { assertionSubschemas } from "../model/subschemas.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaModel, SchemaModule } from "../model/model.ts";
import { compareCodeUnits } from "../text/order.ts";
import { typeName } from "./identifier.ts";

/**
 * The model as one module sees it: a declaration of another module whose name this one has already
 * is known by a name that its folder qualifies. Inline types of other modules are spelt out.
 */
export function localizeModel(model: SchemaModel, module: SchemaModule): SchemaModel {
  const own = new Set(module.declarations.map((declaration) => declaration.node));
  const inlineTypes = new Map(module.inlineTypes.map((type) => [type.node, type]));
  const taken = new Set([
    ...module.declarations.map((declaration) => declaration.name),
    ...module.inlineTypes.map((type) => type.name),
  ]);
  const renamed = new Map<NodeId, Declaration>();
  for (const declaration of referencedDeclarations(model, module)) {
    if (own.has(declaration.node)) continue;
    const local = localName(declaration, taken);
    taken.add(local);
    if (local !== declaration.name) renamed.set(declaration.node, rename(declaration, local));
  }
  const declarations =
    renamed.size === 0 ? model.declarations : new Map([...model.declarations, ...renamed]);
  return { ...model, declarations, inlineTypes };
}

/** The declarations that a module's schemas refer to, in the order of their modules. */
function referencedDeclarations(model: SchemaModel, module: SchemaModule): Declaration[] {
  const seen = new Set<NodeId>();
  const referenced = new Map<NodeId, Declaration>();
  const waiting = module.declarations.map((declaration) => declaration.node);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const assertion of model.nodes[id]?.assertions ?? []) {
      if (assertion.keyword === "$ref") {
        const declaration = model.declarations.get(assertion.target);
        if (declaration !== undefined) referenced.set(assertion.target, declaration);
      } else {
        waiting.push(...assertionSubschemas(assertion).map((subschema) => subschema.node));
      }
    }
  }
  return [...referenced.values()].sort(
    (a, b) => compareCodeUnits(a.module, b.module) || compareCodeUnits(a.name, b.name),
  );
}

function localName({ name, module }: Declaration, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const folder = module.slice(0, Math.max(0, module.lastIndexOf("/")));
  const qualified = `${folder === "" ? "Top" : typeName(folder)}${name}`;
  let local = qualified;
  for (let suffix = 2; taken.has(local); suffix += 1) local = `${qualified}${suffix}`;
  return local;
}

function rename(declaration: Declaration, name: string): Declaration {
  const exports = {
    ...declaration.exports,
    type: name,
    guard: `is${name}`,
    nestedGuard: `nested${name}`,
    collector: `collect${name}`,
  };
  return { ...declaration, exports };
}
