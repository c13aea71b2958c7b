import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { faultReason } from "../diagnostics/fault-reason.ts";
import { allowFolders } from "../load/allowed-folders.ts";
import { copyPattern, type LockedDocument, remoteLockVersion } from "../load/remote-lock.ts";
import { remoteCopiesName, remoteLockName } from "../load/remote-files.ts";
import { compareCodeUnits } from "../text/order.ts";

/** What keeps version control from changing the ends of lines, which the hash counts. */
const attributes = "* -text\n";

/**
 * Writes copies of remote documents and then the lock that tells of them, and takes away the copies that
 * it no longer tells of. Where that ends in the middle, the old lock and its copies are still there.
 *
 * @param copies those that are new, by their paths below the folder of copies
 * @returns the copies that did not stand there
 * @throws DiagnosticsError (`output-unwritable`) where they cannot be written
 */
export function writeRemote(
  directory: string,
  documents: ReadonlyMap<string, LockedDocument>,
  copies: ReadonlyMap<string, Uint8Array>,
): ReadonlySet<string> {
  const folder = path.join(directory, remoteCopiesName);
  const lock = path.join(directory, remoteLockName);
  try {
    const admit = allowFolders([directory]);
    const writeCopy = (copy: string, bytes: Uint8Array) => {
      const file = path.join(folder, copy);
      for (const holder of [folder, path.dirname(file)]) {
        mkdirSync(holder, { recursive: true });
        if (admit(holder).kind === "outside") throw new Error(`${holder} is a link to elsewhere`);
      }
      return writeChanged(file, bytes);
    };
    const written = [...copies].filter(([copy, bytes]) => writeCopy(copy, bytes));
    if (documents.size > 0) {
      writeCopy(".gitattributes", Buffer.from(attributes));
      writeChanged(lock, Buffer.from(serializeRemoteLock(documents)));
    } else {
      rmSync(lock, { force: true });
    }
    removeOthers(folder, new Set([...documents.values()].map(({ copy }) => copy)));
    return new Set(written.map(([copy]) => copy));
  } catch (fault) {
    throw new DiagnosticsError([
      diagnose("output-unwritable", `${directory} cannot be written: ${faultReason(fault)}`, {
        help: `${remoteLockName} and ${remoteCopiesName} stand there, beside the config; run schemaloom fetch again once they can be written`,
      }),
    ]);
  }
}

/**
 * Writes a lock as the text of its file: in the order of the URIs.
 */
function serializeRemoteLock(documents: ReadonlyMap<string, LockedDocument>): string {
  const sorted = [...documents].sort(([a], [b]) => compareCodeUnits(a, b));
  const entries = sorted.map(([uri, { sha256, copy }]) => [uri, { sha256, copy }] as const);
  const lock = { version: remoteLockVersion, documents: Object.fromEntries(entries) };
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** Puts a file in its place whole; `false` where it stands there already. */
function writeChanged(file: string, bytes: Uint8Array): boolean {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  // One name for all runs, so that none is left for good.
  const staged = path.join(path.dirname(file), `.${path.basename(file)}.new`);
  writeFileSync(staged, bytes);
  renameSync(staged, file);
  return true;
}

/** Removes what are copies by their names, and folders that are empty then. */
function removeOthers(folder: string, kept: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const host of readdirSync(folder, { withFileTypes: true })) {
    if (!host.isDirectory()) continue;
    const files = readdirSync(path.join(folder, host.name));
    const idle = files.filter((file) => {
      const copy = `${host.name}/${file}`;
      const staged = `${host.name}/${file.replace(/^\.(.*)\.new$/, "$1")}`;
      return copyPattern.test(staged) && !kept.has(copy);
    });
    for (const file of idle) rmSync(path.join(folder, host.name, file));
    if (idle.length === files.length) rmSync(path.join(folder, host.name), { recursive: true });
  }
  const left = readdirSync(folder);
  if (kept.size === 0 && left.every((name) => name === ".gitattributes")) {
    rmSync(folder, { recursive: true });
  }
}
