import type { OutputKind } from "../config/config.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import type { Declaration, SchemaModel, SchemaModule } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { pagePlace } from "../names/page-link.ts";
import { schemaView } from "./schema-view.ts";
import type { DeclarationView, ExportsView, ModuleView, ReferenceView } from "./views.ts";

/** What views are made from. */
export interface ViewSource {
  readonly model: SchemaModel;
  /** The TypeScript text of each declaration. */
  readonly types: ReadonlyMap<NodeId, string>;
  /** What is made. */
  readonly outputs: ReadonlySet<OutputKind>;
}

/**
 * Makes the view of each module that somebody asks for, once. Nobody can change it: several emitters
 * see the same.
 */
export function moduleViews(source: ViewSource): (module: SchemaModule) => ModuleView {
  const written = { ...source, model: { ...source.model, nodes: asWritten(source.model.nodes) } };
  const views = new Map<SchemaModule, ModuleView>();
  return (module) => {
    const view = views.get(module) ?? freeze(moduleView(written, module));
    views.set(module, view);
    return view;
  };
}

function moduleView(
  source: ViewSource,
  { path, location, declarations }: SchemaModule,
): ModuleView {
  return {
    source: location.document.source,
    pointer: location.pointer,
    path,
    declarations: declarations
      .filter(({ specialized, variant }) => !specialized && variant === undefined)
      .map((declaration) => declarationView(source, declaration)),
  };
}

function declarationView(source: ViewSource, declaration: Declaration): DeclarationView {
  const { model, types, outputs } = source;
  const { node, root } = declaration;
  const referred = new Map<NodeId, ReferenceView>();
  const refer = (target: NodeId) => {
    const reference = referred.get(target) ?? referenceTo(model, target);
    referred.set(target, reference);
    return reference;
  };
  return {
    ...referenceTo(model, node),
    root,
    exports: exportsView(declaration, outputs),
    typeText: types.get(node) ?? "",
    ...(outputs.has("docs") && { docs: pagePlace(declaration) }),
    schema: schemaView(model, node, refer),
    references: [...referred.values()],
  };
}

/** @throws RangeError for a node that is no declaration, which no reference leads to */
function referenceTo(model: SchemaModel, id: NodeId): ReferenceView {
  const declaration = model.declarations.get(id);
  if (declaration === undefined) throw new RangeError(`node ${id} is no declaration`);
  const { document, pointer } = nodeOf(model, id).location;
  return { name: declaration.name, source: document.source, pointer, path: declaration.module };
}

function exportsView({ exports }: Declaration, outputs: ReadonlySet<OutputKind>): ExportsView {
  const { type, guard, validator, assertion, standardSchema } = exports;
  return {
    ...(outputs.has("types") && { type }),
    ...(outputs.has("guards") && { guard, validator, assertion, standardSchema }),
  };
}

/** Freezes a value and all that it holds. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
  return value;
}
