import type { Pattern } from "./canonical-keywords.ts";
import type { SchemaReading } from "./schema-reading.ts";

/**
 * Reads a regular expression (2020-12 core §6.4): with the `u` flag where it is valid so, and
 * without where it is valid only so.
 *
 * @returns `undefined` where it is valid neither way, which is reported
 */
export function readPattern(
  { report }: SchemaReading,
  source: string,
  path: string,
): Pattern | undefined {
  const fault = patternFault(source, "u");
  if (fault === undefined) return { source, flags: "u" };
  if (patternFault(source, "") === undefined) {
    report(
      "pattern-not-unicode",
      path,
      `pattern ${JSON.stringify(source)} is no regular expression under the u flag and is used without`,
      `mend it: ${fault}`,
    );
    return { source, flags: "" };
  }
  report(
    "pattern-invalid",
    path,
    `pattern ${JSON.stringify(source)} is no regular expression: ${fault}`,
    "write a regular expression as ECMA-262 has them",
  );
  return undefined;
}

function patternFault(source: string, flags: string): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.replace(`Invalid regular expression: /${source}/${flags}: `, "");
  }
}
