import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * The version in the package.json of an output, which a release may have raised; `undefined` where there
 * is none.
 *
 * @param out the absolute path of the output folder
 */
export function readOutputVersion(out: string): string | undefined {
  try {
    const text = readFileSync(path.join(out, "package.json"), "utf8");
    const { version } = JSON.parse(text) as { readonly version?: unknown };
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
