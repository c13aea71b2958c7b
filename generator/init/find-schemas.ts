import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { glob } from "tinyglobby";
import { parseJson } from "../load/parse-json.ts";
import { parseYaml } from "../load/parse-yaml.ts";
import { remoteCopiesName, remoteLockName } from "../load/remote-files.ts";
import { recogniseDocument } from "../load/recognise.ts";
import { looksLikeSchema } from "./looks-like-schema.ts";
import { compareCodeUnits } from "../text/order.ts";

/** What a project's folder holds of schemas. */
export interface FoundSchemas {
  /** Paths of JSON Schema files, relative to the folder, with POSIX slashes; sorted. */
  readonly schemas: readonly string[];
  /** Paths of OpenAPI documents, likewise. */
  readonly openApi: readonly string[];
  /** Files, folders and globs that lead to all of them and to nothing else. */
  readonly inputs: readonly string[];
}

const ignored = [
  "**/node_modules/**",
  "**/{dist,build,out,coverage,generated,vendor,fixtures}/**",
  "**/{package,package-lock,tsconfig,tsconfig.*,jsconfig,composer,deno,turbo,nx}.json",
  "**/{pnpm-lock,docker-compose,compose}.{yaml,yml}",
  "**/*.overlay.{json,yaml,yml}",
  "**/schemaloom.config.json",
  `**/${remoteLockName}`,
  `**/${remoteCopiesName}/**`,
];

/** More, or larger, files are not looked into. */
const mostFiles = 5000;
const largestFile = 20_000_000;

/** So many files of one folder are named one by one. */
const namedFiles = 3;

/**
 * Looks for schemas below a folder: JSON and YAML files that name a dialect in `$schema`, end in
 * `.schema.json` or the like, have the shape of a schema, or are OpenAPI documents that can be read.
 * Dot-folders, installed packages and what is built are passed over.
 */
export async function findSchemas(folder: string): Promise<FoundSchemas> {
  const files = await glob(["**/*.{json,yaml,yml}"], { cwd: folder, ignore: ignored });
  const kinds = new Map<string, "schema" | "openapi">();
  for (const file of files.sort(compareCodeUnits).slice(0, mostFiles)) {
    const kind = await kindOf(path.join(folder, file));
    if (kind !== undefined) kinds.set(file, kind);
  }
  const ofKind = (wanted: string) =>
    [...kinds].flatMap(([file, kind]) => (kind === wanted ? [file] : []));
  const schemas = ofKind("schema");
  const openApi = ofKind("openapi");
  return { schemas, openApi, inputs: [...openApi, ...coveringInputs(schemas, files)] };
}

async function kindOf(file: string): Promise<"schema" | "openapi" | undefined> {
  const stats = await stat(file);
  if (stats.size > largestFile) return undefined;
  const text = await readFile(file, "utf8");
  // What is neither is mostly told without parsing it.
  if (!tellingKeys.test(text) && !hasSchemaName(file)) return undefined;
  const parsed = /\.ya?ml$/i.test(file) ? parseYaml(text) : parseJson(text);
  if (!parsed.ok) return undefined;
  const recognised = recogniseDocument(parsed.value);
  if (!recognised.ok) return undefined;
  if (recognised.kind !== "schema") return "openapi";
  if (hasSchemaName(file) || namesDialect(parsed.value)) return "schema";
  return namesSchema(parsed.value) || !looksLikeSchema(parsed.value) ? undefined : "schema";
}

/** One of these keys is in each document that is looked for. */
const tellingKeys =
  /["']?(?:\$schema|openapi|type|properties|\$defs|definitions|oneOf|anyOf|allOf)["']?\s*:/;

/** Whether a value has `$schema`, which says what it is. */
function namesSchema(value: unknown): boolean {
  return typeof value === "object" && value !== null && "$schema" in value;
}

function hasSchemaName(file: string): boolean {
  return /\.schema\.(?:json|ya?ml)$/i.test(file);
}

/** Whether `$schema` is a meta-schema; data names the schema that it follows there. */
function namesDialect(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("$schema" in value)) return false;
  return typeof value.$schema === "string" && value.$schema.includes("json-schema.org/");
}

/** The fewest inputs that lead to some files of a folder: whole folders, globs, else single files. */
function coveringInputs(schemas: readonly string[], files: readonly string[]): readonly string[] {
  const wanted = new Set(schemas);
  const inputs: string[] = [];
  let left = schemas;
  while (left[0] !== undefined) {
    const folder = coveringFolder(left[0], wanted, files);
    const isTop = folder !== undefined && !folder.includes("/");
    const pattern = isTop ? undefined : coveringGlob(left[0], left);
    const input = pattern ?? folder ?? left[0];
    inputs.push(input);
    left = left.filter((file) => !isCovered(file, input));
  }
  return inputs;
}

/** The highest folder above a file that holds nothing else but schemas. */
function coveringFolder(
  file: string,
  wanted: ReadonlySet<string>,
  files: readonly string[],
): string | undefined {
  const segments = file.split("/").slice(0, -1);
  for (let length = 1; length <= segments.length; length += 1) {
    const folder = segments.slice(0, length).join("/");
    const inside = files.filter((other) => other.startsWith(`${folder}/`));
    if (inside.every((other) => wanted.has(other))) return folder;
  }
  return undefined;
}

function coveringGlob(file: string, left: readonly string[]): string | undefined {
  const [, ending] = /(\.schema\.(?:json|ya?ml))$/i.exec(file) ?? [];
  if (ending === undefined) return undefined;
  const folder = path.posix.dirname(file).split("/")[0] ?? ".";
  const input = folder === "." ? `*${ending}` : `${folder}/**/*${ending}`;
  return left.filter((other) => isCovered(other, input)).length > namedFiles ? input : undefined;
}

function isCovered(file: string, input: string): boolean {
  const [, folder = "", star, ending = ""] = /^(?:(.*)\/\*\*\/)?(\*)(.*)$/.exec(input) ?? [];
  if (star === undefined) return file === input || file.startsWith(`${input}/`);
  const isInFolder = folder === "" ? !file.includes("/") : file.startsWith(`${folder}/`);
  return isInFolder && file.endsWith(ending);
}
