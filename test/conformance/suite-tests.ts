import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { ContentMode } from "../../generator/dialects/content.ts";
import type { DialectName } from "../../generator/dialects/dialect-name.ts";
import type { FormatMode } from "../../generator/dialects/formats.ts";
import { type SuiteGroup, readGroups, suite } from "./suite.ts";

/** A dialect that the suite has tests for. */
export interface SuiteDialect {
  /** The folder of its tests. */
  readonly folder: string;
  /** The dialect of the schemas there that carry no `$schema`. */
  readonly name: DialectName;
  /** The `$schema` that declares it. */
  readonly uri: string;
}

/** A part of the tests of each dialect, and what is asserted there. */
export interface SuiteSection {
  readonly name: "required" | "optional/format" | "optional";
  /** Below the folder of the dialect. */
  readonly folder: string;
  readonly title: string;
  readonly formats: FormatMode;
  readonly content: ContentMode;
}

/** The tests of one section in one dialect. */
export interface SuiteTests {
  /** The folder of the suite, with its `tests` and `remotes`. */
  readonly checkout: string;
  readonly dialect: SuiteDialect;
  readonly section: SuiteSection;
  readonly groups: readonly SuiteGroup[];
}

export const suiteDialects: readonly SuiteDialect[] = [
  { folder: "draft4", name: "draft-04", uri: "http://json-schema.org/draft-04/schema#" },
  { folder: "draft6", name: "draft-06", uri: "http://json-schema.org/draft-06/schema#" },
  { folder: "draft7", name: "draft-07", uri: "http://json-schema.org/draft-07/schema#" },
  {
    folder: "draft2019-09",
    name: "2019-09",
    uri: "https://json-schema.org/draft/2019-09/schema",
  },
  {
    folder: "draft2020-12",
    name: "2020-12",
    uri: "https://json-schema.org/draft/2020-12/schema",
  },
];

/** The optional tests of draft-07 demand that contents are asserted; the required ones, not. */
export const suiteSections: readonly SuiteSection[] = [
  {
    name: "required",
    folder: "",
    title: "required",
    formats: "dialect",
    content: "annotate",
  },
  {
    name: "optional/format",
    folder: "optional/format",
    title: "optional/format, asserted",
    formats: "assert",
    content: "annotate",
  },
  {
    name: "optional",
    folder: "optional",
    title: "optional, the rest",
    formats: "dialect",
    content: "assert",
  },
];

/**
 * Reads all tests of the suite, section by section, in each dialect by dialect.
 *
 * @throws Error where the folder is no checkout of the suite
 */
export function readSuite(checkout: string): SuiteTests[] {
  const absent = ["tests", "remotes"].filter((name) => !existsSync(path.join(checkout, name)));
  if (absent.length > 0) {
    throw new Error(
      `${checkout} is no checkout of the JSON-Schema-Test-Suite: it has no ${absent.join(" and no ")}\n` +
        "  help: clone the suite as the README tells, and name the folder with --suite",
    );
  }
  return suiteSections.flatMap((section) =>
    suiteDialects.map((dialect) => ({
      checkout,
      dialect,
      section,
      groups: readGroups(path.join(checkout, "tests", dialect.folder, section.folder)),
    })),
  );
}

/** The commit that the test data holds. */
const heldCommit = "44401e0c";

/**
 * The commit that a checkout of the suite is at; `undefined` where it is no clone.
 */
export function suiteCommit(checkout: string): string | undefined {
  if (checkout === suite) return heldCommit;
  if (!existsSync(path.join(checkout, ".git"))) return undefined;
  const words = ["-C", checkout, "rev-parse", "--short=8", "HEAD"];
  return execFileSync("git", words, { encoding: "utf8" }).trim();
}
