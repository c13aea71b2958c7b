import { diagnosticSeverities, type DiagnosticCode } from "./catalogue.ts";
import { explanations } from "./explanations.ts";

/** The codes that a word can be, in their order. */
const codes = Object.keys(diagnosticSeverities) as readonly DiagnosticCode[];

/** The code that a word is, if it is one. */
export function diagnosticCode(word: string): DiagnosticCode | undefined {
  return codes.find((code) => code === word);
}

/**
 * The page that tells of every code, in Markdown; `DIAGNOSTICS.md` is this.
 */
export function codePage(): string {
  const sections = codes.map(
    (code) => `## ${code}\n\n_${severityWords(code)}_ ${explanations[code]}\n`,
  );
  return `${introduction}\n${sections.join("\n")}`;
}

/** What a code means, for a terminal. */
export function codeText(code: DiagnosticCode): string {
  return `${severityWords(code)} ${explanations[code]}`;
}

function severityWords(code: DiagnosticCode): string {
  return diagnosticSeverities[code] === "error" ? "Error." : "Warning.";
}

const introduction = `# Diagnostics

What each code of a diagnostic means. An error keeps the output from being made; a warning does not.
Codes stay as they are from release to release. \`schemaloom explain CODE\` tells the same.
`;
