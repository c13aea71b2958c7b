import { readFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../../harness/project.ts";

/**
 * A package with the version that is installed: `ajv 8.20.0`.
 */
export function withVersion(packageName: string): string {
  const file = path.join(repository, "node_modules", packageName, "package.json");
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return `${packageName} ${version}`;
}
