import type { PackageConfig } from "../config/config.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { moduleFile, moduleStem, typesFile } from "../names/module-files.ts";
import type { GenerateOptions } from "../options.ts";
import { hasModules } from "../render/modules.ts";
import { compareCodeUnits } from "../text/order.ts";
import { type Manifest, manifestPath, packagePath } from "./manifest.ts";
import { foldersAbove } from "./output-path.ts";

/** A package as package.json tells it, its version known. */
export type VersionedPackage = PackageConfig & { readonly version: string };

/**
 * Warns of a package that nobody could run who has it from a registry: Node.js strips no types there.
 */
export function reportUnrunnable(
  { package: described, emit, outputs }: Pick<GenerateOptions, "package" | "emit" | "outputs">,
  report: (diagnostic: Diagnostic) => void,
): void {
  const isRunnable = emit !== "ts" || !hasModules(outputs);
  if (described === undefined || described.private === true || isRunnable) return;
  report(
    diagnose(
      "package-not-runnable",
      `the package ${described.name} is TypeScript, which Node.js does not run below node_modules`,
      {
        help: 'publish JavaScript, by "emit": "js+dts", or say by "private": true of the package that it stays in its workspace',
      },
    ),
  );
}

/**
 * Writes the package.json of an output: what the config says, and how its modules are imported. The
 * index of the output is the package itself; that of a folder and each module are the subpaths of their
 * names.
 */
export function serializePackage(
  { name, version, private: isPrivate, engines, publishConfig, ...about }: VersionedPackage,
  manifest: Manifest,
): string {
  const { emit = "ts" } = manifest;
  const modules = exportedModules(manifest);
  const isEmpty = modules.size === 0;
  const written = {
    name,
    version,
    ...(isPrivate !== undefined && { private: isPrivate }),
    ...about,
    type: "module",
    sideEffects: false,
    ...(!isEmpty && {
      main: `./${moduleFile("index", emit)}`,
      types: `./${typesFile("index", emit)}`,
    }),
    exports: {
      ...Object.fromEntries(
        [...modules].map(([subpath, module]) => {
          const [types, run] = [typesFile(module, emit), moduleFile(module, emit)];
          const target = types === run ? `./${run}` : { types: `./${types}`, default: `./${run}` };
          return [subpath, target];
        }),
      ),
      ...Object.fromEntries([manifestPath, packagePath].map((file) => [`./${file}`, `./${file}`])),
    },
    ...(engines && { engines }),
    ...(publishConfig && { publishConfig }),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** The modules that a package hands out, by their subpaths; a module goes before a folder of its name. */
function exportedModules({ entries, outputs }: Manifest): ReadonlyMap<string, string> {
  const modules = [...new Set(entries.flatMap(({ module }) => module ?? []))].map(moduleStem);
  const folders = new Set(modules.flatMap(foldersAbove));
  const names = new Set(modules);
  const subpaths = [
    ...modules.map((module) => [module, module] as const),
    ...[...folders].map((folder): readonly [string, string] => {
      const index = `${folder}/index`;
      return [names.has(folder) ? index : folder, index];
    }),
    ...(outputs === undefined || outputs.includes("guards")
      ? [["runtime", "runtime"] as const]
      : []),
  ].sort(([a], [b]) => compareCodeUnits(a, b));
  const hasModules =
    outputs === undefined || outputs.includes("types") || outputs.includes("guards");
  return new Map([
    ...(hasModules ? [[".", "index"] as const] : []),
    ...subpaths.map(([subpath, module]) => [`./${subpath}`, module] as const),
  ]);
}
