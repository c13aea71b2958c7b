import path from "node:path";
import { moduleFiles } from "../cache/imported-files.ts";
import { formatterFiles } from "../cache/setup.ts";
import { inputPlaces } from "../load/find-inputs.ts";
import { type GenerateOptions, predicateFiles } from "../options.ts";
import { remoteFiles } from "../load/remote-files.ts";

/**
 * The files and folders that a run reads from, by their absolute paths.
 */
export async function watchedPlaces(options: GenerateOptions): Promise<string[]> {
  const { emitters, emitterModule } = options;
  return [
    ...(await inputPlaces(options.inputs, options.cwd)),
    ...options.overlays,
    ...predicateFiles(options),
    ...options.referenceFolders,
    ...options.maps.map(({ directory }) => directory),
    ...remoteFiles(options.remote),
    ...(options.templates === undefined ? [] : [options.templates]),
    ...(await formatterFiles(options)),
    ...(emitters.length > 0 && emitterModule !== undefined ? await moduleFiles(emitterModule) : []),
  ];
}

/**
 * Whether a change of a path is none of a run's business: what it writes must not lead to another, and
 * what packages hold is none of the user's.
 *
 * @param outputs the absolute paths of the output folders
 */
export function isUnwatched(file: string, outputs: ReadonlySet<string>): boolean {
  return outputs.has(file) || /^(?:node_modules|\.git)$/.test(path.basename(file));
}
