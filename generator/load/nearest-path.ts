import { readdir } from "node:fs/promises";
import path from "node:path";
import { nearestNames } from "../text/nearest.ts";
import { relativePath } from "./input-roots.ts";

/**
 * Says which names a missing path may have meant, out of the nearest folder that does exist. Names
 * are given relative to `cwd`.
 */
export async function suggestPaths(missing: string, cwd: string): Promise<string> {
  let folder = missing;
  let names: readonly string[] | undefined;
  let wanted = "";
  while (names === undefined && folder !== path.dirname(folder)) {
    wanted = path.basename(folder);
    folder = path.dirname(folder);
    names = await readdir(folder).catch(() => undefined);
  }
  const nearest = nearestNames(wanted, names ?? []).map(
    (name) => `"${relativePath(cwd, path.join(folder, name))}"`,
  );
  const place = relativePath(cwd, folder) || ".";
  return nearest.length > 0
    ? `did you mean ${nearest.join(" or ")}?`
    : `the folder "${place}" holds no "${wanted}" nor a name like it`;
}
