import path from "node:path";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { relativePath } from "./input-roots.ts";

/** An input that a folder or glob brings and that stands elsewhere. */
export interface OutsideLink {
  readonly file: string;
  /** Where it really stands. */
  readonly leadsTo: string;
}

/**
 * Reports the inputs that links bring from outside the folders that are allowed, once for each folder
 * that they come from.
 */
export function reportLinks(links: readonly OutsideLink[], cwd: string, report: Report): void {
  const byFolder = new Map<string, OutsideLink[]>();
  for (const link of links) {
    const folder = path.dirname(link.leadsTo);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), link]);
  }
  for (const [folder, [first, ...others]] of byFolder) {
    if (first === undefined) continue;
    const more = others.length === 0 ? "" : `, as ${others.length} more of its folder do`;
    const file = { path: first.file, text: "", rangeOf: () => undefined };
    report(
      diagnose(
        "outside-roots",
        `the input is a link out of the folders of the inputs, to ${first.leadsTo}${more}`,
        {
          help: `name the file itself as an input, ${howToAllow(folder, cwd)}`,
          location: { file },
        },
      ),
    );
  }
}

/** Says how references into a folder, and links, come to be allowed. */
export function howToAllow(folder: string, cwd: string): string {
  const shown = relativePath(cwd, folder) || ".";
  return `or allow its folder by "references": { "folders": [${JSON.stringify(shown)}] } in the config, or by --references ${shown}`;
}
