import { createHash } from "node:crypto";
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
import { parseJson } from "./parse-json.ts";
import { remoteCopiesName, remoteLockName } from "./remote-files.ts";
import { readText } from "./read-text.ts";

/** The version of the file's form. */
export const remoteLockVersion = 1;

/** How the text of a document is written. */
export type TextFormat = "json" | "yaml";

/** A remote document as it was fetched. */
export interface LockedDocument {
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Where its copy stands below the folder of copies, with POSIX slashes. */
  readonly copy: string;
}

const mend = `take it from version control, or remove it and run schemaloom fetch`;

/**
 * Reads the lock of remote documents of a folder, by their URIs; there are none where no lock is.
 *
 * @throws DiagnosticsError (`remote-lock-invalid`) with what is wrong with the file
 */
export function readRemoteLock(directory: string): ReadonlyMap<string, LockedDocument> {
  const file = path.join(directory, remoteLockName);
  if (!existsSync(file)) return new Map();
  const written: SourceFile = { path: file, text: textOf(file), rangeOf: () => undefined };
  const parsed = parseJson(written.text);
  if (!parsed.ok) {
    throw new DiagnosticsError(
      parsed.faults.map(({ message, range }) => invalid(message, { file: written, range })),
    );
  }
  const located = { ...written, rangeOf: parsed.rangeOf };
  const documents = documentsOf(parsed.value);
  if (documents === undefined) {
    const message = `the file is no lock of remote documents of version ${remoteLockVersion}`;
    throw new DiagnosticsError([invalid(message, { file: located, pointer: "" })]);
  }
  const faults = Object.entries(documents).flatMap(([uri, document]) => {
    if (isLockedDocument(uri, document)) return [];
    const pointer = appendTokens("/documents", uri);
    return invalid("the entry is none of a remote document", { file: located, pointer });
  });
  if (faults.length > 0) throw new DiagnosticsError(faults);
  return new Map(Object.entries(documents as Readonly<Record<string, LockedDocument>>));
}

function textOf(file: string): string {
  try {
    return readText(file);
  } catch (fault) {
    const location = { file: { path: file, text: "", rangeOf: () => undefined } };
    throw new DiagnosticsError([
      invalid(`the file cannot be read: ${faultReason(fault)}`, location),
    ]);
  }
}

function invalid(message: string, location: DiagnosticLocation): Diagnostic {
  return diagnose("remote-lock-invalid", message, { help: mend, location });
}

function documentsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isJsonObject(value) || value["version"] !== remoteLockVersion) return undefined;
  return isJsonObject(value["documents"]) ? value["documents"] : undefined;
}

/** A path that a lock gives is never taken for granted: it leads to nothing but a copy. */
function isLockedDocument(uri: string, document: unknown): document is LockedDocument {
  if (!isJsonObject(document) || !URL.canParse(uri)) return false;
  const { sha256, copy } = document;
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return false;
  return (["json", "yaml"] as const).some((format) => copy === copyPath(uri, sha256, format));
}

/**
 * Where the copy of a document stands below the folder of copies: below its host, under its own name and
 * the beginning of its hash. So a copy is never changed: what was fetched anew stands beside it until the
 * lock tells of it.
 */
export function copyPath(uri: string, sha256: string, format: TextFormat): string {
  const { host, pathname } = new URL(uri);
  const [, last = ""] = /([^/]*)\/*$/.exec(pathname) ?? [];
  const stem = plainName(last.replace(/\.(?:json|ya?ml)$/i, "")).slice(0, 60) || "document";
  return `${plainName(host)}/${stem}.${sha256.slice(0, 16)}.${format}`;
}

/** The paths of copies, as {@link copyPath} makes them. */
export const copyPattern = /^[\w-][\w.-]*\/[\w-][\w.-]*\.[0-9a-f]{16}\.(?:json|yaml)$/;

/** What stands in a path on any disk: no name begins or ends with a dot, and none differ by case alone. */
function plainName(text: string): string {
  return text.toLowerCase().replaceAll(/[^\w.-]+|^\.+|\.+$/g, "_");
}

/** The absolute path of a copy. */
export function copyFile(directory: string, { copy }: LockedDocument): string {
  return path.join(directory, remoteCopiesName, copy);
}

/** The SHA-256 of a document's bytes, as the lock has it. */
export function documentHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
