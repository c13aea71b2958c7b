import { unchangedOutput } from "../cache/unchanged-output.ts";
import type { GenerateResult } from "../generate.ts";
import type { GenerateOptions } from "../options.ts";
import { recoverOutput } from "../write/write-output.ts";

/**
 * Makes the output of a target and writes it. The pipeline takes longer to load than to see that there is
 * nothing to make.
 *
 * @throws DiagnosticsError where nothing was written
 */
export async function generateOutput(options: GenerateOptions): Promise<GenerateResult> {
  await recoverOutput(options.out);
  const known = await unchangedOutput(options);
  if (known !== undefined) return known;
  const { generateAnew } = await import("../generate.ts");
  return generateAnew(options);
}

/**
 * Makes the output of a target and tells what writing it would do.
 *
 * @throws DiagnosticsError where nothing would be written
 */
export async function previewOutput(options: GenerateOptions): Promise<GenerateResult> {
  const known = await unchangedOutput(options);
  if (known !== undefined) return known;
  const { preview } = await import("../generate.ts");
  return preview(options);
}
