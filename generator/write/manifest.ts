import { type EmitForm, emitForms, type OutputKind, outputKinds } from "../config/config.ts";
import { constantSiteFiles, moduleSiteFiles } from "../names/site-places.ts";
import { namesLockPath } from "../load/names-lock.ts";
import { moduleFile, moduleStem, typesFile } from "../names/module-files.ts";
import { foldersAbove, isPathInside } from "./output-path.ts";

/** One declaration that the output exports. Paths are POSIX paths. */
export interface ManifestEntry {
  /** The input's path below its input root. */
  readonly source: string;
  /** JSON Pointer of the schema in its source. */
  readonly pointer: string;
  readonly name: string;
  /** Whether the schema is an input schema, not a definition inside one. */
  readonly root: boolean;
  /**
   * The module that exports the declaration, below the output folder, as the file that runs; absent of
   * docs alone.
   */
  readonly module?: string;
  /** Present where types are made. */
  readonly type?: string;
  /** Present where guards are made, as is `validator`. */
  readonly guard?: string;
  readonly validator?: string;
  /**
   * The docs page, with an `#anchor` where the declaration shares it, below the output folder. Present
   * where docs are made.
   */
  readonly docs?: string;
  /** The same in the site. */
  readonly site?: string;
  /** Content hash of the schema. */
  readonly hash: string;
}

/** One fault that keeps a schema from being made, and its place. */
export interface ManifestFailure {
  readonly source: string;
  readonly pointer: string;
  /** The diagnostic, as it is told. */
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
  };
}

/** One custom format that the output's guards assert. */
export interface ManifestFormat {
  readonly format: string;
  /** The module that exports its predicate, below the output folder. */
  readonly module: string;
}

/** One custom keyword that the output's guards assert. */
export interface ManifestKeyword {
  readonly keyword: string;
  /** The module that exports its predicate, below the output folder. */
  readonly module: string;
}

/** One file that an emitter has made. */
export interface ManifestEmission {
  /** Below the output folder. */
  readonly path: string;
  /** The name of the emitter. */
  readonly emitter: string;
  /** The input that the file is made of, with `pointer`; absent where it is made of all. */
  readonly source?: string;
  readonly pointer?: string;
}

/** What an output folder was made from, and what it holds. */
export interface Manifest {
  readonly version: 1;
  /** The generator and its version, as `schemaloom@1.2.3`. */
  readonly generator: string;
  /** What was made; present where that is not everything. */
  readonly outputs?: readonly OutputKind[];
  /** What modules are emitted as; present where that is not TypeScript. */
  readonly emit?: EmitForm;
  /** The name of the package that the output is; present where it has a package.json. */
  readonly package?: string;
  /** By source and pointer. */
  readonly entries: readonly ManifestEntry[];
  /** What a run with `keepGoing` could not make. */
  readonly failed: readonly ManifestFailure[];
  /** Present where some guard asserts a custom format. */
  readonly formats?: readonly ManifestFormat[];
  /** Present where some guard asserts a custom keyword. */
  readonly keywords?: readonly ManifestKeyword[];
  /** Present where emitters have made files; sorted by path. */
  readonly emitted?: readonly ManifestEmission[];
}

/** The manifest's own path below the output folder. */
export const manifestPath = "manifest.json";

/** The path below the output folder of what makes a package of it. */
export const packagePath = "package.json";

/** The modules that an output has, whatever it was made from, by what is made. */
const constantModules: Readonly<Record<OutputKind, readonly string[]>> = {
  types: ["index"],
  guards: ["index", "runtime"],
  docs: [],
  site: [],
};

/**
 * Writes a manifest as the text of manifest.json.
 */
export function serializeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Reads the text of a manifest.json; `undefined` where it is not a manifest of this version, or
 * names a path outside its own folder.
 */
export function readManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

/**
 * Every file that a manifest accounts for, sorted, below the output folder: modules, pages, the site,
 * the index of each folder that leads to a module, custom formats and keywords, the files of emitters, and those that
 * every output of the kind has.
 */
export function manifestFiles(manifest: Manifest): string[] {
  const { outputs = outputKinds, emit = "ts" } = manifest;
  const hasGuards = outputs.includes("guards");
  const modules = new Set(outputs.flatMap((kind) => constantModules[kind]));
  const files = new Set([manifestPath, namesLockPath]);
  if (outputs.includes("site")) for (const file of constantSiteFiles(hasGuards)) files.add(file);
  if (manifest.package !== undefined) files.add(packagePath);
  for (const { module, docs, site } of manifest.entries) {
    if (docs !== undefined) files.add(pageOf(docs));
    if (site !== undefined)
      for (const file of moduleSiteFiles(pageOf(site), hasGuards)) files.add(file);
    if (module === undefined) continue;
    modules.add(moduleStem(module));
    for (const folder of foldersAbove(module)) modules.add(`${folder}/index`);
  }
  for (const { module } of [...(manifest.formats ?? []), ...(manifest.keywords ?? [])])
    modules.add(moduleStem(module));
  for (const { path } of manifest.emitted ?? []) files.add(path);
  for (const module of modules) files.add(moduleFile(module, emit)).add(typesFile(module, emit));
  return [...files].sort();
}

/**
 * The files of an output that its own manifest.json does not account for, sorted; all of them
 * where there is no manifest among them.
 */
export function unaccountedFiles(files: ReadonlyMap<string, string>): string[] {
  const manifest = readManifest(files.get(manifestPath) ?? "");
  const accounted = new Set(manifest === undefined ? [] : manifestFiles(manifest));
  return [...files.keys()].filter((path) => !accounted.has(path)).sort();
}

function pageOf(place: string): string {
  return place.replace(/#.*$/su, "");
}

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    value["version"] === 1 &&
    typeof value["generator"] === "string" &&
    value["generator"].startsWith("schemaloom@") &&
    (value["outputs"] === undefined ||
      (Array.isArray(value["outputs"]) && value["outputs"].every(isOutputKind))) &&
    (value["emit"] === undefined || emitForms.some((form) => form === value["emit"])) &&
    (value["package"] === undefined || typeof value["package"] === "string") &&
    Array.isArray(value["entries"]) &&
    value["entries"].every(isEntry) &&
    Array.isArray(value["failed"]) &&
    value["failed"].every(isFailure) &&
    (value["formats"] === undefined ||
      (Array.isArray(value["formats"]) && value["formats"].every(isFormat))) &&
    (value["keywords"] === undefined ||
      (Array.isArray(value["keywords"]) && value["keywords"].every(isKeyword))) &&
    (value["emitted"] === undefined ||
      (Array.isArray(value["emitted"]) && value["emitted"].every(isEmission)))
  );
}

function isOutputKind(value: unknown): value is OutputKind {
  return outputKinds.some((kind) => kind === value);
}

const entryTexts = ["source", "pointer", "name", "hash"] as const;
const exportTexts = ["type", "guard", "validator"] as const;
const entryPaths = ["module", "docs", "site"] as const;

function isEntry(value: unknown): value is ManifestEntry {
  return (
    isRecord(value) &&
    entryTexts.every((key) => typeof value[key] === "string") &&
    typeof value["root"] === "boolean" &&
    exportTexts.every((key) => value[key] === undefined || typeof value[key] === "string") &&
    entryPaths.every((key) => value[key] === undefined || isPath(value[key]))
  );
}

function isFailure(value: unknown): value is ManifestFailure {
  return (
    isRecord(value) &&
    typeof value["source"] === "string" &&
    typeof value["pointer"] === "string" &&
    isRecord(value["error"]) &&
    typeof value["error"]["code"] === "string" &&
    typeof value["error"]["message"] === "string"
  );
}

function isFormat(value: unknown): value is ManifestFormat {
  return isRecord(value) && typeof value["format"] === "string" && isPath(value["module"]);
}

function isKeyword(value: unknown): value is ManifestKeyword {
  return isRecord(value) && typeof value["keyword"] === "string" && isPath(value["module"]);
}

const originTexts = ["source", "pointer"] as const;

function isEmission(value: unknown): value is ManifestEmission {
  return (
    isRecord(value) &&
    isPath(value["path"]) &&
    typeof value["emitter"] === "string" &&
    originTexts.every((key) => value[key] === undefined || typeof value[key] === "string")
  );
}

function isPath(value: unknown): value is string {
  return typeof value === "string" && isPathInside(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
