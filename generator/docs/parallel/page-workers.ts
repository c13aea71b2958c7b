import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { NodeId } from "../../dialects/canonical-keywords.ts";
import { packageFile } from "../../package-file.ts";
import type { PageMaterial } from "../pages.ts";
import { beginMessage, type WorkerAnswer, type WorkerRequest } from "./messages.ts";
import { type MadeShare, readyShares } from "./shares.ts";

/** Threads that make pages beside this one, as the types of modules become known. */
export interface PageWorkers {
  /** Hands over the texts of types, by their declarations. */
  readonly addTypes: (types: ReadonlyMap<NodeId, string>) => void;
  /** Gives the shares that they have made, once they find none to make or have failed. */
  readonly finish: () => Promise<readonly MadeShare[]>;
  readonly end: () => Promise<void>;
}

/** How many modules without pages pay for a thread: to start one takes as long as to make some hundred. */
const fewestModules = 200;

/** More threads would wait for the one that puts the pages together. */
const mostWorkers = 3;

/**
 * Starts threads that make pages, as many as processors would be idle. There are none where there is
 * little to make, or where the generator is run from its sources, which threads cannot load.
 *
 * @param claims tells which shares are taken
 * @param surroundings a folder of templates that replace our own, and the folder that the run was
 *   started in
 */
export function startPageWorkers(
  material: PageMaterial,
  claims: Int32Array,
  { templates, cwd }: { readonly templates: string | undefined; readonly cwd: string },
): PageWorkers {
  const script = packageFile("dist/bundle/page-worker.js");
  const isBuilt = !import.meta.url.endsWith(".ts") && existsSync(script);
  const isMuch = material.wanted.length >= fewestModules;
  const count = isBuilt && isMuch ? Math.min(availableParallelism() - 1, mostWorkers) : 0;
  const workers = Array.from({ length: count }, () => openWorker(script, cwd) ?? []).flat();
  const made: MadeShare[] = [];
  const finished = workers.map((worker) => collectShares(worker, made));
  const tell = (request: WorkerRequest) => {
    for (const worker of workers) worker.postMessage(request);
  };
  if (workers.length > 0) tell(beginMessage(material, templates, claims));
  const known = new Map<NodeId, string>();
  return {
    addTypes: (types) => {
      for (const [node, text] of types) known.set(node, text);
      tell({ kind: "types", types, ready: readyShares(material, known) });
    },
    finish: async () => {
      tell({ kind: "finish" });
      await Promise.all(finished);
      return made;
    },
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Starts a thread; `undefined` where the process may start none, as Node's permissions can have it. */
function openWorker(script: string, cwd: string): Worker | undefined {
  try {
    return new Worker(script, { workerData: { cwd } });
  } catch {
    return undefined;
  }
}

/** Collects what a thread makes until it has finished; one that fails leaves the rest to others. */
function collectShares(worker: Worker, made: MadeShare[]): Promise<void> {
  return new Promise((resolve) => {
    worker.on("message", (answer: WorkerAnswer) => {
      if (answer.kind === "made") made.push(answer.share);
      else resolve();
    });
    worker.on("error", () => {
      resolve();
    });
    worker.on("exit", () => {
      resolve();
    });
  });
}
