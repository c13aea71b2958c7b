import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "../load/document.ts";
import {
  appendTokens,
  decodeFragment,
  evaluatePointer,
  parentPointer,
  pointerTokens,
} from "../pointer/json-pointer.ts";
import { type SchemaPlace, placeKey } from "../resolve/resources.ts";
import type { Resolution } from "../resolve/resolve.ts";
import { nearestNames } from "../text/nearest.ts";

/** The schema that a fragment means, or why it means none. */
export type FoundPlace =
  | {
      readonly ok: true;
      readonly place: SchemaPlace;
      /** JSON Pointer from the schema to what was asked for; "" for the schema itself. */
      readonly asked: string;
    }
  | { readonly ok: false; readonly fault: Diagnostic };

/**
 * Finds the schema that a fragment of a document means: a JSON Pointer, as it is or as a URI encodes
 * it, or an anchor. Of a place inside a schema that is none itself, such as a keyword, the schema that
 * holds it.
 */
export function findPlace(
  resolution: Resolution,
  document: Document,
  fragment: string,
): FoundPlace {
  const anchored = placeOfAnchor(resolution, document, fragment);
  if (anchored !== undefined) return { ok: true, place: anchored, asked: "" };
  const decoded = decodeFragment(fragment);
  const pointer = [fragment, decoded].find((each) => evaluatePointer(document.value, each).found);
  if (pointer === undefined) return { ok: false, fault: nothingThere(document, decoded) };
  for (let outer: string | undefined = pointer; outer !== undefined; outer = parentPointer(outer)) {
    const place = resolution.places.get(placeKey(document, outer));
    if (place !== undefined) return { ok: true, place, asked: pointer.slice(outer.length) };
  }
  return { ok: false, fault: noSchema(resolution, document, pointer) };
}

function placeOfAnchor(
  { places }: Resolution,
  document: Document,
  name: string,
): SchemaPlace | undefined {
  if (name === "" || name.startsWith("/")) return undefined;
  const anchors = new Set([name, `#${name}`]);
  return [...places.values()].find(
    ({ document: holder, value }) =>
      holder === document &&
      typeof value === "object" &&
      value !== null &&
      ["$anchor", "$dynamicAnchor", "$id", "id"].some((keyword) =>
        anchors.has(String((value as Record<string, unknown>)[keyword])),
      ),
  );
}

function nothingThere(document: Document, pointer: string): Diagnostic {
  const tokens = pointer.startsWith("/") ? pointerTokens(pointer) : [pointer];
  let there = "";
  for (const token of tokens) {
    const next = appendTokens(there, token);
    if (!evaluatePointer(document.value, next).found) break;
    there = next;
  }
  const depth = pointerTokens(there).length;
  const found = evaluatePointer(document.value, there);
  const keys =
    found.found && typeof found.value === "object" && found.value !== null
      ? Object.keys(found.value)
      : [];
  const [nearest] = nearestNames(tokens[depth] ?? "", keys, 1);
  const meant = nearest === undefined ? undefined : appendTokens(there, nearest);
  const rest = tokens.slice(depth + 1);
  const whole = meant === undefined ? undefined : appendTokens(meant, ...rest);
  const suggested =
    whole !== undefined && evaluatePointer(document.value, whole).found ? whole : meant;
  const help =
    suggested === undefined
      ? `the nearest that is there is #${there}${keys.length > 0 ? `, which has ${keys.slice(0, 8).join(", ")}` : ""}`
      : `did you mean #${suggested}?`;
  return diagnose("pointer-not-found", `There is nothing at #${pointer} of ${document.source}`, {
    help,
    location: { file: document, pointer: there },
  });
}

function noSchema({ places }: Resolution, document: Document, pointer: string): Diagnostic {
  const schemas = [...places.values()]
    .filter((place) => place.document === document)
    .map((place) => place.pointer);
  const inside = schemas.find((each) => each.startsWith(`${pointer}/`));
  const nearest = inside ?? nearestNames(pointer, schemas, 1)[0] ?? schemas[0];
  const help =
    nearest === undefined
      ? "the document has no schema that is made into anything"
      : `the nearest schema is at #${nearest}`;
  return diagnose(
    "pointer-not-found",
    `What is at #${pointer} of ${document.source} is no schema`,
    {
      help,
      location: { file: document, pointer },
    },
  );
}
