import { type MappingEntry } from "../dialects/discriminator.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Absence, describeAbsence } from "../load/document-finder.ts";
import type { Document, OutsideFile, UnreadFile } from "../load/document.ts";
import { evaluatePointer, parentPointer } from "../pointer/json-pointer.ts";
import { nearestNames } from "../text/nearest.ts";
import { hasIdleIdentifier, type SchemaPlace, type SchemaResource } from "./resources.ts";
import { type TargetSource, definitionName, meantUris } from "./targets.ts";

/** The diagnostic of a reference that can mean several schemas. */
export function ambiguousReference(
  place: SchemaPlace,
  keyword: string,
  reference: string,
  candidates: readonly SchemaResource[],
): Diagnostic {
  const places = candidates.map(describePlace).sort();
  return diagnose(
    "ambiguous-ref",
    `${keyword} ${JSON.stringify(reference)} can mean ${places.length} schemas that differ: ${places.join(" and ")}`,
    {
      help: "refer to the file that is meant by its relative path, or leave one of them out of the inputs",
      location: { file: place.document, pointer: `${place.pointer}/${keyword}` },
    },
  );
}

function describePlace({ document, pointer }: SchemaResource): string {
  return pointer === "" ? document.source : `${document.source}#${pointer}`;
}

/** The diagnostic of a reference to a file that could not be read. */
export function unreadTarget(
  place: SchemaPlace,
  reference: string,
  { source }: UnreadFile,
): Diagnostic {
  return diagnose(
    "dependency-failed",
    `$ref ${JSON.stringify(reference)} leads to ${source}, which could not be read`,
    {
      help: "mend the other file first",
      location: { file: place.document, pointer: `${place.pointer}/$ref` },
    },
  );
}

/** The diagnostic of a reference to a file that schemas may not lead to. */
export function outsideTarget(
  source: TargetSource,
  place: SchemaPlace,
  keyword: string,
  reference: string,
  { path, isLinked, mend }: OutsideFile,
): Diagnostic {
  const nearest = likelyTargets(source, place.document, reference);
  const suggestion = nearest.length === 0 ? "" : `did you mean ${nearest.join(" or ")}? Else `;
  const way = isLinked ? "leads by a link out of" : "leads out of";
  return diagnose(
    "outside-roots",
    `${keyword} ${JSON.stringify(reference)} ${way} the folders of the inputs, to ${path}`,
    {
      help: `${suggestion}add the file to the inputs, ${mend}`,
      location: { file: place.document, pointer: `${place.pointer}/${keyword}` },
    },
  );
}

/**
 * The diagnostic of a reference without target, with the nearest names.
 *
 * @param absence why the document that it leads to is not known, where there is more to say of that
 */
export function danglingReference(
  source: TargetSource,
  place: SchemaPlace,
  keyword: string,
  reference: string,
  absence: (Absence & { readonly uri: string }) | undefined,
): Diagnostic {
  const nearest = likelyTargets(source, place.document, reference);
  const location = { file: place.document, pointer: `${place.pointer}/${keyword}` };
  if (absence !== undefined) {
    const message = describeAbsence(keyword, reference, absence.uri, absence);
    const suggestion = nearest.length === 0 ? "" : `did you mean ${nearest.join(" or ")}? Else `;
    return diagnose(absence.code, message, { help: suggestion + absence.mend, location });
  }
  const suggestion = nearest.length === 0 ? "if" : `did you mean ${nearest.join(" or ")}? If`;
  const { identifier = "$id", name } = place.dialect;
  const idle = hasIdleIdentifier(place)
    ? `; the ${identifier} beside it is no base for it, as a $ref stands alone in ${name}`
    : "";
  return diagnose("dangling-ref", `${keyword} ${JSON.stringify(reference)} has no target`, {
    help: `${suggestion} the schema is elsewhere, add the file, folder or OpenAPI document that holds it to the inputs; nothing is fetched${unlessAllowed(place, reference)}${idle}`,
    location,
  });
}

/** How the document on the web that a reference may mean comes to be fetched; "" where there is none. */
function unlessAllowed(place: SchemaPlace, reference: string): string {
  const uri = meantUris(place, reference).find((each) => /^https?:/.test(each));
  if (uri === undefined) return "";
  return ` unless the config allows the origin: "remote": { "origins": [${JSON.stringify(new URL(uri).origin)}] }`;
}

/** The diagnostic of an entry of a discriminator's mapping that leads to no one schema. */
export function brokenMapping(
  source: TargetSource,
  { document, pointer }: SchemaPlace,
  { value, path, written, references }: MappingEntry,
): Diagnostic {
  const [likeliest = written] = references;
  const nearest = likelyTargets(source, document, likeliest);
  const suggestion = nearest.length === 0 ? "" : `did you mean ${nearest.join(" or ")}? Else `;
  const entry = value === undefined ? "defaultMapping" : `mapping of ${JSON.stringify(value)}`;
  return diagnose(
    "discriminator-invalid",
    `the ${entry} leads to ${JSON.stringify(written)}, which is no schema of the inputs`,
    {
      help: `${suggestion}write the name of a component schema, or a reference to a schema`,
      location: { file: document, pointer: pointer + path },
    },
  );
}

/** Up to three things of which a dangling reference may be a misspelling. */
function likelyTargets(
  { inputs, named }: TargetSource,
  own: Document,
  reference: string,
): string[] {
  const fragment = reference.slice(reference.indexOf("#") + 1);
  const name = reference.startsWith("#") ? definitionName(fragment) : undefined;
  if (name !== undefined) {
    const container = evaluatePointer(own.value, parentPointer(fragment) ?? "");
    const local =
      container.found && isJsonObject(container.value) ? Object.keys(container.value) : [];
    return nearest(name, [...local, ...named.keys()]);
  }
  if (reference.startsWith("#")) return [];
  return nearest(
    reference.replace(/#.*$/, ""),
    inputs.documents.map((document) => document.source),
  );
}

/** The candidates nearest in spelling, whatever the case of either. */
function nearest(wanted: string, candidates: readonly string[]): string[] {
  const spellings = new Map(
    candidates.map((candidate) => [candidate.toLowerCase(), candidate] as const).reverse(),
  );
  return nearestNames(wanted.toLowerCase(), spellings.keys()).map((spelling) =>
    JSON.stringify(spellings.get(spelling)),
  );
}
