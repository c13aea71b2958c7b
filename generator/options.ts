import type {
  DocsLayout,
  EmitForm,
  EnumForm,
  FormatForm,
  ImportExtension,
  NameSource,
  OpenObjectForm,
  OutputKind,
  PackageConfig,
} from "./config/config.ts";
import type { Emitter } from "./emitters/emitter.ts";
import type { FormatterChoice } from "./format/formatter.ts";
import type { DiagnosticLocation } from "./diagnostics/diagnostic.ts";
import type { UriMap } from "./load/mapped-documents.ts";
import type { RemoteOptions } from "./load/remote-origins.ts";
import type { DialectName } from "./dialects/dialect-name.ts";
import type { ContentMode } from "./dialects/content.ts";
import type { DiscriminatorMode } from "./dialects/discriminator.ts";
import type { FormatMode } from "./dialects/formats.ts";
import type { OnProgress } from "./progress.ts";

/** How declarations come by their names. */
export interface NameOptions {
  readonly by: NameSource;
  /** From `source#pointer`, or `source` for a whole file, to the name wanted. */
  readonly rename: ReadonlyMap<string, string>;
  /**
   * Where the config renames something that this run must have; `undefined` of what may be for another
   * target.
   */
  readonly renamePlace?: (key: string) => DiagnosticLocation | undefined;
}

/** What a keyword means that no dialect knows. */
export interface KeywordOptions {
  /** The absolute path of the module that exports its predicate; guards assert it. */
  readonly module: string;
  /** What a value must do, with `{argument}` for what the schema gives the keyword. */
  readonly message?: string;
  /** The TypeScript type of the values that meet it. */
  readonly type?: string;
}

/** How types are written. */
export interface TypeOptions {
  readonly enums: EnumForm;
  readonly readonly: boolean;
  readonly openObjects: OpenObjectForm;
  /** Whether few items are written out one by one, where their number is limited. */
  readonly itemCounts: boolean;
  readonly formats: FormatForm;
  /** Whether the keyword `tsType` is obeyed. */
  readonly tsType: boolean;
  /** Whether schemas that differ on the way in or out have a variant for each way. */
  readonly variants: boolean;
}

/** How types are written where nothing else is asked for. */
export const defaultTypes: TypeOptions = {
  enums: "union",
  readonly: false,
  openObjects: "declared",
  itemCounts: true,
  formats: "string",
  tsType: false,
  variants: false,
};

/** Everything that one run needs to know; every path in it is absolute. */
export interface GenerateOptions {
  /** Files, folders and globs; a glob's excluding form keeps its leading `!`. */
  readonly inputs: readonly string[];
  /** The folder that the run was started in. */
  readonly cwd: string;
  /** The output folder. */
  readonly out: string;
  /** The output folders of all targets: what stands in there is no input unless it is named. */
  readonly outputFolders: readonly string[];
  /** What is made; at least one. */
  readonly outputs: ReadonlySet<OutputKind>;
  /** Whether each input has a page of docs, or all share one. */
  readonly docs: DocsLayout;
  /** OpenAPI Overlay documents, applied in this order. */
  readonly overlays: readonly string[];
  /** The dialect of schemas that carry no `$schema`. */
  readonly defaultDialect: DialectName;
  readonly names: NameOptions;
  /** Whether guards assert formats. */
  readonly formats: FormatMode;
  /** From formats to the modules that export their predicates; guards assert them, too. */
  readonly customFormats: ReadonlyMap<string, string>;
  /** Keywords that no dialect knows, with what they mean. */
  readonly keywords: ReadonlyMap<string, KeywordOptions>;
  /** Whether guards assert what strings hold. */
  readonly content: ContentMode;
  /** Whether guards assert discriminators. */
  readonly discriminator: DiscriminatorMode;
  readonly types: TypeOptions;
  /** Whether `properties` without `type` means `object`. */
  readonly assumeObject: boolean;
  /** Folders that schemas may refer to files in, besides those of the inputs. */
  readonly referenceFolders: readonly string[];
  /** Folders that stand for URIs. */
  readonly maps: readonly UriMap[];
  /** Where documents on the web may come from. */
  readonly remote: RemoteOptions;
  /** What makes files of its own. */
  readonly emitters: readonly Emitter[];
  /** The module that the emitters come from, a config; `undefined` where a program gives them. */
  readonly emitterModule: string | undefined;
  /** A folder whose files replace the templates of the same relative path. */
  readonly templates: string | undefined;
  /** What formats modules. */
  readonly formatter: FormatterChoice;
  /** What modules are emitted as. */
  readonly emit: EmitForm;
  /** What the package.json of the output says of itself; `undefined` where the output has none. */
  readonly package: PackageConfig | undefined;
  /** What the import specifiers of emitted modules end in; `.js` where they are JavaScript. */
  readonly importExtension: ImportExtension;
  /** Make all that can be made, and list in the manifest what cannot. */
  readonly keepGoing: boolean;
  /** Is told how far a run has come. */
  readonly onProgress?: OnProgress;
  /** Whether a run that writes takes from the cache what an earlier one has made. */
  readonly cache: boolean;
}

/**
 * The files that the predicates of custom formats and keywords stand in, by their absolute paths.
 */
export function predicateFiles({
  customFormats,
  keywords,
}: Pick<GenerateOptions, "customFormats" | "keywords">): readonly string[] {
  return [...customFormats.values(), ...[...keywords.values()].map(({ module }) => module)];
}
