import { type OverviewRow, overviewRow } from "../docs/site/overview-view.ts";
import { isJsonObject } from "../dialects/subschemas.ts";
import type { Document } from "../load/document.ts";
import { asWritten } from "../model/discriminator-assertion.ts";
import type { SchemaModel, VariantKind } from "../model/model.ts";
import type { GenerateOptions } from "../options.ts";
import type { MadeModule } from "../render/modules.ts";
import type { Resolution } from "../resolve/resolve.ts";
import { hashText } from "../write/content-hash.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";
import { type ModelRelations, writtenSchema } from "./module-keys.ts";
import type { SchemaHashes, SchemaHashing } from "./schema-hashes.ts";

/** What is known of a declaration while its schema is not read. */
export interface DeclarationRow {
  readonly key: string;
  readonly name: string;
  readonly docsAnchor: string;
  readonly siteAnchor: string;
  /** Present on a variant; of the declaration with that number. */
  readonly variant?: readonly [kind: VariantKind, of: number];
  /** Whether its name is that of an object of values, too. */
  readonly isEnumeration: boolean;
  /** The declarations that it refers to, by their numbers among those of all modules. */
  readonly uses: readonly number[];
}

/** What is known of a module while its schema is not read. */
export interface ModuleRow {
  readonly path: string;
  readonly source: string;
  readonly pointer: string;
  /** Of its root. */
  readonly hashes: SchemaHashes;
  /** The root first. */
  readonly declarations: readonly DeclarationRow[];
  readonly inlineTypes: readonly (readonly [key: string, name: string])[];
  /** The modules that it refers to, by their numbers. */
  readonly used: readonly number[];
  /** Those of them whose schemas judge the same values as its own. */
  readonly joined: readonly number[];
  readonly discriminates: boolean;
  /** The names of the runtime's exports that it uses. */
  readonly runtime: readonly string[];
  /** Absent where there is no site. */
  readonly overview?: OverviewRow;
}

/** What is known of a document besides its schemas. */
export interface DocumentRow {
  readonly path: string;
  readonly source: string;
  readonly kind: Document["kind"];
  /** Of all that is none of its input schemas, as a hash. */
  readonly rest: string;
}

/** What a run tells the next, so that it reads no more than has changed. */
export interface OutputRows {
  /** Of the run. */
  readonly id: string;
  readonly setup: string;
  readonly documents: readonly DocumentRow[];
  /** Sorted by path. */
  readonly modules: readonly ModuleRow[];
}

/**
 * Whether what each schema comes to depends on nothing but itself and those that it comes to by
 * references: so it is told only then.
 */
export function isPlainRun(
  options: GenerateOptions,
  { modules }: SchemaModel,
  resolution: Resolution,
): boolean {
  const { overlays, emitters, maps, customFormats, keywords, names, docs } = options;
  const { inputs, dynamicTargets, dynamicAnchors } = resolution;
  return (
    overlays.length + emitters.length + maps.length === 0 &&
    customFormats.size + keywords.size + names.rename.size === 0 &&
    docs === "pages" &&
    dynamicTargets.size + dynamicAnchors.size === 0 &&
    modules.length === inputs.schemas.length &&
    modules.every(({ declarations }) => declarations.every(({ specialized }) => !specialized)) &&
    !leadsByName(resolution)
  );
}

/** What a schema can be known by, but for its place. */
const identity =
  /"\$(?:id|anchor|dynamicAnchor|recursiveAnchor|dynamicRef|recursiveRef|vocabulary)":/;

/**
 * Whether there are modules, and their schemas are known by their places alone.
 */
export function areUnmarked(
  modules: readonly ModuleRow[],
  documents: readonly DocumentRow[],
): boolean {
  const kinds = new Map(documents.map(({ source, kind }) => [source, kind]));
  const isUnmarked = ({ source, hashes: { marks } }: ModuleRow) =>
    !identity.test(marks) && !(kinds.get(source) === "schema" && marks.includes('"id":'));
  return modules.length > 0 && modules.every(isUnmarked);
}

/**
 * Whether a reference that points nowhere in its own document means what has its name in another.
 */
export function leadsByName({ inputs, places, targets, mappingTargets }: Resolution): boolean {
  if (inputs.documents.length < 2) return false;
  const isFragment = (place: string) => {
    const value = places.get(place)?.value;
    const reference = isJsonObject(value) ? value["$ref"] : undefined;
    return typeof reference === "string" && reference.startsWith("#");
  };
  const isElsewhere = (place: string, { uri }: Document) => !place.startsWith(`${uri}#`);
  return (
    [...targets].some(
      ([place, { document }]) => isElsewhere(place, document) && isFragment(place),
    ) || [...mappingTargets].some(([place, { document }]) => isElsewhere(place, document))
  );
}

/**
 * Tells of each document of a run what is none of its input schemas.
 */
export function documentRows(documents: readonly Document[]): DocumentRow[] {
  return documents.map((document) => {
    const { path, source, kind, value } = document;
    return { path, source, kind, rest: hashText(kind === "schema" ? "" : restText(value)) };
  });
}

function restText(value: unknown): string {
  if (!isJsonObject(value) || !isJsonObject(value["components"])) return JSON.stringify(value);
  const { schemas, ...components } = value["components"];
  return JSON.stringify([isJsonObject(schemas), { ...value, components }]);
}

/**
 * Tells what is known of each module of a run.
 *
 * @param made by the paths of the modules
 */
export function moduleRows(
  model: SchemaModel,
  { reaches, usedOf }: ModelRelations,
  { hashesOf }: SchemaHashing,
  made: ReadonlyMap<string, MadeModule>,
  hasSite: boolean,
): ModuleRow[] {
  const { modules } = model;
  const written = { ...model, nodes: asWritten(model.nodes) };
  const moduleNumbers = new Map(modules.map(({ path }, number) => [path, number]));
  const numbers = new Map(
    modules.flatMap((module) => module.declarations).map(({ node }, number) => [node, number]),
  );
  const numbersOf = <Key>(keys: Iterable<Key> | undefined, known: ReadonlyMap<Key, number>) =>
    [...(keys ?? [])].flatMap((key) => known.get(key) ?? []);
  return modules.map((module): ModuleRow => {
    const { path, location, declarations, inlineTypes } = module;
    const reach = reaches.get(path);
    const own = made.get(path);
    const [root] = declarations;
    return {
      path,
      source: location.document.source,
      pointer: location.pointer,
      hashes: hashesOf(writtenSchema(location)),
      declarations: declarations.map(
        ({ node, key, name, docsAnchor, siteAnchor, variant }, index): DeclarationRow => ({
          key,
          name,
          docsAnchor,
          siteAnchor,
          ...(variant && { variant: [variant.kind, numbers.get(variant.of) ?? 0] }),
          isEnumeration: own?.types[index]?.isEnumeration ?? false,
          uses: numbersOf(usedOf(node), numbers),
        }),
      ),
      inlineTypes: inlineTypes.map(({ key, name }) => [key, name]),
      used: numbersOf(reach?.used, moduleNumbers),
      joined: numbersOf(reach?.joined, moduleNumbers),
      discriminates: reach?.discriminates ?? false,
      runtime: own?.runtime ?? [],
      ...(hasSite && root && { overview: overviewRow(written, root) }),
    };
  });
}

/**
 * Reads what the last run has told; `undefined` where there was none by the same setup that did.
 */
export function readOutputRows(file: string, setup: string): OutputRows | undefined {
  const rows = readJsonFile(file) as OutputRows | undefined;
  return rows?.setup === setup ? rows : undefined;
}

/** Writes what a run tells. */
export function writeOutputRows(file: string, rows: OutputRows): void {
  writeJsonFile(file, rows);
}
