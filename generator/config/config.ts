import type { ContentMode } from "../dialects/content.ts";
import type { DialectName } from "../dialects/dialect-name.ts";
import type { DiscriminatorMode } from "../dialects/discriminator.ts";
import type { FormatMode } from "../dialects/formats.ts";

/** What is made of the schemas. */
export const outputKinds = ["types", "guards", "docs"] as const;
export type OutputKind = (typeof outputKinds)[number];

/** What a declaration is named after, where no rename says otherwise. */
export const nameSources = ["id", "file", "title"] as const;
export type NameSource = (typeof nameSources)[number];

/** What the import specifiers of emitted modules may end in. */
export const importExtensions = [".ts", ".js", ""] as const;
export type ImportExtension = (typeof importExtensions)[number];

/** How the type of a declaration that lists values is written. */
export const enumForms = ["union", "const-object"] as const;
export type EnumForm = (typeof enumForms)[number];

/** How the type of an object that admits undeclared properties is written. */
export const openObjectForms = ["declared", "index"] as const;
export type OpenObjectForm = (typeof openObjectForms)[number];

/** How the type of a string whose format is asserted is written. */
export const formatForms = ["string", "template", "brand"] as const;
export type FormatForm = (typeof formatForms)[number];

/** What a project's config file says; every path is relative to that file. */
export interface Config {
  /** Files, folders and globs to read schemas from. */
  inputs?: readonly string[];
  /** The output folder; `generated` unless named. */
  out?: string;
  /**
   * What to make: `types`; `guards`, with validators, assertions and Standard Schemas; `docs`. All of
   * them unless named.
   */
  outputs?: readonly OutputKind[];
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
   * From a format to the module that exports its predicate: one function of a string or a number.
   * These formats are asserted in every dialect, unless `formats` is `annotate`; one that is known
   * already has the meaning that is given here.
   */
  customFormats?: Readonly<Record<string, string>>;
  /**
   * Whether guards assert `contentEncoding` (base64) and `contentMediaType` (JSON): `annotate`
   * never, `assert` always; `annotate` unless named.
   */
  content?: ContentMode;
  /**
   * Whether the value of a `discriminator` decides: `annotate`, it only explains what a union says;
   * `assert`, it selects the one branch that a value must match. `annotate` unless named.
   */
  discriminator?: DiscriminatorMode;
  names?: {
    /**
     * `id`: the component or definition that `$id` points to, else the file's stem; `file`: always
     * the file's stem; `title`: the title, where there is one. `id` unless named.
     */
    by?: NameSource;
    /**
     * From `source#pointer`, or `source` for a whole file, to the name wanted; of an input, a
     * definition, or a type that is written out inside another.
     */
    rename?: Readonly<Record<string, string>>;
  };
  types?: {
    /**
     * `union`: a listed value is a literal type; `const-object`: where the list has a name, that is
     * also an object of the values, to be used as `Level.High`. `union` unless named.
     */
    enums?: EnumForm;
    /** Whether properties, arrays and maps are `readonly`; they are not unless named. */
    readonly?: boolean;
    /**
     * `declared`: an open object has its declared properties alone, so that a misspelt one is an
     * error; `index`: an index signature of `unknown` too. `declared` unless named.
     */
    openObjects?: OpenObjectForm;
    /**
     * Whether `minItems` and `maxItems` of up to eight make tuples: `[string, ...string[]]` is a list
     * of at least one. They do unless named otherwise.
     */
    itemCounts?: boolean;
    /**
     * What a string of an asserted format is: `string`; `template`, the template literal type of its
     * shape, where it has one; `brand`, a string that only its guard can tell. `string` unless named.
     */
    formats?: FormatForm;
    /** Whether the keyword `tsType` of a schema is its type, trusted as it is; not unless named. */
    tsType?: boolean;
    /**
     * Whether a schema with `readOnly` or `writeOnly` properties, or with defaults, is also made as
     * `BInput`, without what only the owner writes, and `BOutput`, without what only others write and
     * with every default filled in. It is not unless named.
     */
    variants?: boolean;
  };
  /**
   * Whether a schema that has `properties` and no `type` accepts objects alone. It does not unless
   * named: by the specification it accepts every string, number and array too.
   */
  assumeObject?: boolean;
  /** From the prefix of URIs to the folder that stands for them, so that nothing is fetched. */
  map?: Readonly<Record<string, string>>;
  /** A folder whose files replace the templates of the same relative path. */
  templates?: string;
  /**
   * What the import specifiers of emitted modules end in; unless named, what the tsconfig.json of the
   * output folder asks for, `.ts` where there is none.
   */
  importExtension?: ImportExtension;
}

/**
 * Gives a config its type; returns it as it is.
 */
export function defineConfig(config: Config): Config {
  return config;
}
