import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  browserAbsent,
  folderAddress,
  needingBrowser,
  startBrowser,
  watchPage,
} from "../harness/browser.ts";
import { makeOutput, optionsFor, testData, writeProject } from "../harness/project.ts";
import { dataAbsent, needingData, readVapiJson } from "../vapi/payloads.ts";

/** Bytes that a page may load before somebody searches. */
const mostBytes = 300_000;

/** The script that puts a text into the field of the search, and tells when its first hit is laid out. */
const timing = `(text) => new Promise((resolve) => {
  const field = document.querySelector(".search input");
  const list = document.querySelector(".hits");
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const first = list.querySelector(".hit-name")?.textContent ?? "";
    const height = list.getBoundingClientRect().height;
    resolve({ text, first, height, took: performance.now() - begin });
  });
  observer.observe(list, { childList: true });
  field.value = text;
  const begin = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
})`;

interface Timed {
  readonly text: string;
  readonly first: string;
  readonly height: number;
  readonly took: number;
}

describe.skipIf(browserAbsent || dataAbsent)(
  needingBrowser(needingData("the site of the whole Vapi specification")),
  () => {
    let folder: string;
    let browser: Browser;
    let names: readonly string[];

    beforeAll(async () => {
      const { components } = readVapiJson("openapi.json") as {
        readonly components: { readonly schemas: object };
      };
      names = Object.keys(components.schemas);
      const inputs = [path.join(testData, "vapi/openapi.json")];
      const project = writeProject({});
      await makeOutput(project, optionsFor(project, { inputs }));
      folder = path.join(project, "generated/docs");
      browser = await startBrowser();
    }, 300_000);
    afterAll(() => browser.close());

    async function open(file: string): Promise<{ page: Page; loaded: ReadonlySet<string> }> {
      const page = await browser.newPage();
      const faults = watchPage(page, folderAddress(folder));
      const loaded = new Set<string>();
      page.on("request", (request) =>
        loaded.add(fileURLToPath(request.url().replace(/[?#].*/, ""))),
      );
      await page.goto(folderAddress(folder) + file, { waitUntil: "networkidle" });
      expect(faults).toEqual([]);
      return { page, loaded };
    }

    test("can be used within a second of opening its first page", async () => {
      const times: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const page = await browser.newPage();
        const begin = performance.now();
        await page.goto(`${folderAddress(folder)}index.html`, { waitUntil: "commit" });
        await page.getByRole("combobox").click();
        await page.locator(".tree a").last().waitFor();
        times.push(performance.now() - begin);
        await page.close();
      }
      console.log(`the first page can be used after ${times.map(Math.round).join(", ")} ms`);
      expect(Math.min(...times)).toBeLessThan(1000);
    });

    test("loads at most 300 KB for a page before somebody searches", async () => {
      const largest = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".html"))
        .sort((a, b) => sizeOf(b) - sizeOf(a))
        .slice(0, 5);
      for (const file of new Set(["index.html", "search.html", ...largest])) {
        const { page, loaded } = await open(file);
        const bytes = [...loaded].reduce((sum, each) => sum + statSync(each).size, 0);
        console.log(`${file}: ${String(bytes)} bytes in ${String(loaded.size)} files`);
        expect([file, bytes <= mostBytes]).toEqual([file, true]);
        await page.close();
      }
    });

    test("finds within 50 ms, and what is called exactly so first", async () => {
      const { page } = await open("index.html");
      await page.getByRole("combobox").fill("assistant");
      await page.locator(".hits [role=option]").first().waitFor();
      const searchFor = async (texts: readonly string[]) => {
        const timed: Timed[] = [];
        for (const text of texts) {
          timed.push(await page.evaluate<Timed>(`(${timing})(${JSON.stringify(text)})`));
        }
        return timed;
      };
      const others = await searchFor(queries);
      expect(names).toHaveLength(981);
      const named = await searchFor(names);
      expect(named.filter(({ text, first }) => first !== text)).toEqual([]);
      console.log(`${wordsOf(others)} (queries); ${wordsOf(named)} (names)`);
      expect(others.filter(({ height, took }) => height === 0 || took >= 50)).toEqual([]);
      await page.close();
    });

    function sizeOf(file: string): number {
      return statSync(path.join(folder, file)).size;
    }
  },
);

function wordsOf(timed: readonly Timed[]): string {
  const times = timed.map(({ took }) => took).sort((a, b) => a - b);
  const [middle = NaN, longest = NaN] = [times[Math.floor(times.length / 2)], times.at(-1)];
  return `${String(times.length)} searches: median ${middle.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`;
}

/** What people write: beginnings, words of names, properties, values, words of descriptions, and mistakes. */
const queries = [
  "a",
  "as",
  "assistant",
  "call",
  "Call",
  "create",
  "create phone",
  "twilio",
  "openai model",
  "transcriber",
  "voice id",
  "server message",
  "end of call report",
  "url",
  "temperature",
  "maxTokens",
  "firstMessage",
  "metadata",
  "gpt-4o",
  "warm-transfer-say-summary",
  "en-US",
  "deepgram",
  "the number of seconds",
  "this is",
  "squad",
  "workflow node",
  "tool call",
  "knowlege",
  "zzzz",
  "É",
];
