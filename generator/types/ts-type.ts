import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { SchemaNode } from "../model/model.ts";
import { isWholeType } from "./whole-type.ts";

/**
 * Reports each `tsType` of the schemas that is not one whole TypeScript type.
 */
export async function reportTsTypes(nodes: readonly SchemaNode[], report: Report): Promise<void> {
  for (const { annotations, location } of nodes) {
    const { tsType } = annotations;
    if (tsType === undefined || (await isWholeType(tsType))) continue;
    const { document, pointer } = location;
    report(
      diagnose("ts-type-invalid", `tsType ${JSON.stringify(tsType)} is no TypeScript type`, {
        help: 'write one type, without comments, as in "Map<string, number>"',
        location: { file: document, pointer: `${pointer}/tsType` },
      }),
    );
  }
}
