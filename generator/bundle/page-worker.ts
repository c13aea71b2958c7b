import { existsSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import type { servePages } from "../docs/parallel/serve-pages.ts";
import { bundlePath } from "./bundle-path.ts";

/** What a thread that makes pages runs: {@link servePages}, of the bundle where there is one. */
const { cwd } = workerData as { readonly cwd: string };
if (parentPort !== null) (await loadServer())(parentPort);

async function loadServer(): Promise<typeof servePages> {
  if (!existsSync(bundlePath)) return (await import("../docs/parallel/serve-pages.ts")).servePages;
  const { default: findCacheDirectory } = await import("find-cache-dir");
  const { runCompiledScript } = await import("./compiled-script.ts");
  const { exports } = runCompiledScript(
    bundlePath,
    findCacheDirectory({ name: "schemaloom", cwd }),
  );
  return (exports as { readonly servePages: typeof servePages }).servePages;
}
