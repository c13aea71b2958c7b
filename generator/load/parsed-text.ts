import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import type { SourceRange } from "../diagnostics/diagnostic.ts";

/** Something that keeps a text from being read as a JSON value. */
export interface TextFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  readonly range: SourceRange;
}

/** A text as its parser read it: a JSON value with the places of its parts, or what is wrong. */
export type ParsedText =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** As `SourceFile.rangeOf` has it. */
      readonly rangeOf: (pointer: string) => SourceRange | undefined;
    }
  | { readonly ok: false; readonly faults: readonly TextFault[] };
