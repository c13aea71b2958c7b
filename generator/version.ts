import { readFileSync } from "node:fs";
import { packageFile } from "./package-file.ts";

/**
 * Reads the version of this package from its package.json.
 *
 * @throws where package.json is missing or carries no version
 */
export function packageVersion(): string {
  const text = readFileSync(packageFile("package.json"), "utf8");
  const { version } = JSON.parse(text) as { readonly version?: unknown };
  if (typeof version !== "string") throw new TypeError("package.json carries no version");
  return version;
}
