import type { NodeId } from "../dialects/canonical-keywords.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SchemaLocation, SchemaModel } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";

const definitionKeywords: ReadonlySet<string> = new Set(["$defs", "definitions"]);

/**
 * Finds the members of `$defs` and `definitions` that no input schema leads to by references. A file
 * that holds nothing but definitions is meant to be referred to from elsewhere, so its are left out.
 */
export function findUnusedDefinitions(model: SchemaModel): readonly Diagnostic[] {
  const reached = reachedPlaces(model);
  return model.modules.flatMap(({ declarations }) => {
    const [root] = declarations;
    if (root === undefined || nodeOf(model, root.node).assertions.length === 0) return [];
    return declarations
      .filter(({ specialized, variant }) => !specialized && variant === undefined)
      .map(({ node, name }) => ({ name, location: nodeOf(model, node).location }))
      .filter(({ location }) => isDefinition(location) && !reached.has(placeOf(location)))
      .map(({ name, location: { document, pointer } }) =>
        diagnose("definition-unused", `nothing that is reached from an input refers to ${name}`, {
          help: "refer to it, or remove it; its type and guard are made all the same",
          location: { file: document, pointer },
        }),
      );
  });
}

function isDefinition({ pointer }: SchemaLocation): boolean {
  return definitionKeywords.has(pointerTokens(pointer).at(-2) ?? "");
}

function placeOf({ document, pointer }: SchemaLocation): string {
  return `${document.path}#${pointer}`;
}

/** The places of all schemas that input schemas hold or lead to. */
function reachedPlaces(model: SchemaModel): ReadonlySet<string> {
  const seen = new Set<NodeId>();
  const waiting = [...model.declarations.values()]
    .filter(({ root }) => root)
    .map(({ node }) => node);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const assertion of nodeOf(model, id).assertions) {
      if (assertion.keyword === "$ref") waiting.push(assertion.target);
      else waiting.push(...assertionSubschemas(assertion).map(({ node }) => node));
    }
  }
  return new Set([...seen].map((id) => placeOf(nodeOf(model, id).location)));
}
