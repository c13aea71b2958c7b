import type { ErrorPayload, ViteDevServer } from "vite";
import type { WatchedRound, Watching } from "../runs/watch-targets.ts";
import { buildError, bundlerMessages } from "./diagnostic-text.ts";
import { type PluginOptions, pluginTargets } from "./plugin-options.ts";

/**
 * Keeps the output up to date while Vite's server runs. Errors are told in its log and in the browser,
 * and taken back once they are mended; the output stays as it was meanwhile.
 *
 * @returns once the output is there; what it returns ends the watch
 */
export async function watchForServer(
  options: PluginOptions,
  server: ViteDevServer,
): Promise<Watching> {
  const { watchTargets } = await import("../runs/watch-targets.ts");
  const { logger } = server.config;
  let shown: ErrorPayload | undefined;
  // Of what happened before a page was opened, it is told then.
  server.ws.on("connection", () => {
    if (shown !== undefined) server.ws.send(shown);
  });
  const tell = ({ untold, runs, isFirst }: WatchedRound): Promise<void> => {
    const errors = untold.filter(({ severity }) => severity === "error");
    const warnings = untold.filter(({ severity }) => severity === "warning");
    for (const { text } of bundlerMessages(warnings)) logger.warn(text, { timestamp: true });
    for (const { text } of bundlerMessages(errors)) logger.error(text, { timestamp: true });
    const isMended = shown !== undefined && errors.length === 0;
    shown = errors.length === 0 ? undefined : overlay(buildError(errors));
    if (shown !== undefined) server.ws.send(shown);
    if (isMended) server.ws.send({ type: "full-reload" });
    const written = runs.flatMap(({ result }) => {
      const { created = [], changed = [], removed = [] } = result?.summary ?? {};
      return [...created, ...changed, ...removed];
    });
    if (!isFirst && written.length > 0) {
      const files = `${String(written.length)} ${written.length === 1 ? "file" : "files"}`;
      logger.info(`schemaloom: ${files} generated`, { timestamp: true });
    }
    return Promise.resolve();
  };
  const watching = await watchTargets(await pluginTargets(options), tell);
  watching.ended.catch((fault: unknown) => {
    logger.error(`schemaloom: ${String(fault)}`, { timestamp: true });
  });
  return watching;
}

function overlay({ message, id, loc }: ReturnType<typeof buildError>): ErrorPayload {
  const plugin = "schemaloom";
  return {
    type: "error",
    err: { plugin, message: message.trim(), stack: "", ...(id && { id }), ...(loc && { loc }) },
  };
}
