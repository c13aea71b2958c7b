import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { repository } from "../harness/project.ts";

const readme = path.join(repository, "README.md");

/** What stands around the table in the README. */
const table = /(?<=<!-- npm run conformance -- --write -->\n\n)[^]*?(?=\n\n<!-- end -->)/;

/**
 * The table of the suite that the README carries, row by row and cell by cell.
 *
 * @throws Error where the README has no place for it
 */
export function readmeRows(): readonly (readonly string[])[] {
  const lines = (table.exec(readFileSync(readme, "utf8"))?.[0] ?? "").split("\n");
  if (lines.length < 3) throw new Error("the README has no table of the suite between its marks");
  return lines
    .filter((line) => line.startsWith("|") && !line.startsWith("| ---"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/**
 * Puts the table of the suite into the README.
 */
export async function writeReadme(markdown: string): Promise<void> {
  const text = readFileSync(readme, "utf8").replace(table, () => markdown);
  writeFileSync(readme, await format(text, { parser: "markdown", printWidth: 100 }));
}
