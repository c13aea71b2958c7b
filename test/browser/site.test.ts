import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  browserAbsent,
  folderAddress,
  needingBrowser,
  serveFolder,
  startBrowser,
  watchPage,
} from "../harness/browser.ts";
import { makeProject, repository } from "../harness/project.ts";

const examples = path.join(repository, "generated/docs");

const dto = "vapi/CreateTwilioPhoneNumberDTO.html";

const valid = {
  provider: "twilio",
  number: "+14155551234",
  twilioAccountSid: "AC0123456789",
};

/** Values that the guard refuses, the issue that is first, its line of the text, and the row it leads to. */
const invalid = [
  {
    name: "a value that is too long",
    value: { ...valid, name: "x".repeat(41) },
    issue: "Line 5, /name",
    line: `  "name": "${"x".repeat(41)}"`,
    row: "name",
  },
  {
    name: "a value of another type",
    value: { provider: "twilio", number: 14155551234, twilioAccountSid: "AC0123456789" },
    issue: "Line 3, /number",
    line: '  "number": 14155551234,',
    row: "number",
  },
  {
    name: "a property of an object inside",
    value: { ...valid, server: { timeoutSeconds: 0 } },
    issue: "Line 6, /server/timeoutSeconds",
    line: '    "timeoutSeconds": 0',
    row: "timeoutSeconds",
  },
  {
    name: "a value without a property that is required",
    value: { provider: "twilio", number: "+14155551234" },
    issue: 'Line 1 must have the property "twilioAccountSid"',
    line: "{",
    row: "twilioAccountSid",
  },
];

/** The script that gives what is selected of the value to try. */
const selectedText = `(() => {
  const field = document.querySelector("textarea");
  return field.value.slice(field.selectionStart, field.selectionEnd);
})()`;

let browser: Browser;
let page: Page;
let faults: readonly string[];

async function openPageOf(home: string): Promise<void> {
  page = await (await browser.newContext({ colorScheme: "light" })).newPage();
  faults = watchPage(page, home);
}

async function search(text: string): Promise<void> {
  await page.getByRole("combobox").fill(text);
  await page.locator(".hits [role=option]").first().waitFor();
}

function hitNames(): Promise<string[]> {
  return page.locator(".hits .hit-name").allTextContents();
}

async function tryValue(value: unknown): Promise<void> {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  await page.getByLabel("A JSON value to judge").fill(text);
}

/** Finds a schema, opens it, and tries what its guard accepts and refuses. */
async function walk(home: string): Promise<void> {
  await page.goto(`${home}index.html`);
  await search("createtwilio");
  expect((await hitNames())[0]).toBe("CreateTwilioPhoneNumberDTO");
  await page.keyboard.press("Enter");
  await page.waitForURL(home + dto);
  await page.getByRole("tab", { name: "TypeScript" }).click();
  await expect.poll(() => page.locator(".token.keyword").count()).toBeGreaterThan(0);
  await page.getByRole("tab", { name: "Try it" }).click();
  await tryValue(valid);
  await expect.poll(() => page.locator(".verdict").textContent()).toMatch(/^Valid, judged in/);
  for (const { value, issue, row } of invalid) {
    await tryValue(value);
    const first = page.locator(".issues button").first();
    await expect.poll(() => first.textContent()).toContain(issue);
    await first.click();
    await expect.poll(() => page.locator(".row.found").getAttribute("data-path")).toBe(row);
  }
  const reference = page.locator('[id=".server"] details.reference');
  await expect.poll(() => reference.locator(".row").count()).toBe(7);
}

describe.skipIf(browserAbsent)(needingBrowser("the site of the examples, opened as files"), () => {
  const home = folderAddress(examples);
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(() => openPageOf(home));
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test("is walked through from the search to a value that is judged", () => walk(home));

  test("finds what is called exactly so before what begins so", async () => {
    await page.goto(`${home}index.html`);
    for (const name of ["Server", "server", "TransferPlan", "BackoffPlan"]) {
      await search(name);
      expect((await hitNames())[0]?.toLowerCase()).toBe(name.toLowerCase());
    }
  });

  test("finds properties, values and words of descriptions", async () => {
    await page.goto(`${home}index.html`);
    const first = page.locator(".hits [role=option]").first();
    await search("transferCompleteAudioUrl");
    expect(await first.textContent()).toMatch(/^transferCompleteAudioUrlin TransferPlan/);
    await search("warm-transfer-twiml");
    expect(await first.textContent()).toContain("value warm-transfer-twiml in TransferPlan");
    await search("inclusive nonsense of no schema");
    expect(await first.textContent()).toBe("Nothing found");
    await search("reaction to a call that has begun");
    expect(await first.textContent()).toContain("PhoneNumberHookCallRinging");
  });

  test("goes to the hit that arrow keys have chosen", async () => {
    await page.goto(`${home}index.html`);
    await page.keyboard.press("/");
    await page.keyboard.type("transfer");
    await expect.poll(async () => (await hitNames()).length).toBeGreaterThan(3);
    const names = await hitNames();
    const chosen = page.locator(".hits [aria-selected=true] .hit-name");
    expect(await chosen.textContent()).toBe(names[0]);
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
    expect(await chosen.textContent()).toBe(names[1]);
    const active = await page.getByRole("combobox").getAttribute("aria-activedescendant");
    expect(await page.locator(`#${String(active)} .hit-name`).textContent()).toBe(names[1]);
    await page.keyboard.press("Enter");
    await page.locator("h1", { hasText: names[1] ?? "" }).waitFor();
  });

  test("closes the hits with Escape, and by a click elsewhere", async () => {
    await page.goto(`${home}index.html`);
    const list = page.locator(".hits");
    await search("plan");
    await page.keyboard.press("Escape");
    expect(await list.isVisible()).toBe(false);
    await search("plans");
    await page.mouse.click(1200, 700);
    expect(await list.isVisible()).toBe(false);
  });

  test("lists all hits on the page of the search, which a link can name", async () => {
    await page.goto(`${home}search.html?q=transfer`);
    const names = page.locator(".results .hit-name");
    await expect.poll(() => names.count()).toBeGreaterThan(12);
    expect(await page.locator("#found").textContent()).toMatch(/^\d+ hits for “transfer”$/);
    expect(await page.getByRole("combobox").inputValue()).toBe("transfer");
    const name = await names.first().textContent();
    await names.first().click();
    await page.locator("h1", { hasText: name ?? "" }).waitFor();
  });

  test("expands a row in place with the properties of another schema", async () => {
    await page.goto(`${home}vapi/TransferPlan.html`);
    const row = page.locator('[id=".contextEngineeringPlan"]');
    await row.locator("details.inside > summary").click();
    await row.locator("details.reference > summary").first().click();
    const brought = row.locator(".brought .row");
    await expect.poll(() => brought.count()).toBe(2);
    expect(await brought.first().isVisible()).toBe(true);
    const targets = await page.evaluate('[...document.querySelectorAll(".brought a")].map(String)');
    expect(targets).toContain(`${home}vapi/ContextEngineeringPlanLastNMessages.html#.maxMessages`);
    expect(await page.locator('[id=".maxMessages"]').count()).toBe(0);
  });

  test("shows one tab at a time, by clicks and by arrow keys", async () => {
    await page.goto(`${home}vapi/Server.html`);
    const tabs = page.getByRole("tab");
    expect(await tabs.allTextContents()).toEqual([
      "Example",
      "TypeScript",
      "JSON Schema",
      "Try it",
    ]);
    const shown = () => page.locator("[role=tabpanel]:visible").getAttribute("data-tab");
    expect(await shown()).toBe("Example");
    await tabs.nth(1).click();
    expect(await shown()).toBe("TypeScript");
    await page.keyboard.press("ArrowRight");
    expect(await shown()).toBe("JSON Schema");
    expect(await tabs.nth(2).getAttribute("aria-selected")).toBe("true");
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
    expect(await shown()).toBe("Try it");
    expect(await page.locator("[role=tab][tabindex='0']").allTextContents()).toEqual(["Try it"]);
    await page.keyboard.press("Home");
    expect(await shown()).toBe("Example");
    await page.keyboard.press("End");
    expect(await shown()).toBe("Try it");
  });

  test("turns dark and light by the button, and keeps that on the next page", async () => {
    await page.goto(`${home}index.html`);
    const button = page.getByRole("button", { name: "Dark theme" });
    const colour = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await colour();
    expect(await button.getAttribute("aria-pressed")).toBe("false");
    await button.click();
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    const dark = await colour();
    expect(dark).not.toBe(light);
    await page.getByRole("link", { name: "BackoffPlan" }).first().click();
    await page.locator("h1", { hasText: "BackoffPlan" }).waitFor();
    expect(await colour()).toBe(dark);
    await button.click();
    expect(await colour()).toBe(light);
  });

  test("judges a valid value, and leads from each issue to its line and its row", async () => {
    await page.goto(home + dto);
    await page.getByRole("tab", { name: "Try it" }).click();
    const verdict = page.locator(".verdict");
    await expect.poll(() => verdict.textContent()).toMatch(/^Valid/);
    for (const { value, issue, line, row } of invalid) {
      await tryValue(value);
      await expect.poll(() => verdict.textContent()).toMatch(/^1 issue, judged in .*\d ms$/);
      const found = page.locator(".issues button");
      expect(await found.textContent()).toContain(issue);
      const number = /\d+/.exec(issue)?.[0] ?? "";
      expect(await page.locator(".numbers .faulty").allTextContents()).toEqual([number]);
      await found.click();
      expect(await page.evaluate(selectedText)).toBe(line);
      const place = page.locator(".row.found");
      await expect.poll(() => place.getAttribute("data-path")).toBe(row);
      await expect.poll(() => isInView(place)).toBe(true);
    }
    await tryValue('{\n  "provider": "twilio",\n  nonsense\n}');
    expect(await verdict.textContent()).toMatch(/^No JSON: /);
    expect(await page.locator(".numbers .faulty").allTextContents()).toEqual(["3"]);
    await tryValue(valid);
    expect(await verdict.textContent()).toMatch(/^Valid/);
    expect(await page.locator(".issues li").count()).toBe(0);
  });

  test("opens the tree of schemas by its button where there is no room for it", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${home}vapi/Server.html`);
    const tree = page.getByRole("navigation", { name: "All schemas" });
    expect(await tree.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Schemas" }).click();
    await expect.poll(() => tree.isVisible()).toBe(true);
    expect(await tree.locator("[aria-current=page]").textContent()).toBe("Server");
    await page.keyboard.press("Escape");
    await expect.poll(() => tree.isVisible()).toBe(false);
  });

  test("shows every tab, and links to what it cannot bring, without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${home}vapi/TransferPlan.html`);
    for (const label of ["Minimal", "TypeScript", "JSON Schema"]) {
      expect(await plain.locator(".label", { hasText: label }).isVisible()).toBe(true);
    }
    await plain.locator('[id=".summaryPlan"] details.inside > summary').click();
    await plain.locator('[id=".summaryPlan"] details.reference > summary').click();
    await plain.getByRole("link", { name: "The page of SummaryPlan" }).click();
    expect(await plain.locator("h1").textContent()).toBe("SummaryPlan");
    await context.close();
  });
});

describe.skipIf(browserAbsent)(needingBrowser("a site of objects in objects"), () => {
  let home: string;
  beforeAll(async () => {
    browser = await startBrowser();
    const inner = { type: "object", properties: { street: { type: "string", maxLength: 3 } } };
    const people = { type: "array", items: { type: "object", properties: { address: inner } } };
    const order = {
      title: "Order",
      type: "object",
      properties: { people, street: { $ref: "street.json" } },
    };
    const street = {
      type: "object",
      properties: { people: { type: "string" }, number: { $ref: "number.json" } },
    };
    const number = { type: "object", properties: { digits: { type: "number", minimum: 1 } } };
    const inputs = { "order.json": order, "street.json": street, "number.json": number };
    const made = await makeProject(inputs);
    home = folderAddress(path.join(made.folder, "generated/docs"));
  });
  afterAll(() => browser.close());
  beforeEach(() => openPageOf(home));
  afterEach(async () => {
    await page.context().close();
    expect(faults).toEqual([]);
  });

  test("opens what is around a property that a link leads to, and shows it", async () => {
    const row = page.locator('[data-path="people[].address.street"]');
    await page.goto(`${home}Order.html`);
    expect(await row.isVisible()).toBe(false);
    const anchor = (await row.getAttribute("id")) ?? "";
    expect(anchor).toContain("street");
    await page.goto("about:blank");
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.goto(`${home}Order.html#${encodeURIComponent(anchor)}`);
    expect(await row.isVisible()).toBe(true);
    expect(await isInView(row)).toBe(true);
    await page.getByRole("link", { name: "people", exact: true }).click();
    expect(await page.locator('[data-path="people"]').getAttribute("id")).toBe(
      decodeURIComponent(new URL(page.url()).hash.slice(1)),
    );
    await page.goBack();
    await expect.poll(() => isInView(row)).toBe(true);
  });

  test("leads from an issue to the row of a property in lists and objects", async () => {
    await page.goto(`${home}Order.html`);
    await page.locator('[data-path="street"] summary').first().click();
    await expect.poll(() => page.locator(".brought .row").count()).toBeGreaterThan(0);
    await page.getByRole("tab", { name: "Try it" }).click();
    await tryValue({ people: [{}, { address: { street: "long" } }] });
    await page.locator(".issues button").click();
    const found = page.locator(".row.found");
    expect(await found.getAttribute("data-path")).toBe("people[].address.street");
    expect(await isInView(found)).toBe(true);
  });

  test("leads from an issue to the row of a property of another schema, which it brings", async () => {
    await page.goto(`${home}Order.html`);
    await page.getByRole("tab", { name: "Try it" }).click();
    await tryValue({ street: { number: { digits: 0 } } });
    await page.locator(".issues button").click();
    const found = page.locator(".row.found");
    await expect.poll(() => found.getAttribute("data-path")).toBe("digits");
    expect(await found.isVisible()).toBe(true);
  });
});

const policy = "default-src 'self'";

describe.skipIf(browserAbsent)(needingBrowser(`the site of the examples under ${policy}`), () => {
  test("is walked through from the search to a value that is judged", async () => {
    const served = await serveFolder(examples, policy);
    browser = await startBrowser();
    try {
      await openPageOf(served.home);
      await walk(served.home);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
      served.close();
    }
  });
});

type Row = ReturnType<Page["locator"]>;

async function isInView(row: Row): Promise<boolean> {
  const box = await row.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
