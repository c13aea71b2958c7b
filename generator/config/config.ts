import type {
  Config,
  DocsLayout,
  EmitForm,
  EnumForm,
  FormatForm,
  ImportExtension,
  NameSource,
  OpenObjectForm,
  OutputKind,
  PackageConfig,
  TargetConfig,
} from "./generated/Config.ts";

// `config.schema.json` is where options are declared; `npm run generate` makes these of it.
export type {
  Config,
  DocsLayout,
  EmitForm,
  EnumForm,
  FormatForm,
  ImportExtension,
  NameSource,
  OpenObjectForm,
  OutputKind,
  PackageConfig,
  TargetConfig,
};

/** What is made of the schemas. */
export const outputKinds = [
  "types",
  "guards",
  "docs",
  "site",
] as const satisfies readonly OutputKind[];

/** How docs are laid out: a page each, or one for all. */
export const docsLayouts = ["pages", "single"] as const satisfies readonly DocsLayout[];

/** What modules are emitted as. */
export const emitForms = ["ts", "js+dts"] as const satisfies readonly EmitForm[];

/**
 * Gives a config its type; returns it as it is.
 */
export function defineConfig(config: Config): Config {
  return config;
}
