import { parseTree } from "jsonc-parser";
import { existsSync } from "node:fs";
import path from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import {
  type Diagnostic,
  type DiagnosticLocation,
  DiagnosticsError,
  type SourceFile,
} from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import { readText } from "./read-text.ts";
import { parseJson } from "./parse-json.ts";
import { createTextPositions } from "./text-positions.ts";

/** The names that an earlier run gave, and the file that holds them. */
export interface NamesLock {
  readonly file: SourceFile;
  /** From the keys of schemas to their names. */
  readonly names: ReadonlyMap<string, string>;
}

/** A lock of names, or what keeps a text from being one. */
export type ParsedNamesLock =
  | { readonly ok: true; readonly lock: NamesLock }
  | { readonly ok: false; readonly faults: readonly Diagnostic[] };

/** The lock's own path below the output folder. */
export const namesLockPath = "names.lock.json";

/** The version of the file's form. */
const namesLockVersion = 1;

const withoutFile = "without the file, names are given by rule alone";

/**
 * Reads the lock of names of an output folder, which holds no name where there is none.
 *
 * @throws DiagnosticsError (`names-lock-invalid`) with every fault of the file
 */
export function readNamesLock(folder: string): NamesLock {
  const file = path.join(folder, namesLockPath);
  if (!existsSync(file)) return { file: fileOf(file, ""), names: new Map() };
  const parsed = parseNamesLock(file, readLockText(file));
  if (!parsed.ok) throw new DiagnosticsError(parsed.faults);
  return parsed.lock;
}

/**
 * The text of a lock of names, its lines in the order of the members of an object.
 *
 * @param names from the keys of schemas to their names
 */
export function lockText(names: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ version: namesLockVersion, names }, null, 2)}\n`;
}

function readLockText(file: string): string {
  try {
    return readText(file);
  } catch (fault) {
    const reason = `the file cannot be read: ${faultReason(fault)}`;
    throw new DiagnosticsError([
      invalid(reason, `make it readable, or remove it: ${withoutFile}`, { file: fileOf(file, "") }),
    ]);
  }
}

/**
 * Parses the text of a lock of names.
 *
 * @param path the absolute path of its file
 */
export function parseNamesLock(path: string, text: string): ParsedNamesLock {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const help = `where a merge has left its marks, take the lines of both sides; ${withoutFile}`;
    const faults = parsed.faults.map(({ message, range }) =>
      invalid(message, help, { file: fileOf(path, text), range }),
    );
    return { ok: false, faults };
  }
  const file = { ...fileOf(path, text), rangeOf: parsed.rangeOf };
  const names = namesOf(parsed.value);
  if (names === undefined) {
    const message = `the file is no lock of names of version ${namesLockVersion}`;
    const help = `take it from version control, or remove it: ${withoutFile}`;
    return { ok: false, faults: [invalid(message, help, { file, pointer: "" })] };
  }
  const nameless = nameFaults(file, names);
  const isAsWritten = text === lockText(names);
  const faults = nameless.length > 0 || isAsWritten ? nameless : repeatedKeys(file);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, lock: { file, names: new Map(Object.entries(names) as [string, string][]) } };
}

function fileOf(path: string, text: string): SourceFile {
  return { path, text, rangeOf: () => undefined };
}

function invalid(message: string, help: string, location: DiagnosticLocation): Diagnostic {
  return diagnose("names-lock-invalid", message, { help, location });
}

function namesOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isLock =
    isJsonObject(value) &&
    value["version"] === namesLockVersion &&
    Object.keys(value).every((key) => key === "version" || key === "names");
  return isLock && isJsonObject(value["names"]) ? value["names"] : undefined;
}

function nameFaults(file: SourceFile, names: Readonly<Record<string, unknown>>): Diagnostic[] {
  return Object.entries(names)
    .filter(([, name]) => typeof name !== "string" || !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name))
    .map(([key, name]) =>
      invalid(
        `${JSON.stringify(name)} is no name`,
        "a name has letters, digits, _ and $, and begins with no digit; a schema whose line is removed gets another",
        { file, pointer: appendTokens("/names", key) },
      ),
    );
}

/** A merge can leave two lines of one schema, of which a parser of JSON sees the last alone. */
function repeatedKeys(file: SourceFile): Diagnostic[] {
  const { text } = file;
  const tree = parseTree(text.replace(/^\uFEFF/, " "));
  const names = tree?.children?.find(({ children }) => children?.[0]?.value === "names");
  const positions = createTextPositions(text);
  const seen = new Map<string, unknown>();
  return (names?.children?.[1]?.children ?? []).flatMap(({ children, offset, length }) => {
    const key = String(children?.[0]?.value);
    const name: unknown = children?.[1]?.value;
    if (!seen.has(key)) {
      seen.set(key, name);
      return [];
    }
    const both = `${JSON.stringify(seen.get(key))} and ${JSON.stringify(name)}`;
    const range = positions.rangeAt(offset, offset + length);
    return seen.get(key) === name
      ? []
      : [
          invalid(`one schema has two names: ${key} is ${both}`, "remove one of the lines", {
            file,
            range,
          }),
        ];
  });
}
