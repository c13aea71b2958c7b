import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { repository } from "../harness/project.ts";

/** The size of a script in bytes. */
export interface ScriptSize {
  readonly minified: number;
  readonly gzipped: number;
}

/** A module of a few lines that is bundled with all that it imports. */
export interface Entry {
  readonly text: string;
  /** The folder that its relative imports start from. */
  readonly folder: string;
}

/**
 * Bundles a module with what it uses of others into one of JavaScript.
 */
export async function bundle({ text, folder }: Entry, minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: folder, sourcefile: "entry.ts", loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
    nodePaths: [path.join(repository, "node_modules")],
    minify,
    legalComments: "none",
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error("the bundler gave no output");
  return output.text;
}

/**
 * The size of a bundled module, minified and then gzipped.
 */
export async function bundleSize(entry: Entry): Promise<ScriptSize> {
  const minified = Buffer.from(await bundle(entry, true));
  return { minified: minified.length, gzipped: gzipSync(minified, { level: 9 }).length };
}
