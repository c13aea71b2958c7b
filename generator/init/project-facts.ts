import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { configNames } from "../config/load-config.ts";
import { parseJson } from "../load/parse-json.ts";

/** The kinds of file that a config can be. */
export const configForms = ["ts", "js", "mjs", "json"] as const;
export type ConfigForm = (typeof configForms)[number];

/** What a project's folder tells of how it is set up. */
export interface ProjectFacts {
  readonly folder: string;
  /** The form of config that fits the project. */
  readonly form: ConfigForm;
  /** The configs that are there already. */
  readonly configs: readonly string[];
  /** The text of `package.json`, where there is one that can be read. */
  readonly packageText: string | undefined;
  /** The scripts of `package.json`. */
  readonly scripts: Readonly<Record<string, unknown>>;
  /** Whether `package.json` names schemaloom. */
  readonly isInstalled: boolean;
  /** The command that installs it. */
  readonly installCommand: string;
  /** What runs a script of `package.json`. */
  readonly runCommand: string;
  /** Whether sources are in `src/`. */
  readonly hasSources: boolean;
  /** The text of `.gitattributes`; `undefined` where there is none. */
  readonly gitAttributes: string | undefined;
}

/** By the lock file of each package manager, how it installs and runs. */
const packageManagers = [
  ["pnpm-lock.yaml", "pnpm add -D", "pnpm run"],
  ["yarn.lock", "yarn add -D", "yarn run"],
  ["bun.lock", "bun add -d", "bun run"],
  ["bun.lockb", "bun add -d", "bun run"],
] as const;

/**
 * Looks at the folder of a project: its package, its compiler and its package manager.
 */
export function readProjectFacts(folder: string): ProjectFacts {
  const packageText = readIfThere(path.join(folder, "package.json"));
  const parsed = parseJson(packageText ?? "");
  const manifest = parsed.ok ? record(parsed.value) : {};
  const has = (name: string) => existsSync(path.join(folder, name));
  const manager = packageManagers.find(([lock]) => has(lock));
  const dependencies = ["dependencies", "devDependencies", "peerDependencies"].flatMap((kind) =>
    Object.keys(record(manifest[kind])),
  );
  return {
    folder,
    form: formFor(has, packageText !== undefined, manifest["type"] === "module"),
    configs: configNames.filter(has),
    packageText: parsed.ok ? packageText : undefined,
    scripts: record(manifest["scripts"]),
    isInstalled: dependencies.includes("schemaloom"),
    installCommand: `${manager?.[1] ?? "npm install --save-dev"} schemaloom`,
    runCommand: manager?.[2] ?? "npm run",
    hasSources: has("src"),
    gitAttributes: readIfThere(path.join(folder, ".gitattributes")),
  };
}

function formFor(
  has: (name: string) => boolean,
  isPackage: boolean,
  isModule: boolean,
): ConfigForm {
  if (has("tsconfig.json")) return "ts";
  if (!isPackage) return "json";
  return isModule ? "js" : "mjs";
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
