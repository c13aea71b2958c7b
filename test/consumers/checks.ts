import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { build as bundle } from "esbuild";
import { build as buildSite } from "vite";
import { compilers, type Compiler, resolutions, typeErrors } from "../types/type-check.ts";
import { browserAbsent, serveFolder, startBrowser } from "../harness/browser.ts";
import { runInstalled } from "./packed-project.ts";
import { runProgram } from "./run-program.ts";

/** One way to use what schemaloom makes, tried in a project. */
export interface ConsumerCheck {
  readonly name: string;
  /**
   * Tries it.
   *
   * @returns why it was left out, if it was
   * @throws Error where it does not work
   */
  readonly run: (folder: string) => Promise<string | undefined>;
}

const policy = "default-src 'self'";

/** Every check, in the order in which each finds what it needs. */
export const consumerChecks: readonly ConsumerCheck[] = [
  ...compilers.flatMap((compiler) => resolutions.map((each) => typeCheck(compiler, each))),
  ...["20", "22", "24"].flatMap(nodeChecks),
  { name: "Vite, production build", run: buildWithVite },
  { name: `browser, ${policy}`, run: openInBrowser },
];

function typeCheck(compiler: Compiler, resolution: (typeof resolutions)[number]): ConsumerCheck {
  return {
    name: `${compiler}, ${resolution}`,
    run: async (folder) => {
      const errors = await typeErrors(folder, {
        compiler,
        resolution,
        files: ["src/from-source.ts", "src/from-package.ts"],
        options: { lib: ["es2022", "dom"] },
      });
      if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
      return undefined;
    },
  };
}

function nodeChecks(version: string): ConsumerCheck[] {
  const check = (name: string, run: (node: string, folder: string) => unknown): ConsumerCheck => ({
    name: `Node.js ${version}, ${name}`,
    run: async (folder) => {
      await run(nodeOf(version, folder), folder);
      return undefined;
    },
  });
  return [
    check("schemaloom check", (node, folder) => runInstalled(node, folder, "check")),
    check("package in node_modules", (node, folder) => {
      expectRight(runProgram(node, ["plain.mjs"], folder));
    }),
    version === "20"
      ? check("source, bundled", async (node, folder) => {
          const outfile = await bundleSource(folder);
          expectRight(runProgram(node, [outfile], folder));
        })
      : check("source, by type stripping", (node, folder) => {
          expectRight(runProgram(node, ["src/from-source.ts"], folder));
          expectRight(runProgram(node, ["src/from-package.ts"], folder));
        }),
  ];
}

const nodes = new Map<string, string>();

/** The newest Node.js of a major version, which npm brings. */
function nodeOf(version: string, folder: string): string {
  const known = nodes.get(version);
  if (known !== undefined) return known;
  const words = ["--yes", "--package", `node@${version}`, "--", "node", "-p", "process.execPath"];
  const found = runProgram("npx", words, folder).trim();
  nodes.set(version, found);
  return found;
}

async function bundleSource(folder: string): Promise<string> {
  const outfile = path.join(folder, "bundled.mjs");
  await bundle({
    entryPoints: [path.join(folder, "src/from-source.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outfile,
    logLevel: "error",
  });
  return outfile;
}

function expectRight(output: string): void {
  if (output.trim() !== "judged rightly") throw new Error(`it wrote ${JSON.stringify(output)}`);
}

async function buildWithVite(folder: string): Promise<undefined> {
  await buildSite({
    root: folder,
    logLevel: "error",
    configFile: false,
    build: { rolldownOptions: { input: path.join(folder, "page.html") }, modulePreload: false },
  });
  const scripts = readdirSync(path.join(folder, "dist/assets")).map((file) =>
    readFileSync(path.join(folder, "dist/assets", file), "utf8"),
  );
  const [script, another] = scripts;
  if (script === undefined || another !== undefined) throw new Error("it made no single script");
  if (script.includes("TransferPlan")) throw new Error("it kept modules that nothing uses");
}

async function openInBrowser(folder: string): Promise<string | undefined> {
  if (browserAbsent) return "no chromium on the path, nor where CHROMIUM says";
  const served = await serveFolder(path.join(folder, "dist"), policy);
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${served.home}page.html`);
    const html = page.locator("html");
    await html.and(page.locator("[data-judged]")).waitFor({ timeout: 60_000 });
    const judged = await html.getAttribute("data-judged");
    const obeyed = await html.getAttribute("data-policy");
    if (judged !== "rightly" || obeyed !== "obeyed") {
      throw new Error(`the page is judged ${String(judged)}, its policy ${String(obeyed)}`);
    }
    return undefined;
  } finally {
    await browser.close();
    served.close();
  }
}
