import { rmSync } from "node:fs";
import path from "node:path";
import type { DiagnosticCode, Severity } from "../diagnostics/catalogue.ts";
import { type Diagnostic, type SourceRange, locationRange } from "../diagnostics/diagnostic.ts";
import { readText } from "../load/read-text.ts";
import { type FileStamp, isAsStamped, stampFile } from "./file-stamp.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** What a run read and said, by which the next one sees whether there is anything to do. */
export interface RunRecord {
  /** As the stamps of what it wrote have it. */
  readonly id: string;
  /** As {@link runSetup} has it. */
  readonly setup: string;
  /** The absolute paths that the inputs led to. */
  readonly inputs: readonly string[];
  /** Every file that was read. */
  readonly read: readonly FileStamp[];
  readonly diagnostics: readonly RecordedDiagnostic[];
}

/** A diagnostic without the text that it points into. */
export interface RecordedDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly location?: {
    readonly path: string;
    readonly source?: string;
    readonly pointer?: string;
    readonly range?: SourceRange;
    /** Whether the range is the diagnostic's own, and not that of its pointer. */
    readonly isStretch?: true;
  };
}

/** A run as it is recorded. */
export interface RecordedRun {
  readonly id: string;
  readonly setup: string;
  /** When it began to read, in milliseconds since 1970. */
  readonly begin: number;
  readonly inputs: readonly string[];
  /** The absolute paths of the files that were read. */
  readonly read: Iterable<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Records a run in a file of the cache. A run while which somebody changed what it read is not
 * recorded: nobody knows which of the two it has seen.
 */
export function writeRunRecord(file: string, run: RecordedRun): void {
  const read = [...new Set(run.read)].map(stampFile);
  const isKnown = (stamp: FileStamp | undefined) => stamp !== undefined;
  if (!read.every(isKnown) || read.some((each) => each.modified >= run.begin)) {
    rmSync(file, { force: true });
    return;
  }
  const record: RunRecord = {
    id: run.id,
    setup: run.setup,
    inputs: run.inputs,
    read,
    diagnostics: run.diagnostics.map(recordDiagnostic),
  };
  writeJsonFile(file, record);
}

/**
 * The record of the last run; `undefined` where there is none by the same setup.
 */
export function readRunRecord(file: string, setup: string): RunRecord | undefined {
  const record = readJsonFile(file) as RunRecord | undefined;
  return record?.setup === setup ? record : undefined;
}

/**
 * The record of the last run where it would read the same again; else `undefined`.
 *
 * @param findInputs the absolute paths that the inputs lead to
 */
export async function readUnchangedRun(
  file: string,
  setup: string,
  findInputs: () => Promise<readonly string[]>,
): Promise<RunRecord | undefined> {
  const record = readRunRecord(file, setup);
  if (record?.read.every(isAsStamped) !== true) return undefined;
  const inputs = await findInputs();
  const isSame =
    inputs.length === record.inputs.length &&
    inputs.every((input, index) => input === record.inputs[index]);
  return isSame ? record : undefined;
}

/**
 * The diagnostics of a recorded run, which point into the files as they stand.
 */
export function recordedDiagnostics({ diagnostics }: RunRecord): Diagnostic[] {
  return diagnostics.map(({ location, ...diagnostic }): Diagnostic => {
    if (location === undefined) return diagnostic;
    const { path: file, source, pointer, range } = location;
    return {
      ...diagnostic,
      location: {
        file: {
          path: file,
          ...(source !== undefined && { source }),
          get text() {
            return readText(file);
          },
          rangeOf: () => range,
        },
        ...(pointer !== undefined && { pointer }),
        ...(range !== undefined && { range }),
      },
    };
  });
}

function recordDiagnostic({ location, ...diagnostic }: Diagnostic): RecordedDiagnostic {
  if (location === undefined) return diagnostic;
  const { file, pointer } = location;
  const range = locationRange(location);
  return {
    ...diagnostic,
    location: {
      path: path.resolve(file.path),
      ...(file.source !== undefined && { source: file.source }),
      ...(pointer !== undefined && { pointer }),
      ...(range !== undefined && { range }),
      ...(location.range !== undefined && { isStretch: true }),
    },
  };
}
