import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hasCode, outputUnwritable } from "./file-fault.ts";
import { isProcessAlive } from "./process-alive.ts";

/** Who replaces an output folder, as the lock beside it tells. */
interface LockHolder {
  readonly process: number;
  readonly host: string;
  /** Tells locks of one process apart. */
  readonly identifier: string;
}

/** In milliseconds: how long another run is waited for, which takes seconds at most. */
const patience = 30_000;

/** In milliseconds: how old a lock of a machine that cannot be asked must be to be taken for left. */
const oldest = 120_000;

/**
 * Replaces an output folder while no other run does: waits for one that does so, and takes the place of
 * one that was killed.
 *
 * @param folder the output folder; it and those above it need not exist
 * @throws DiagnosticsError (`output-unwritable`) where another run does not come to its end; what
 *   `replace` throws, and the file system's error
 */
export async function whileLocked<T>(folder: string, replace: () => Promise<T>): Promise<T> {
  const lock = join(dirname(folder), `.${basename(folder)}.schemaloom-lock`);
  await mkdir(dirname(folder), { recursive: true });
  const text = await takeLock(lock, folder);
  try {
    return await replace();
  } finally {
    if ((await textOf(lock)) === text) await rm(lock, { force: true });
  }
}

async function takeLock(lock: string, folder: string): Promise<string> {
  const holder: LockHolder = {
    process: process.pid,
    host: hostname(),
    identifier: randomUUID(),
  };
  const text = JSON.stringify(holder);
  const start = performance.now();
  while (!(await placeLock(lock, text))) {
    const found = await textOf(lock);
    if (found !== undefined && (await isLeft(lock, found))) await removeLock(lock, found);
    else if (performance.now() - start > patience) throw stillHeld(lock, folder, found);
    else await setTimeout(20 + Math.random() * 30);
  }
  return text;
}

/** Puts the lock in its place with its text, unless one stands there. */
async function placeLock(lock: string, text: string): Promise<boolean> {
  try {
    await writeFile(lock, text, { flag: "wx" });
    return true;
  } catch (fault) {
    if (hasCode(fault, "EEXIST")) return false;
    throw fault;
  }
}

/** Removes a lock that was left, unless another run has put its own there meanwhile. */
async function removeLock(lock: string, text: string): Promise<void> {
  const aside = `${lock}-${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (fault) {
    if (hasCode(fault, "ENOENT")) return;
    throw fault;
  }
  if ((await textOf(aside)) !== text) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
}

async function textOf(lock: string): Promise<string | undefined> {
  try {
    return await readFile(lock, "utf8");
  } catch (fault) {
    if (hasCode(fault, "ENOENT")) return undefined;
    throw fault;
  }
}

/** Whether nobody holds a lock any longer. */
async function isLeft(lock: string, text: string): Promise<boolean> {
  const holder = holderOf(text);
  if (holder?.host === hostname() && !isProcessAlive(holder.process)) return true;
  const stats = await stat(lock).catch(() => undefined);
  if (stats === undefined) return false;
  // One without a text was left between its making and its writing.
  return Date.now() - stats.mtimeMs > (holder === undefined ? 1_000 : oldest);
}

function holderOf(text: string): LockHolder | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null;
    const { process: id, host, identifier } = value ?? {};
    return typeof id === "number" && typeof host === "string" && typeof identifier === "string"
      ? { process: id, host, identifier }
      : undefined;
  } catch {
    return undefined;
  }
}

function stillHeld(lock: string, folder: string, text = "") {
  const holder = holderOf(text);
  const who = holder === undefined ? "" : `: process ${holder.process} on ${holder.host}`;
  return outputUnwritable(
    `Another run is writing the output folder "${folder}" for more than ${patience / 1000} seconds${who}`,
    `wait for it and run again; where there is no such run, remove "${lock}"`,
  );
}
