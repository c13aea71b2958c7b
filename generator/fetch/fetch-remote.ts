import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { externalDocuments } from "../load/external-documents.ts";
import { loadInputs } from "../load/load.ts";
import { type LockedDocument, readRemoteLock } from "../load/remote-lock.ts";
import { schemaName } from "../names/schema-name.ts";
import type { GenerateOptions } from "../options.ts";
import { resolveReferences } from "../resolve/resolve.ts";
import { compareCodeUnits } from "../text/order.ts";
import { machineNetwork, type Network } from "./network.ts";
import { crawlRemote, type RemoteCrawl } from "./remote-crawl.ts";
import { writeRemote } from "./write-remote.ts";

/** How remote documents are fetched. */
export interface FetchOptions {
  /** Whether what is locked is fetched, too, and locked as it is now; not unless told. */
  readonly update?: boolean;
  /** Whether what these runs do not lead to stays locked; it does not unless told. */
  readonly keepOthers?: boolean;
}

/** What a fetch did to a remote document. */
export interface FetchedRemote {
  readonly uri: string;
  /** `added`: it was not locked before; `changed`: it was, as another; `restored`: its copy was missing. */
  readonly status: "added" | "changed" | "restored" | "unchanged" | "removed";
  /** The SHA-256 of its bytes, in hexadecimal; of what is removed, as it was locked. */
  readonly sha256: string;
}

/**
 * Fetches the remote documents of allowed origins that schemas lead to and that are not locked yet, and
 * those that they lead to in turn. Nothing else of schemaloom makes a request. Copies and lock are
 * written once all are there.
 *
 * @param runs what reads schemas; all of one lock
 * @returns what became of each document, sorted by URI
 * @throws DiagnosticsError where inputs cannot be read, or with each reference to what is not fetched;
 * nothing is written then
 */
export async function fetchRemote(
  runs: readonly GenerateOptions[],
  { update = false, keepOthers = false }: FetchOptions = {},
  network: Network = machineNetwork,
): Promise<readonly FetchedRemote[]> {
  const [first] = runs;
  if (first === undefined) return [];
  const { directory } = first.remote;
  const lock = readRemoteLock(directory);
  const crawl = crawlRemote({ directory, lock, update, network });
  const diagnostics: Diagnostic[] = [];
  for (const run of runs) diagnostics.push(...(await followReferences(run, crawl)));
  if (diagnostics.length > 0) throw new DiagnosticsError(diagnostics);
  const found = crawl.documents();
  const locked = new Map<string, LockedDocument>(keepOthers ? lock : []);
  const copies = new Map<string, Uint8Array>();
  for (const [uri, document] of found) {
    if ("bytes" in document) copies.set(document.locked.copy, document.bytes);
    locked.set(uri, "bytes" in document ? document.locked : document);
  }
  const written = writeRemote(directory, locked, copies);
  return [...new Set([...lock.keys(), ...locked.keys()])]
    .sort(compareCodeUnits)
    .map((uri) => describe(uri, lock.get(uri), locked.get(uri), written));
}

/** Fetches what the schemas of a run lead to; gives what keeps it from being whole. */
async function followReferences(
  options: GenerateOptions,
  crawl: RemoteCrawl,
): Promise<readonly Diagnostic[]> {
  const nameOf = (schema: Parameters<typeof schemaName>[0]) => schemaName(schema, options.names);
  const loading: Diagnostic[] = [];
  await options.onProgress?.({ stage: "load" });
  const inputs = await loadInputs(
    { ...options, nameOf: (document) => nameOf({ document, pointer: "" }) },
    (diagnostic) => loading.push(diagnostic),
  );
  const errors = loading.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return errors;
  const remote = crawl.finderFor(options.remote);
  let resolving: Diagnostic[];
  // What is fetched may lead to more.
  do {
    const report: Diagnostic[] = [];
    const external = externalDocuments(options, inputs.documents, remote, (diagnostic) =>
      report.push(diagnostic),
    );
    resolveReferences(inputs, { ...options, nameOf, external }, (diagnostic) =>
      report.push(diagnostic),
    );
    resolving = report;
    await options.onProgress?.({ stage: "fetch" });
  } while (await crawl.fetchMissing());
  return resolving.filter(({ code }) => code === "remote-refused" || code === "remote-failed");
}

function describe(
  uri: string,
  before: LockedDocument | undefined,
  now: LockedDocument | undefined,
  written: ReadonlySet<string>,
): FetchedRemote {
  if (now === undefined) return { uri, status: "removed", sha256: before?.sha256 ?? "" };
  const { sha256 } = now;
  if (before === undefined) return { uri, status: "added", sha256 };
  if (before.sha256 !== sha256) return { uri, status: "changed", sha256 };
  return { uri, status: written.has(now.copy) ? "restored" : "unchanged", sha256 };
}
