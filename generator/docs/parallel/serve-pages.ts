import type { MessagePort } from "node:worker_threads";
import type { NodeId } from "../../dialects/canonical-keywords.ts";
import { loadTemplates } from "../../render/templates.ts";
import { openPages } from "../pages.ts";
import {
  type BeginRequest,
  restoreDocuments,
  type WorkerAnswer,
  type WorkerRequest,
} from "./messages.ts";
import { type MadeShare, makeShares } from "./shares.ts";

/**
 * Makes pages for another thread, as long as there are shares that nobody makes. What fails ends the
 * thread that it fails in.
 */
export function servePages(port: MessagePort): void {
  const types = new Map<NodeId, string>();
  const answer = (message: WorkerAnswer) => {
    port.postMessage(message);
  };
  let open: ((ready: number) => Iterable<MadeShare>) | undefined;
  const hear = async (request: WorkerRequest) => {
    switch (request.kind) {
      case "begin":
        open = await openShares(request, types);
        break;
      case "types":
        for (const [node, text] of request.types) types.set(node, text);
        for (const share of open?.(request.ready) ?? []) answer({ kind: "made", share });
        break;
      case "finish":
        answer({ kind: "finished" });
    }
  };
  // One after the other, though the first takes its time.
  let heard = Promise.resolve();
  port.on("message", (request: WorkerRequest) => {
    heard = heard.then(() => hear(request));
  });
}

async function openShares(
  { material, documents, templates, claims }: BeginRequest,
  types: ReadonlyMap<NodeId, string>,
) {
  restoreDocuments(documents);
  const makePages = await openPages(material, { types, scripts: [] }, loadTemplates(templates));
  return (ready: number) => makeShares(material, claims, ready, makePages);
}
