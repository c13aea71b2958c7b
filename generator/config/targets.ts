import { isAbsolute, relative, resolve, sep } from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { GenerateOptions } from "../options.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import { nearestNames } from "../text/nearest.ts";
import type { Config, TargetConfig } from "./config.ts";
import type { LoadedConfig } from "./load-config.ts";
import { type CommandLineValues, type LocatedConfig, resolveOptions } from "./resolve-options.ts";
import { UsageError } from "./usage-error.ts";

/** One output that a run makes, holds against what is there, or reads the schemas of. */
export interface Target {
  /** Its name in the config; `undefined` where the config has no targets, or none of them is meant. */
  readonly name: string | undefined;
  readonly options: GenerateOptions;
}

/** What a command line says of targets besides what it says of each. */
export interface TargetValues extends CommandLineValues {
  /** The targets that are meant; all of them where none is named. */
  readonly targets?: readonly string[];
  /** The inputs of a target for which nothing else names any. */
  readonly fallbackInputs?: readonly string[];
}

/** A target of a config and all that holds for it, what the targets share included. */
interface NamedConfig extends Pick<LocatedConfig, "config" | "ownNames"> {
  readonly name: string | undefined;
}

/**
 * The targets that a run is for, each with its own options. Inputs of the command line are for one
 * target, and so is an output folder; where the config has several and none is named, inputs with a
 * folder of their own are a target by themselves, which has what the others share.
 *
 * @throws UsageError where the command line does not fit the config, or there is nothing to read
 * @throws DiagnosticsError (`config-invalid`) where targets would write into one folder, and as
 *   {@link resolveOptions}
 */
export function resolveTargets(
  loaded: LoadedConfig,
  values: TargetValues,
  cwd: string,
): readonly Target[] {
  const selected = selectTargets(loaded.config, values);
  const outputFolders = namedFolders(loaded).map(({ out }) => out);
  const diagnostics: Diagnostic[] = [];
  const targets = selected.flatMap(({ name, ...said }): Target[] => {
    try {
      const options = resolveOptions({ ...loaded, ...said, outputFolders }, values, cwd);
      if (options.inputs.length > 0) return [{ name, options }];
      return [{ name, options: { ...options, inputs: values.fallbackInputs ?? [] } }];
    } catch (fault) {
      if (!(fault instanceof DiagnosticsError)) throw fault;
      diagnostics.push(...fault.diagnostics);
      return [];
    }
  });
  diagnostics.push(...sharedFolders(loaded));
  if (diagnostics.length > 0) throw new DiagnosticsError(diagnostics);
  const idle = targets.find(({ options }) => options.inputs.length === 0);
  if (idle !== undefined) {
    const whose = idle.name === undefined ? "" : ` for the target "${idle.name}"`;
    throw new UsageError(
      `no inputs${whose}: name schemas on the command line or as \`inputs\` in the config`,
    );
  }
  return targets;
}

function selectTargets(config: Config, values: TargetValues): readonly NamedConfig[] {
  const { targets, ...shared } = config;
  const { targets: wanted = [], inputs, out } = values;
  if (targets === undefined) {
    if (wanted.length > 0) throw new UsageError("--target names a target, and the config has none");
    return [{ name: undefined, config: shared }];
  }
  const all = namedConfigs(config);
  const selected =
    wanted.length === 0 ? all : all.filter(({ name }) => wanted.some((want) => want === name));
  const unknown = wanted.find((want) => !Object.hasOwn(targets, want));
  if (unknown !== undefined) throw new UsageError(unknownTarget(unknown, Object.keys(targets)));
  if (selected.length === 1) return selected;
  const names = selected.map(({ name }) => name).join(", ");
  if (inputs.length > 0) {
    if (out !== undefined && wanted.length === 0) return [{ name: undefined, config: shared }];
    throw new UsageError(
      `inputs on the command line are for one target: choose one of ${names} by --target`,
    );
  }
  if (out !== undefined) {
    throw new UsageError(
      `--out is one folder, and ${selected.length} targets would be written to it: choose one of ${names} by --target`,
    );
  }
  return selected;
}

function namedConfigs({ targets = {}, ...shared }: Config): readonly NamedConfig[] {
  return Object.entries(targets).map(([name, own]) => ({
    name,
    config: {
      ...(joinValues(shared, own) as TargetConfig),
      out: own.out ?? `${shared.out ?? "generated"}/${name}`,
    },
    ownNames: { pointer: appendTokens("/targets", name), rename: own.names?.rename ?? {} },
  }));
}

/** An object joined with another key by key; of all else, the second value, where there is one. */
function joinValues(shared: unknown, own: unknown): unknown {
  if (own === undefined) return shared;
  if (!isRecord(shared) || !isRecord(own)) return own;
  const keys = new Set([...Object.keys(shared), ...Object.keys(own)]);
  return Object.fromEntries([...keys].map((key) => [key, joinValues(shared[key], own[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unknownTarget(name: string, names: readonly string[]): string {
  const [nearest] = nearestNames(name, names, 1);
  const help =
    nearest === undefined ? `its targets are ${names.join(", ")}` : `did you mean "${nearest}"?`;
  return `the config has no target "${name}"; ${help}`;
}

/** Says of each target that its folder is, or stands in, that of another. */
function sharedFolders(loaded: LoadedConfig): readonly Diagnostic[] {
  const folders = namedFolders(loaded);
  const { file } = loaded;
  return folders.flatMap(({ name, out }, index) => {
    const other = folders.find(
      (folder, position) =>
        position !== index && (folder.out === out ? position < index : isInside(folder.out, out)),
    );
    if (other === undefined) return [];
    const where = other.out === out ? "is" : "stands in";
    const message = `The output folder of the target "${name}" ${where} that of "${other.name}"`;
    return diagnose("config-invalid", message, {
      help: "each target replaces its folder whole; give them folders of their own by `out`",
      ...(file && { location: { file, pointer: appendTokens("", "targets", name, "out") } }),
    });
  });
}

function namedFolders({ config, directory }: LoadedConfig) {
  return namedConfigs(config).map(({ name = "", config: { out = "" } }) => ({
    name,
    out: resolve(directory, out),
  }));
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
