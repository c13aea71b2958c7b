import type { ModuleRow } from "../cache/module-rows.ts";
import type { RecordedDiagnostic } from "../cache/run-record.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Document } from "../load/document.ts";
import { parentPointer } from "../pointer/json-pointer.ts";

/**
 * The diagnostics of a run: what the run before told of modules that stand, and what is told of those
 * that were made anew. Their places are those of the documents as they are read.
 *
 * @param affected the modules that were made anew, by their numbers
 * @returns `undefined` where one is of no module
 */
export function mergeDiagnostics(
  recorded: readonly RecordedDiagnostic[],
  told: readonly Diagnostic[],
  rows: readonly ModuleRow[],
  affected: ReadonlySet<number>,
  documents: readonly Document[],
): readonly Diagnostic[] | undefined {
  const numbers = new Map(
    rows.map(({ source, pointer }, index) => [`${source}#${pointer}`, index]),
  );
  const moduleAt = (source: string | undefined, place: string | undefined) => {
    if (source === undefined) return undefined;
    let pointer = place;
    while (pointer !== undefined) {
      const number = numbers.get(`${source}#${pointer}`);
      if (number !== undefined) return number;
      pointer = parentPointer(pointer);
    }
    return undefined;
  };
  const files = new Map(documents.map((document) => [document.source, document]));
  const kept: Diagnostic[] = [];
  for (const { location, ...diagnostic } of recorded) {
    const number = moduleAt(location?.source, location?.pointer);
    const file = files.get(location?.source ?? "");
    if (number === undefined || file === undefined || location?.isStretch) return undefined;
    if (affected.has(number)) continue;
    kept.push({ ...diagnostic, location: { file, pointer: location?.pointer ?? "" } });
  }
  const fresh: Diagnostic[] = [];
  for (const diagnostic of told) {
    const { location } = diagnostic;
    const number = moduleAt(location?.file.source, location?.pointer);
    if (number === undefined) return undefined;
    if (affected.has(number)) fresh.push(diagnostic);
  }
  return [...kept, ...fresh];
}
