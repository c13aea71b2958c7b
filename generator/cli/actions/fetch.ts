import type { Target } from "../../config/targets.ts";
import { type FetchedRemote, type FetchOptions, fetchRemote } from "../../fetch/fetch-remote.ts";
import { remoteLockName } from "../../load/remote-files.ts";
import { withProgress } from "../progress-line.ts";
import type { ReportMode } from "../report-mode.ts";
import { count } from "../summary.ts";
import { writeJson } from "../tell.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

/**
 * Runs `schemaloom fetch`: fetches what the schemas of all targets lead to, prints what changed and a
 * summary.
 *
 * @throws DiagnosticsError where something is not fetched; nothing is written then
 */
export async function runFetch(
  targets: readonly Target[],
  { update, keepOthers, ...mode }: ReportMode & Required<FetchOptions>,
  terminal: Terminal,
): Promise<ExitCode> {
  const documents = await withProgress(mode, terminal, (progressOf) => {
    const onProgress = progressOf?.(undefined);
    const runs = targets.map(({ options }) => ({ ...options, ...(onProgress && { onProgress }) }));
    return fetchRemote(runs, { update, keepOthers });
  });
  if (mode.json) writeJson({ version: 1, documents, diagnostics: [] }, terminal);
  else if (!mode.quiet) terminal.stdout.write(describeFetch(documents));
  return 0;
}

function describeFetch(documents: readonly FetchedRemote[]): string {
  const lines = documents
    .filter(({ status }) => status !== "unchanged")
    .map(({ uri, status }) => `${status.padEnd(8)} ${uri}\n`);
  return `${lines.join("")}${summarize(documents)}\n`;
}

function summarize(documents: readonly FetchedRemote[]): string {
  const kinds = (["added", "changed", "restored", "removed", "unchanged"] as const).flatMap(
    (kind) => {
      const amount = documents.filter(({ status }) => status === kind).length;
      return amount === 0 ? [] : [`${amount} ${kind}`];
    },
  );
  const locked = documents.filter(({ status }) => status !== "removed").length;
  return [`${remoteLockName}: ${count(locked, "document")} locked`, ...kinds].join(", ");
}
