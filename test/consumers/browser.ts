import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
};

/** The browser of this machine that can be run without a screen; `undefined` where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env["CHROMIUM"];
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...found].find((file) => existsSync(file));
}

/**
 * Opens a page of a folder under a Content Security Policy, and gives its document once it is loaded.
 */
export async function openPage(
  browser: string,
  folder: string,
  page: string,
  policy: string,
): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const file = path.join(folder, new URL(url, "http://localhost").pathname);
    const type = mediaTypes[path.extname(file)];
    if (type === undefined || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": type, "content-security-policy": policy });
    response.end(readFileSync(file));
  });
  const port = await listen(server);
  try {
    const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000"];
    const address = `http://localhost:${String(port)}/${page}`;
    const { stdout } = await run(browser, [...flags, "--dump-dom", address], { timeout: 60_000 });
    return stdout;
  } finally {
    server.close();
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "localhost", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}
