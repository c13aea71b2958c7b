import picocolors from "picocolors";
import { compareCodeUnits } from "../text/order.ts";
import type { WriteSummary } from "../write/write-output.ts";

/**
 * Writes for a terminal what a write would do, a line for each file that it would touch, by path.
 *
 * @param folder the output folder, as it is shown
 */
export function formatPlannedFiles(
  { created, changed, removed }: WriteSummary,
  { folder, color }: { readonly folder: string; readonly color: boolean },
): string {
  const colors = picocolors.createColors(color);
  const lines = [
    ...created.map((path) => ({ path, verb: colors.green("create") })),
    ...changed.map((path) => ({ path, verb: colors.yellow("change") })),
    ...removed.map((path) => ({ path, verb: colors.red("remove") })),
  ];
  return lines
    .sort((left, right) => compareCodeUnits(left.path, right.path))
    .map(({ path, verb }) => `${verb} ${folder}/${path}\n`)
    .join("");
}
