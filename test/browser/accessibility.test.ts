import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserAbsent, folderAddress, needingBrowser, startBrowser } from "../harness/browser.ts";
import { repository } from "../harness/project.ts";

const home = folderAddress(path.join(repository, "generated/docs"));

/** The script of axe-core, which the protocol of the browser may run whatever the policy of a page. */
const axeScript = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

interface Situation {
  readonly name: string;
  readonly page: string;
  readonly arrange?: (page: Page) => Promise<unknown>;
}

const situations: readonly Situation[] = [
  { name: "the page of all schemas", page: "index.html" },
  {
    name: "the page of all schemas with hits of a search",
    page: "index.html",
    arrange: async (page) => {
      await page.getByRole("combobox").fill("transfer");
      await page.locator(".hits [role=option]").first().waitFor();
    },
  },
  {
    name: "the page of all schemas with nothing found",
    page: "index.html",
    arrange: async (page) => {
      await page.getByRole("combobox").fill("nothing is called so");
      await page.locator(".hits .none").waitFor();
    },
  },
  {
    name: "the page of a search",
    page: "search.html?q=plan",
    arrange: (page) => page.locator(".results li").first().waitFor(),
  },
  {
    name: "the page of a schema",
    page: "vapi/TransferPlan.html",
    arrange: (page) => page.locator(".token").first().waitFor(),
  },
  {
    name: "the page of a schema with rows that are open",
    page: "vapi/TransferPlan.html",
    arrange: async (page) => {
      const row = page.locator('[id=".contextEngineeringPlan"]');
      await row.locator("details.inside > summary").click();
      await row.locator("details.reference > summary").first().click();
      await row.locator(".brought .row").first().waitFor();
    },
  },
  ...["TypeScript", "JSON Schema"].map((tab) => ({
    name: `the page of a schema with the tab ${tab}`,
    page: "vapi/Server.html",
    arrange: async (page: Page) => {
      await page.getByRole("tab", { name: tab }).click();
      await page.locator("[role=tabpanel]:visible .token").first().waitFor();
    },
  })),
  {
    name: "the page of a schema with a value that is valid",
    page: "vapi/CreateTwilioPhoneNumberDTO.html",
    arrange: async (page) => {
      await page.getByRole("tab", { name: "Try it" }).click();
      await page.locator(".verdict.valid").waitFor();
    },
  },
  {
    name: "the page of a schema with issues, and the row that one led to",
    page: "vapi/CreateTwilioPhoneNumberDTO.html",
    arrange: async (page) => {
      await page.getByRole("tab", { name: "Try it" }).click();
      await page.getByLabel("A JSON value to judge").fill('{ "name": 1,\n "server": 2 }');
      await page.locator(".issues button", { hasText: "/name" }).click();
      await page.locator(".row.found").waitFor();
    },
  },
];

const views = (["light", "dark"] as const).flatMap((colorScheme) =>
  [1280, 360].map((width) => ({ colorScheme, width })),
);

/** The violations that axe-core finds, each with the elements that it is about. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeScript);
  const { violations: found, passes } = await page.evaluate<axe.AxeResults>("axe.run()");
  expect(passes.length).toBeGreaterThan(10);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ""}`),
  );
}

describe.skipIf(browserAbsent)(needingBrowser("the site, as axe-core judges it"), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  async function open({ page: place, arrange }: Situation, view: (typeof views)[number]) {
    const { colorScheme, width } = view;
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(home + place);
    await arrange?.(page);
    return page;
  }

  describe.each(views)("in $colorScheme at $width px", (view) => {
    test.each(situations)("has no violation on $name", async (situation) => {
      const page = await open(situation, view);
      expect(await violations(page)).toEqual([]);
      const [scrolled, shown] = await page.evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, innerWidth]",
      );
      expect(scrolled).toBeLessThanOrEqual(shown);
      await page.context().close();
    });
  });

  test("would have one where a field has no label", async () => {
    const page = await open({ name: "", page: "index.html" }, { colorScheme: "light", width: 360 });
    await page.evaluate('document.querySelector("input").removeAttribute("aria-label")');
    await page.evaluate('document.querySelector("input").removeAttribute("placeholder")');
    expect((await violations(page)).join()).toContain("label: <input");
    await page.context().close();
  });
});
