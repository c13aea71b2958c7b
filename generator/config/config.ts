import type {
  Config,
  EnumForm,
  FormatForm,
  ImportExtension,
  NameSource,
  OpenObjectForm,
  OutputKind,
  TargetConfig,
} from "./generated/Config.ts";

// `config.schema.json` is where options are declared; `npm run generate` makes these of it.
export type {
  Config,
  EnumForm,
  FormatForm,
  ImportExtension,
  NameSource,
  OpenObjectForm,
  OutputKind,
  TargetConfig,
};

/** What is made of the schemas. */
export const outputKinds = ["types", "guards", "docs"] as const satisfies readonly OutputKind[];

/**
 * Gives a config its type; returns it as it is.
 */
export function defineConfig(config: Config): Config {
  return config;
}
