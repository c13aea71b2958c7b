import { diagnose } from "../diagnostics/diagnose.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { formatTypeScript } from "../text/format-typescript.ts";

/**
 * Formats TypeScript that the templates of a user had a part in.
 *
 * @param file the path of the text below the output folder
 * @throws DiagnosticsError where the text is no TypeScript
 */
export async function formatRendered(text: string, file: string): Promise<string> {
  try {
    return await formatTypeScript(text);
  } catch (fault) {
    const [reason = ""] = (fault instanceof Error ? fault.message : String(fault)).split("\n", 1);
    throw new DiagnosticsError([
      diagnose(
        "template-invalid",
        `the templates make a ${file} that is no TypeScript: ${reason}`,
        {
          help: "mend the folder of templates that the config names; what its files make is formatted, and so must be TypeScript",
        },
      ),
    ]);
  }
}

/**
 * Tidies text that is formatted already but for its blank lines: one at most between two parts, none
 * at either end.
 */
export function tidyBlankLines(text: string): string {
  return `${text.replaceAll(/\n{3,}/g, "\n\n").trim()}\n`;
}
