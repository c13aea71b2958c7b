import type { Document } from "../load/document.ts";
import type { Absence, DocumentFinder } from "../load/document-finder.ts";
import { credentialsRefused, readCopy, remoteDocument } from "../load/locked-documents.ts";
import type { LockedDocument } from "../load/remote-lock.ts";
import { allowedOrigin, type OriginKind, type RemoteOptions } from "../load/remote-origins.ts";
import { FetchFault, absenceOf, refused } from "./fetch-fault.ts";
import type { FetchLimits } from "./limits.ts";
import type { Network } from "./network.ts";
import { type FetchedDocument, receivedDocument } from "./received-document.ts";
import { getDocument } from "./request.ts";

/** What is known of the remote documents that schemas lead to, which grows as they are fetched. */
export interface RemoteCrawl {
  /** Finds what is there already, and remembers what is not. */
  readonly finderFor: (remote: RemoteOptions) => DocumentFinder;
  /** Fetches what was looked for and not found; `false` where there was nothing of it. */
  readonly fetchMissing: () => Promise<boolean>;
  /** What schemas lead to: as the lock has it already, or as it was fetched. */
  readonly documents: () => ReadonlyMap<string, LockedDocument | FetchedDocument>;
}

/** What a crawl begins with. */
export interface CrawlStart {
  readonly directory: string;
  readonly lock: ReadonlyMap<string, LockedDocument>;
  /** Whether what is locked is fetched, too, and may have changed. */
  readonly update: boolean;
  readonly network: Network;
}

type Known =
  | { readonly kind: "locked"; readonly locked: LockedDocument; readonly document: Document }
  | { readonly kind: "fetched"; readonly fetched: FetchedDocument }
  | { readonly kind: "absent"; readonly absence: Absence };

/**
 * Begins a crawl of the remote documents that schemas lead to.
 */
export function crawlRemote({ directory, lock, update, network }: CrawlStart): RemoteCrawl {
  const known = new Map<string, Known>();
  const missing = new Map<string, OriginKind>();
  let requests = 0;
  let size = 0;

  const look = (uri: string, kind: OriginKind): Known | undefined => {
    const found = known.get(uri) ?? (update ? undefined : readLocked(uri, directory, lock));
    if (found === undefined) missing.set(uri, kind);
    else known.set(uri, found);
    return found;
  };

  const fetchOne = async (uri: string, kind: OriginKind): Promise<Known> => {
    const url = new URL(uri);
    if (url.username !== "" || url.password !== "") {
      return { kind: "absent", absence: credentialsRefused() };
    }
    try {
      requests += 1;
      if (requests > network.limits.documents || size > network.limits.total) {
        throw tooMany(network.limits);
      }
      const received = await getDocument(url, kind, network);
      size += received.bytes.length;
      const fetched = receivedDocument(uri, received, directory);
      const locked = lock.get(uri);
      if (!update && locked !== undefined && locked.sha256 !== fetched.locked.sha256) {
        throw changed();
      }
      return { kind: "fetched", fetched };
    } catch (fault) {
      if (!(fault instanceof FetchFault)) throw fault;
      return { kind: "absent", absence: absenceOf(fault) };
    }
  };

  return {
    finderFor: (remote) => {
      const lookAllowed = (uri: string): Known | undefined => {
        const kind = allowedOrigin(remote, uri);
        return kind === undefined ? undefined : look(uri, kind);
      };
      return {
        find: (uri) => {
          const found = lookAllowed(uri);
          if (found === undefined || found.kind === "absent") return undefined;
          return found.kind === "locked" ? found.document : found.fetched.document;
        },
        absence: (uri) => {
          const found = lookAllowed(uri);
          return found?.kind === "absent" ? found.absence : undefined;
        },
      };
    },
    fetchMissing: async () => {
      const waiting = [...missing].values();
      const isAny = missing.size > 0;
      missing.clear();
      // All take from one queue.
      const fetchInTurn = async () => {
        for (const [uri, kind] of waiting) known.set(uri, await fetchOne(uri, kind));
      };
      await Promise.all(Array.from({ length: network.limits.parallel }, fetchInTurn));
      return isAny;
    },
    documents: () =>
      new Map(
        [...known].flatMap(([uri, found]) => {
          if (found.kind === "absent") return [];
          return [[uri, found.kind === "locked" ? found.locked : found.fetched] as const];
        }),
      ),
  };
}

/** A document as its lock and its copy have it; `undefined` where they do not. */
function readLocked(
  uri: string,
  directory: string,
  lock: ReadonlyMap<string, LockedDocument>,
): Known | undefined {
  const locked = lock.get(uri);
  const copy = locked === undefined ? undefined : readCopy({ directory }, locked);
  if (locked === undefined || copy?.ok !== true) return undefined;
  const document = remoteDocument(uri, copy, () => undefined);
  return document === undefined ? undefined : { kind: "locked", locked, document };
}

function changed(): FetchFault {
  return refused(
    "that is locked with another content than the server gives now",
    "take the copy from version control, or lock what the server has now by schemaloom fetch --update",
  );
}

function tooMany({ documents, total }: FetchLimits): FetchFault {
  return refused(
    `that is beyond what one run fetches: ${documents} documents of ${total / 1_000_000} MB in all`,
    "refer to documents that lead to fewer others",
  );
}
