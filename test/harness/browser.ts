import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

/** The browser of this machine that can be run without a screen; `undefined` where there is none. */
function findBrowser(): string | undefined {
  const named = process.env["CHROMIUM"];
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...(named === undefined ? [] : [named]), ...found].find((file) => existsSync(file));
}

/** True where no browser is installed; tests in one are then skipped. */
export const browserAbsent = findBrowser() === undefined;

/** Names a suite that needs a browser, and says so where it is skipped. */
export function needingBrowser(name: string): string {
  return browserAbsent
    ? `${name} (skipped: no chromium on the path, nor where CHROMIUM says)`
    : name;
}

/**
 * Starts the browser of this machine.
 *
 * @throws Error where there is none
 */
export function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no browser is installed");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

/**
 * Collects what a page must not do: an error, a message to the console that is one, a dialog, and a
 * request to what is not below a folder.
 *
 * @param home the address of the folder
 * @returns a list that grows as the page does so
 */
export function watchPage(page: Page, home: string): readonly string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) faults.push(`request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  return faults;
}

/** The address of a folder that is opened as files, with a slash at its end. */
export function folderAddress(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

/** A folder that is served over HTTP. */
export interface ServedFolder {
  /** Its address, with a slash at its end. */
  readonly home: string;
  readonly close: () => void;
}

/**
 * Serves a folder under a Content Security Policy.
 */
export function serveFolder(folder: string, policy: string): Promise<ServedFolder> {
  const server = createServer(({ url = "" }, response) => {
    const place = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = path.join(folder, place);
    const type = mediaTypes[path.extname(file)];
    if (type === undefined || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": type, "content-security-policy": policy });
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, "localhost", () => {
      const { port } = server.address() as AddressInfo;
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ home: `http://localhost:${String(port)}/`, close });
    });
  });
}
