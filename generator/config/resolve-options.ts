import { resolve } from "node:path";
import type { DialectName } from "../dialects/dialect-name.ts";
import type { DiagnosticLocation, SourceFile } from "../diagnostics/diagnostic.ts";
import type { FormatterChoice } from "../format/formatter.ts";
import type { UriMap } from "../load/mapped-documents.ts";
import { defaultTypes, type GenerateOptions } from "../options.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import {
  type DocsLayout,
  type EmitForm,
  type OutputKind,
  outputKinds,
  type TargetConfig,
} from "./config.ts";
import { inferImportExtension } from "./import-extension.ts";

/** What a command line says; paths are relative to the folder that the run was started in. */
export interface CommandLineValues {
  readonly inputs: readonly string[];
  readonly out?: string;
  readonly outputs?: readonly OutputKind[];
  readonly emit?: EmitForm;
  readonly docs?: DocsLayout;
  readonly overlays?: readonly string[];
  readonly defaultDialect?: DialectName;
  readonly keepGoing?: boolean;
  readonly cache?: boolean;
  /** Each `PREFIX=DIR`. */
  readonly maps?: readonly string[];
  readonly references?: readonly string[];
}

/** What a config says of one target, and the folder that its paths are relative to. */
export interface LocatedConfig {
  readonly directory: string;
  readonly config: TargetConfig;
  /** The file, where there is one. */
  readonly file?: SourceFile;
  /** The output folders of the other targets. */
  readonly outputFolders?: readonly string[];
  /** What the target says itself of `names`, by its pointer, where others share the rest. */
  readonly ownNames?: {
    readonly pointer: string;
    readonly rename: Readonly<Record<string, string>>;
  };
}

/**
 * Joins a config and a command line, which goes before it. Inputs of the command line take the
 * place of the config's inputs, and so of its overlays and renames, which speak of those.
 *
 * @throws DiagnosticsError (`tsconfig-invalid`) where the config leaves the ending of imports to a
 *   tsconfig.json that cannot be read
 */
export function resolveOptions(
  { config, directory, file, ownNames, outputFolders = [] }: LocatedConfig,
  values: CommandLineValues,
  cwd: string,
): GenerateOptions {
  const named = values.inputs.length > 0;
  const out =
    values.out === undefined
      ? resolve(directory, config.out ?? "generated")
      : resolve(cwd, values.out);
  const emit = values.emit ?? config.emit ?? "ts";
  const overlays = named ? [] : (config.overlays ?? []);
  const rename = named ? {} : (config.names?.rename ?? {});
  return {
    inputs: named
      ? values.inputs.map((input) => resolveInput(cwd, input))
      : (config.inputs ?? []).map((input) => resolveInput(directory, input)),
    cwd,
    out,
    outputFolders: [...new Set([out, ...outputFolders])],
    outputs: new Set(values.outputs ?? config.outputs ?? outputKinds),
    docs: values.docs ?? config.docs ?? "pages",
    overlays:
      values.overlays?.map((path) => resolve(cwd, path)) ??
      overlays.map((path) => resolve(directory, path)),
    defaultDialect: values.defaultDialect ?? config.defaultDialect ?? "2020-12",
    names: {
      by: config.names?.by ?? "id",
      rename: new Map(Object.entries(rename)),
      ...(file && { renamePlace: (key: string) => renamePlace(file, ownNames, key) }),
    },
    formats: config.formats ?? "dialect",
    customFormats: new Map(
      Object.entries(config.customFormats ?? {}).map(([format, module]) => [
        format,
        resolve(directory, module),
      ]),
    ),
    keywords: new Map(
      Object.entries(config.keywords ?? {}).map(([keyword, said]) => {
        const { module, ...others } = typeof said === "string" ? { module: said } : said;
        return [keyword, { ...others, module: resolve(directory, module) }];
      }),
    ),
    content: config.content ?? "annotate",
    discriminator: config.discriminator ?? "annotate",
    types: {
      enums: config.types?.enums ?? defaultTypes.enums,
      readonly: config.types?.readonly ?? defaultTypes.readonly,
      openObjects: config.types?.openObjects ?? defaultTypes.openObjects,
      itemCounts: config.types?.itemCounts ?? defaultTypes.itemCounts,
      formats: config.types?.formats ?? defaultTypes.formats,
      tsType: config.types?.tsType ?? defaultTypes.tsType,
      variants: config.types?.variants ?? defaultTypes.variants,
    },
    assumeObject: config.assumeObject ?? false,
    referenceFolders: [
      ...(values.references ?? []).map((folder) => resolve(cwd, folder)),
      ...(config.references?.folders ?? []).map((folder) => resolve(directory, folder)),
    ],
    maps: [
      ...(values.maps ?? []).map((text) => parseMap(text, cwd)),
      ...Object.entries(config.map ?? {}).map(([prefix, folder]) => ({
        prefix,
        directory: resolve(directory, folder),
      })),
    ],
    remote: {
      origins: config.remote?.origins ?? [],
      privateOrigins: config.remote?.privateOrigins ?? [],
      directory,
    },
    emitters: config.emitters ?? [],
    emitterModule: file?.path,
    templates: config.templates === undefined ? undefined : resolve(directory, config.templates),
    formatter: formatterChoice(config.formatter, directory),
    emit,
    package: typeof config.package === "string" ? { name: config.package } : config.package,
    importExtension:
      emit === "js+dts" ? ".js" : (config.importExtension ?? inferImportExtension(out)),
    keepGoing: values.keepGoing ?? false,
    cache: values.cache ?? true,
  };
}

function formatterChoice(formatter: string | undefined, directory: string): FormatterChoice {
  if (formatter === undefined) return { kind: "own" };
  if (formatter === "prettier") return { kind: "prettier" };
  return { kind: "module", path: resolve(directory, formatter) };
}

function renamePlace(
  file: SourceFile,
  ownNames: LocatedConfig["ownNames"],
  key: string,
): DiagnosticLocation | undefined {
  if (ownNames !== undefined && !Object.hasOwn(ownNames.rename, key)) return undefined;
  const pointer = appendTokens(`${ownNames?.pointer ?? ""}/names/rename`, key);
  const range = file.keyRangeOf?.(pointer);
  return { file, pointer, ...(range && { range }) };
}

function resolveInput(directory: string, input: string): string {
  return input.startsWith("!")
    ? `!${resolve(directory, input.slice(1))}`
    : resolve(directory, input);
}

/** Reads `PREFIX=DIR`; a prefix can hold an equals sign itself. */
function parseMap(text: string, cwd: string): UriMap {
  const equals = text.lastIndexOf("=");
  return { prefix: text.slice(0, equals), directory: resolve(cwd, text.slice(equals + 1)) };
}
