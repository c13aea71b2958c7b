import type { ContentMode } from "../dialects/content.ts";
import type { DialectName } from "../dialects/dialect-name.ts";
import type { FormatMode } from "../dialects/formats.ts";

/** What a declaration is named after, where no rename says otherwise. */
export const nameSources = ["id", "file", "title"] as const;
export type NameSource = (typeof nameSources)[number];

/** What the import specifiers of emitted modules may end in. */
export const importExtensions = [".ts", ".js", ""] as const;
export type ImportExtension = (typeof importExtensions)[number];

/** What a project's config file says; every path is relative to that file. */
export interface Config {
  /** Files, folders and globs to read schemas from. */
  inputs?: readonly string[];
  /** The output folder; `generated` unless named. */
  out?: string;
  /** OpenAPI Overlay documents, applied in this order. */
  overlays?: readonly string[];
  /** The dialect of schemas that carry no `$schema`; `2020-12` unless named. */
  defaultDialect?: DialectName;
  /**
   * Whether guards assert `format`: `dialect` where the schema's dialect says so, `assert` always,
   * `annotate` never; `dialect` unless named.
   */
  formats?: FormatMode;
  /**
   * Whether guards assert `contentEncoding` (base64) and `contentMediaType` (JSON): `annotate`
   * never, `assert` always; `annotate` unless named.
   */
  content?: ContentMode;
  names?: {
    /**
     * `id`: the component or definition that `$id` points to, else the file's stem; `file`: always
     * the file's stem; `title`: the title, where there is one. `id` unless named.
     */
    by?: NameSource;
    /** From `source#pointer`, or `source` for a whole file, to the name wanted. */
    rename?: Readonly<Record<string, string>>;
  };
  /** From the prefix of URIs to the folder that stands for them, so that nothing is fetched. */
  map?: Readonly<Record<string, string>>;
  /** A folder whose files replace the templates of the same relative path. */
  templates?: string;
  /** What the import specifiers of emitted modules end in; `.ts` unless named. */
  importExtension?: ImportExtension;
}

/**
 * Gives a config its type; returns it as it is.
 */
export function defineConfig(config: Config): Config {
  return config;
}
