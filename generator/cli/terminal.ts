import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Where a command writes text to. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Where a command reads text from, or whom it asks. */
export interface InputStream extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
}

/** What a command sees of the process that it runs in. */
export interface Terminal {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** 0: done; 1: faults, or an output that is not as it would be made; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

/**
 * Whether to colour what is written to a stream: never where NO_COLOR says so, always where
 * FORCE_COLOR does, else on a terminal.
 */
export function hasColor({ environment }: Terminal, stream: OutputStream): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"]) return environment["FORCE_COLOR"] !== "0";
  return stream.isTTY === true;
}

/**
 * Writes diagnostics to stderr, and where to read more of them if that is a terminal.
 */
export async function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { formatDiagnostics } = await import("../diagnostics/format.ts");
  const color = hasColor(terminal, terminal.stderr);
  terminal.stderr.write(`${formatDiagnostics(diagnostics, { cwd: terminal.cwd, color })}\n`);
  if (terminal.stderr.isTTY === true) terminal.stderr.write(`${readMore(diagnostics)}\n`);
}

function readMore(diagnostics: readonly Diagnostic[]): string {
  const [code = "", ...others] = new Set(diagnostics.map((diagnostic) => diagnostic.code));
  return others.length === 0
    ? `schemaloom explain ${code} says more`
    : `schemaloom explain CODE says more of each, such as ${code}`;
}
