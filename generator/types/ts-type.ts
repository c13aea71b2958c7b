import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SchemaNode } from "../model/model.ts";
import { formatTypeScript } from "../text/format-typescript.ts";

/**
 * Reports each `tsType` of the schemas that is not one whole TypeScript type.
 */
export async function reportTsTypes(nodes: readonly SchemaNode[], report: Report): Promise<void> {
  for (const { annotations, location } of nodes) {
    const { tsType } = annotations;
    if (tsType === undefined || (await isType(tsType))) continue;
    const { document, pointer } = location;
    report(
      diagnose("ts-type-invalid", `tsType ${JSON.stringify(tsType)} is no TypeScript type`, {
        help: 'write one type, without comments, as in "Map<string, number>"',
        location: { file: document, pointer: `${pointer}/tsType` },
      }),
    );
  }
}

/** Whether a text is one type: it can be parsed as one, and nothing in it ends the parentheses around. */
async function isType(text: string): Promise<boolean> {
  const code = text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "");
  if (/["'`]|\/[/*]/.test(code)) return false;
  let depth = 0;
  for (const [bracket] of code.matchAll(/[()]/g)) {
    depth += bracket === "(" ? 1 : -1;
    if (depth < 0) return false;
  }
  try {
    await formatTypeScript(`type T = (\n${text}\n);`);
    return true;
  } catch {
    return false;
  }
}
