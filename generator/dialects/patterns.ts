import type { Pattern } from "./canonical-keywords.ts";
import type { SchemaReading } from "./schema-reading.ts";

/**
 * Reads a regular expression (2020-12 core §6.4): with the `u` flag where it is valid so, and
 * without where it is valid only so. What looks like a literal of JavaScript is a regular
 * expression of its own, and is reported.
 *
 * @returns `undefined` where it is valid neither way, which is reported
 */
export function readPattern(
  reading: SchemaReading,
  source: string,
  path: string,
): Pattern | undefined {
  const pattern = compilePattern(reading, source, path);
  const literal = pattern === undefined ? undefined : literalParts(source);
  if (literal !== undefined) reportLiteral(reading, path, source, literal);
  return pattern;
}

function compilePattern(
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

/** What stands between the slashes of a literal of JavaScript, and behind them. */
interface LiteralParts {
  readonly body: string;
  readonly flags: string;
}

/**
 * A literal as ECMA-262 §12.9.5 has it: a slash inside is escaped or in a class. So a path such as
 * `/api/v1/` is none.
 */
function literalParts(source: string): LiteralParts | undefined {
  const literal =
    /^\/(?<body>(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/(?<flags>[dgimsuvy]*)$/su.exec(source);
  const { body, flags } = literal?.groups ?? {};
  return body === undefined || flags === undefined ? undefined : { body, flags };
}

function reportLiteral(
  { report }: SchemaReading,
  path: string,
  source: string,
  { body, flags }: LiteralParts,
): void {
  const mended = body.replaceAll(/\\(.)/gsu, (escape, character) =>
    character === "/" ? "/" : escape,
  );
  const kept = `\\/${body}\\/${flags}`;
  // The others say how to search, or how every pattern is read.
  const lost = flags.replaceAll(/[^ims]/g, "");
  const loss = lost === "" ? "" : ` and say in it what the ${JSON.stringify(lost)} said`;
  report(
    "pattern-literal",
    path,
    `pattern ${JSON.stringify(source)} is written like a literal of JavaScript; its slashes${flags === "" ? "" : " and flags"} are matched as text`,
    `write ${JSON.stringify(mended)}${loss}; if the slashes are meant, write ${JSON.stringify(kept)}`,
  );
}
