/** A mutant as Stryker's report has it. */
export interface Mutant {
  readonly id: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** What Stryker reports, as far as it is read here. */
export interface MutationResult {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>
  >;
}

/** Whether a mutant was killed; `undefined` for one that was not judged or could not run. */
export function statusOf({ status }: Mutant): boolean | undefined {
  switch (status) {
    case "Killed":
    case "Timeout":
      return true;
    case "Survived":
    case "NoCoverage":
      return false;
    default:
      return undefined;
  }
}

/**
 * Tells a mutant from others by the line that it is in, so that it is still known where the file has changed
 * elsewhere.
 */
export function mutantKey(
  file: string,
  line: string,
  { mutatorName, replacement }: Mutant,
): string {
  const name = file.replace(/^generator\//, "");
  return `${name} | ${line} | ${mutatorName} | ${shorten(replacement ?? "")}`;
}

/** A replacement on one line, no longer than tells what it is. */
export function shorten(replacement: string): string {
  return replacement.replaceAll(/\s+/g, " ").slice(0, 60);
}
