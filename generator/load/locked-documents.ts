import { readFileSync } from "node:fs";
import path from "node:path";
import { faultReason } from "../diagnostics/fault-reason.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Document } from "./document.ts";
import type { Absence, DocumentFinder } from "./document-finder.ts";
import { externalSource } from "./external-source.ts";
import { parseDocument } from "./parse-document.ts";
import { copyFile, documentHash, type LockedDocument, readRemoteLock } from "./remote-lock.ts";
import { remoteCopiesName } from "./remote-files.ts";
import { allowedOrigin, allowsOrigins, type RemoteOptions } from "./remote-origins.ts";

/** The copy of a remote document, or why there is none that can be used. */
export type ReadCopy =
  | { readonly ok: true; readonly file: string; readonly text: string }
  | { readonly ok: false; readonly absence: Absence };

/**
 * Makes the finder of remote documents: those of allowed origins, each as its locked copy has it. Nothing
 * is fetched.
 *
 * @throws DiagnosticsError (`remote-lock-invalid`) where the lock cannot be used
 */
export function lockedDocuments(remote: RemoteOptions, report: Report): DocumentFinder {
  if (!allowsOrigins(remote)) return { find: () => undefined, absence: () => undefined };
  const lock = readRemoteLock(remote.directory);
  const known = new Map<string, Document | Absence | undefined>();
  const look = (uri: string): Document | Absence | undefined => {
    if (allowedOrigin(remote, uri) === undefined) return undefined;
    if (known.has(uri)) return known.get(uri);
    const locked = lock.get(uri);
    const copy = locked === undefined ? undefined : readCopy(remote, locked);
    const found =
      copy === undefined
        ? notLocked(uri)
        : copy.ok
          ? remoteDocument(uri, copy, report)
          : copy.absence;
    known.set(uri, found);
    return found;
  };
  return {
    find: (uri) => {
      const found = look(uri);
      return found !== undefined && "target" in found ? undefined : found;
    },
    absence: (uri) => {
      const found = look(uri);
      return found !== undefined && "target" in found ? found : undefined;
    },
  };
}

/**
 * Reads the copy of a remote document, and holds it against its hash.
 */
export function readCopy(
  { directory }: Pick<RemoteOptions, "directory">,
  locked: LockedDocument,
): ReadCopy {
  const file = copyFile(directory, locked);
  const shown = `${remoteCopiesName}/${locked.copy}`;
  let bytes: Uint8Array;
  let text: string;
  try {
    bytes = readFileSync(file);
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (fault) {
    const target = `a document whose copy ${shown} cannot be read: ${faultReason(fault)}`;
    const mend = "take it from version control, or fetch it again by schemaloom fetch";
    return { ok: false, absence: { code: "remote-copy-invalid", target, mend } };
  }
  if (documentHash(bytes) !== locked.sha256) {
    const target = `a document whose copy ${shown} is not what is locked`;
    const mend =
      "take copy and lock from version control; schemaloom fetch makes the copy what is locked, with --update both what the server has";
    return { ok: false, absence: { code: "remote-copy-invalid", target, mend } };
  }
  return { ok: true, file, text };
}

/**
 * Makes a document of a remote one's text, which stands below its host among the inputs.
 */
export function remoteDocument(
  uri: string,
  { file, text }: { readonly file: string; readonly text: string },
  report: Report,
): Document | undefined {
  return parseDocument({ path: file, source: remoteSource(uri, file), text, uri }, report);
}

/** A query tells documents apart that have one path. */
function remoteSource(uri: string, file: string): string {
  const { origin, pathname, search } = new URL(uri);
  const query = search.replaceAll(/[^\w.-]+/g, "_");
  return externalSource(origin + pathname + query, path.basename(file));
}

function notLocked(uri: string): Absence {
  const { username, password } = new URL(uri);
  if (username !== "" || password !== "") return credentialsRefused();
  return {
    code: "remote-not-locked",
    target: "a document that has not been fetched yet",
    mend: "schemaloom fetch fetches it once, and keeps a copy that is locked by its hash",
  };
}

/** Why a URL with a user name or a password is not fetched. */
export function credentialsRefused(): Absence {
  return {
    code: "remote-refused",
    target: "a URL with credentials in it, which would be kept beside the copy",
    mend: "leave them out, or keep the document in a folder that `map` gives",
  };
}
