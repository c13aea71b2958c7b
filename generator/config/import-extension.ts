import { dirname, extname, join, resolve } from "node:path";
import { createFilesMatcher, findTsconfig, parseTsconfig, type TsConfigResult } from "get-tsconfig";
import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import type { ImportExtension } from "./config.ts";

/**
 * What import specifiers must end in for the TypeScript project that an output folder belongs to:
 * `.ts` where it allows that, `.js` where it resolves modules as Node does, else nothing. `.ts` where
 * there is no such project.
 *
 * @param out the absolute path of the output folder, which need not exist
 * @throws DiagnosticsError (`tsconfig-invalid`) where the project's tsconfig.json cannot be read
 */
export function inferImportExtension(out: string): ImportExtension {
  const path = findTsconfig(out);
  if (path === undefined) return ".ts";
  try {
    return extensionFor(governingProject(readProject(path), join(out, "index.ts")));
  } catch (fault) {
    throw unreadableProject(path, fault);
  }
}

function extensionFor({ config: { compilerOptions = {} } }: TsConfigResult): ImportExtension {
  const { allowImportingTsExtensions, rewriteRelativeImportExtensions } = compilerOptions;
  if (allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true) return ".ts";
  // Where only `module` is written, this has been worked out from that.
  const { moduleResolution } = compilerOptions;
  return moduleResolution === "node16" || moduleResolution === "nodenext" ? ".js" : "";
}

/**
 * The project that compiles a file: the nearest one, unless it leaves the file to one that it refers
 * to. A file that none includes is compiled where one imports it, which has files then.
 */
function governingProject(nearest: TsConfigResult, file: string): TsConfigResult {
  if (includesFile(nearest, file)) return nearest;
  const { references = [] } = nearest.config;
  const referenced = references.map((reference) => {
    const path = resolve(dirname(nearest.path), reference.path);
    return readProject(extname(path) === ".json" ? path : join(path, "tsconfig.json"));
  });
  return (
    referenced.find((project) => includesFile(project, file)) ??
    [nearest, ...referenced].find(hasFiles) ??
    nearest
  );
}

function readProject(path: string): TsConfigResult {
  return { path, config: parseTsconfig(path) };
}

function includesFile(project: TsConfigResult, file: string): boolean {
  return createFilesMatcher(project, true)(file) !== undefined;
}

function hasFiles({ config: { files, include } }: TsConfigResult): boolean {
  return files === undefined || files.length > 0 || (include !== undefined && include.length > 0);
}

function unreadableProject(path: string, fault: unknown): DiagnosticsError {
  // A value of the wrong kind is met where it is used, with words that say nothing of it.
  const isAboutFiles = fault instanceof Error && !(fault instanceof TypeError);
  const reason = isAboutFiles ? fault.message : "an option of it has a value that it cannot have";
  return new DiagnosticsError([
    diagnose("tsconfig-invalid", `The tsconfig of the output folder cannot be read: ${reason}`, {
      help: "mend it, or name importExtension in the config, so that it is not asked",
      location: { file: { path, text: "", rangeOf: () => undefined } },
    }),
  ]);
}
