import { JSONPathError, JSONPathQuery, jsonpath, type JSONPathNode, type JSONValue } from "json-p3";
import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import { nearestNames } from "../text/nearest.ts";
import { removeLocations, updateLocations } from "./overlay-change.ts";
import type { OverlayAction } from "./overlay-document.ts";
import { strayPointer, type OverlayScope } from "./overlay-scope.ts";

/** Why an action cannot be applied. */
export interface ActionFault {
  readonly ok: false;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  /** The member of the action that is at fault. */
  readonly member: "target" | "update" | "remove";
}

/** What an action makes of everything that its overlay sees. */
export type ActionOutcome =
  { readonly ok: true; readonly scopes: readonly OverlayScope[] } | ActionFault;

/**
 * Applies an action to every scope that its overlay sees (OpenAPI Overlay 1.0.0 §4.4.3). An action
 * that matches in none of them, or that cannot do what it says, has no effect at all.
 */
export function applyAction(action: OverlayAction, scopes: readonly OverlayScope[]): ActionOutcome {
  const matches = scopes.map(({ root }) => selectNodes(action.target, root));
  if (matches.every((nodes) => nodes.length === 0)) return describeNoMatch(action, scopes);
  const fault = matches
    .flat()
    .map((node) => findFault(action, node))
    .find(Boolean);
  if (fault !== undefined) return fault;
  const changed = scopes.map((scope, index) => {
    const locations = (matches[index] ?? []).map(({ location }) => location);
    return { ...scope, root: changeRoot(action, scope.root, locations) };
  });
  const stray = changed.map(strayPointer).find((pointer) => pointer !== undefined);
  if (stray === undefined) return { ok: true, scopes: changed };
  return {
    ok: false,
    code: "overlay-invalid",
    message: `the update adds ${stray} to a folder of schema files, none of which can hold it`,
    help: "an overlay changes the schemas of files that exist; add a new schema as a file",
    member: "update",
  };
}

function selectNodes(query: JSONPathQuery, root: unknown): readonly JSONPathNode[] {
  try {
    return query.query(root as JSONValue).nodes;
  } catch (fault) {
    // Thrown where a value is nested deeper than a descendant segment may go.
    if (fault instanceof JSONPathError) return [];
    throw fault;
  }
}

function changeRoot(
  { change }: OverlayAction,
  root: unknown,
  locations: readonly (readonly (string | number)[])[],
): unknown {
  return change.kind === "remove"
    ? removeLocations(root, locations)
    : updateLocations(root, locations, change.value);
}

function findFault({ target, change }: OverlayAction, node: JSONPathNode): ActionFault | undefined {
  const path = target.toString({ form: "pretty" });
  if (change.kind === "remove") {
    if (node.location.length > 0) return undefined;
    return {
      ok: false,
      code: "overlay-invalid",
      message: `target ${path} selects the document itself, which cannot be removed`,
      help: "take the file out of the inputs",
      member: "target",
    };
  }
  const { value } = node;
  if (typeof value !== "object" || value === null) {
    return {
      ok: false,
      code: "overlay-invalid",
      message: `target ${path} selects a value that is neither an object nor an array`,
      help: "to replace a primitive value, select the object that holds it, and update its member",
      member: "target",
    };
  }
  const update = change.value;
  if (
    Array.isArray(value) ||
    (typeof update === "object" && update !== null && !Array.isArray(update))
  ) {
    return undefined;
  }
  return {
    ok: false,
    code: "overlay-invalid",
    message: `target ${path} selects an object, but the update is none`,
    help: "an object is updated by an object, whose members are merged into it",
    member: "update",
  };
}

/** Says how far the path of a target leads. */
function describeNoMatch({ target }: OverlayAction, scopes: readonly OverlayScope[]): ActionFault {
  const { environment, segments } = target;
  const prefixes = segments.map(
    (_segment, length) => new JSONPathQuery(environment, segments.slice(0, length)),
  );
  const select = (query: JSONPathQuery) => scopes.flatMap(({ root }) => selectNodes(query, root));
  const length = prefixes.findLastIndex((prefix) => select(prefix).length > 0);
  const prefix = prefixes[length] ?? target;
  const names = select(prefix).flatMap(({ value }) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [],
  );
  const nearest = (segments[length]?.selectors ?? []).flatMap((selector) =>
    selector instanceof jsonpath.selectors.NameSelector ? nearestNames(selector.name, names) : [],
  );
  const written = target.toString({ form: "pretty" });
  const matching = prefix.toString({ form: "pretty" });
  const suggestion = nearest.length > 0 ? `; did you mean ${nearest.map(quote).join(" or ")}?` : "";
  return {
    ok: false,
    code: "overlay-no-match",
    message: `target ${written} matches nothing`,
    help: `${matching} matches, ${written.slice(matching.length)} does not${suggestion}`,
    member: "target",
  };
}

function quote(name: string): string {
  return JSON.stringify(name);
}
