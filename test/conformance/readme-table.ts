import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { repository } from "../harness/project.ts";

const readme = path.join(repository, "README.md");

/** What a command writes between its marks in the README. */
function written(command: string): RegExp {
  return new RegExp(`(?<=<!-- npm run ${command} -- --write -->\\n\\n)[^]*?(?=\\n\\n<!-- end -->)`);
}

/**
 * The table of the suite that the README carries, row by row and cell by cell.
 *
 * @throws Error where the README has no place for it
 */
export function readmeRows(): readonly (readonly string[])[] {
  const lines = (written("conformance").exec(readFileSync(readme, "utf8"))?.[0] ?? "").split("\n");
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
 * Puts the table that a command of package.json makes into the README.
 *
 * @throws Error where the README has no place for it
 */
export async function writeReadme(command: string, markdown: string): Promise<void> {
  const before = readFileSync(readme, "utf8");
  const place = written(command);
  if (!place.test(before)) throw new Error(`the README has no marks of npm run ${command}`);
  const text = before.replace(place, () => markdown);
  writeFileSync(readme, await format(text, { parser: "markdown", printWidth: 100 }));
}
