import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  browserAbsent,
  folderAddress,
  needingBrowser,
  startBrowser,
  watchPage,
} from "../harness/browser.ts";
import { makeProject, repository } from "../harness/project.ts";
import { hostilePieces, hostileTexts, schemaWith } from "./hostile-schemas.ts";
import { broughtRows, elementsOf, type ParsedElement, scriptData } from "./site-pages.ts";

/** What an HTML page gives a meaning besides. */
const pieces = [
  ...hostilePieces,
  "</script><script>window.ran = 1</script>",
  "</title><script src=https://evil.example/x.js></script>",
  "</code></pre><iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "</textarea><svg onload=window.ran=1>",
  "<style>* { display: none }</style>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<base href=https://evil.example/>",
  "<meta http-equiv=refresh content='0; url=https://evil.example/'>",
  "<form action=https://evil.example><button>x</button></form>",
  '" onmouseover="window.ran=1" style="position:fixed',
  "' onfocus='window.ran=1' autofocus '",
  "![x](https://evil.example/x.png)",
  '![x](https://evil.example/x.png "t" onerror=alert(1))',
  '[x](https://example.com/?q="onclick=alert(1))',
  "[x](https://example.com \"' onclick=alert(1) '\")",
  "[x](//evil.example)",
  "[x](file:///etc/passwd)",
  "[x](../../x.html)",
  "[x](data:text/html,<script>window.ran=1</script>)",
  '<https://example.com/" onclick=alert(1)>',
  "https://example.com/<script>alert(1)</script>",
  '\n```html" onclick=alert(1)\n<b>\n```\n',
  "\n```js style=color:red\n```\n",
  "\n| a | b |\n| :-- | --: |\n| <b> | `|` |\n",
  "\u2029",
  "]]>",
  "*/",
  "`${window.ran=1}`",
  "{{> docs/site/head}}",
  "schemaloom.rows(1);",
];

/** The elements that a page can hold, and their attributes. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  html: ["lang", "data-base", "data-page"],
  meta: ["charset", "name", "content", "http-equiv"],
  link: ["rel", "href"],
  script: ["src", "defer"],
  button: ["class", "type", "aria-expanded", "aria-controls", "hidden"],
  form: ["class", "role", "action", "hidden"],
  input: ["name", "type", "placeholder", "aria-label", "autocomplete", "spellcheck"],
  kbd: ["aria-hidden"],
  nav: ["class", "id", "aria-label", "hidden"],
  main: ["id", "class"],
  article: ["id", "class", "data-schema"],
  header: ["class"],
  section: ["class", "id", "data-tab", "data-try", "hidden"],
  details: ["class", "data-rows"],
  div: ["class", "tabindex", "role", "aria-label"],
  a: ["class", "href", "rel", "title", "tabindex"],
  li: ["class", "id", "data-path"],
  ol: ["class", "id", "start"],
  ul: ["class"],
  dl: ["class"],
  p: ["class", "id", "aria-live"],
  span: ["class"],
  code: ["class"],
  pre: ["tabindex"],
  h2: ["class"],
  h3: ["class"],
  svg: ["width", "height", "viewBox", "aria-hidden"],
  g: ["class"],
  path: ["d"],
  rect: ["x", "y", "width", "height", "rx"],
  text: ["x", "y"],
  ...Object.fromEntries(
    [
      ...["head", "title", "body", "h1", "small", "summary", "wbr", "dt", "dd"],
      ...["br", "hr", "em", "strong", "s", "blockquote"],
      ...["table", "thead", "tbody", "tr", "th", "td"],
    ].map((tag) => [tag, []]),
  ),
};

const templates = path.join(repository, "templates");

/** The classes that templates give, and what writes prose. */
const classes = new Set([
  ...["state", "heading", "scroll"],
  ...readdirSync(templates, { recursive: true, encoding: "utf8" })
    .filter((file) => file.includes("docs/site") && file.endsWith(".hbs"))
    .map((file) => readFileSync(path.join(templates, file), "utf8"))
    .flatMap((text) => [...text.matchAll(/class="([^"]*)"/g)])
    .flatMap(([, names = ""]) => names.split(" ")),
]);

const scripts = ["site.js", "search.js", "navigation.js", "page.js"].map((name) => `site/${name}`);

/** What an element must not have. */
function faultsOf({ tag, attributes, text }: ParsedElement): string[] {
  const names = allowed[tag];
  if (names === undefined) return [`<${tag}>`];
  const faults = [...attributes.keys()]
    .filter((name) => !names.includes(name))
    .map((name) => `<${tag} ${name}>`);
  const own = attributes.get("class")?.split(" ") ?? [];
  const isLanguage = (name: string) => tag === "code" && name.startsWith("language-");
  const strange = own.filter((name) => !classes.has(name) && !isLanguage(name));
  faults.push(...strange.map((name) => `class ${name}`));
  if (tag === "script" && (text !== "" || !scripts.includes(attributes.get("src") ?? ""))) {
    faults.push("a script that is not ours");
  }
  for (const name of ["href", "action"]) {
    const target = attributes.get(name);
    if (target === undefined || (tag === "a" && /^(?:https?:\/\/|mailto:)/i.test(target))) continue;
    const { origin, pathname } = new URL(target, "http://site.invalid/docs/Root.html");
    const isOwn = origin === "http://site.invalid" && pathname.startsWith("/docs/");
    if (!isOwn) faults.push(`<${tag} ${name}="${target}">`);
  }
  return faults;
}

/** The text as a browser reads it in a page. */
function read(text: string): string {
  return text.replaceAll(/\0|\ufffd/g, "").replaceAll(/\r\n?/g, "\n");
}

describe("texts of a schema", () => {
  test("bring no element, attribute, class, script or address of their own to a page", async () => {
    await fc.assert(
      fc.asyncProperty(hostileTexts(pieces), async (texts) => {
        const { files } = await makeProject({ "root.json": schemaWith(texts) });
        const pages = [...files].filter(([file]) => file.endsWith(".html"));
        expect(pages.map(([file]) => file).sort()).toEqual([
          "docs/Root.html",
          "docs/index.html",
          "docs/search.html",
        ]);
        const rows = [...broughtRows(files).values()].flatMap((each) => Object.values(each));
        expect(rows.length).toBeGreaterThan(0);
        const elements = [...pages.map(([, html]) => html), ...rows].map(elementsOf);
        expect(elements.flat().flatMap(faultsOf)).toEqual([]);
        const shown = new Set(elements.flat().map(({ text }) => read(text)));
        expect([...shown]).toContain(read(`p${texts[0] ?? ""}`));
        for (const [file, text] of files) {
          if (file.endsWith(".js"))
            expect(() => new Script(text, { filename: file })).not.toThrow();
        }
        for (const name of ["navigation", "searchIndex"]) {
          const file = name === "navigation" ? "navigation.js" : "search-index.js";
          scriptData(files.get(`docs/site/${file}`) ?? "", `schemaloom.${name}`);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test.each([
    ["<p onclick=x>", "<p onclick>"],
    ["<p style='color: red'>", "<p style>"],
    ["<img src=x>", "<img>"],
    ["<a href='javascript:x'>", '<a href="javascript:x">'],
    ["<a href='//evil.example'>", '<a href="//evil.example">'],
    ["<a href='../../x.html'>", '<a href="../../x.html">'],
    ["<p class='mine'>", "class mine"],
    ["<script>x</script>", "a script that is not ours"],
    ["<script src='https://evil.example/site.js'></script>", "a script that is not ours"],
  ])("are noticed where they bring %s", (html, fault) => {
    expect(elementsOf(html).flatMap(faultsOf)).toContain(fault);
  });

  test.skipIf(browserAbsent)(
    needingBrowser("run nothing in a browser, and fetch nothing"),
    async () => {
      const [a = "", b = "", c = "", d = ""] = [0, 1, 2, 3].map((part) =>
        pieces.filter((_, index) => index % 4 === part).join(" "),
      );
      const alone = Object.fromEntries(pieces.map((piece) => [piece, { description: piece }]));
      const root = schemaWith([a, b, c, d]) as { properties: object };
      const made = await makeProject({
        "root.json": { ...root, properties: { ...root.properties, ...alone } },
        "other.json": { properties: { root: { $ref: "root.json" } } },
      });
      const folder = folderAddress(path.join(made.folder, "generated/docs"));
      const browser = await startBrowser();
      const page = await browser.newPage();
      const faults = watchPage(page, folder);
      const openAll = () =>
        page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
      for (const file of ["index.html", "Root.html", "Other.html"]) {
        await page.goto(folder + file);
        await openAll();
        for (const tab of await page.getByRole("tab").all()) await tab.click();
        await page.getByRole("combobox").fill("script");
        await page.locator(".hits [role=option]").first().waitFor();
      }
      await page.locator(".brought .row").first().waitFor();
      await openAll();
      await page.goto(`${folder}search.html?q=${encodeURIComponent("<script>alert(1)</script>")}`);
      await page.locator(".results li").first().waitFor();
      expect(await page.locator("#found").textContent()).toContain("<script>alert(1)</script>");
      expect(await page.evaluate("window.ran")).toBeUndefined();
      expect(faults).toEqual([]);
      await browser.close();
    },
  );
});
