/** Whether a diagnostic keeps the output from being made. */
export type Severity = "error" | "warning";

/** Every code that a diagnostic can carry, with its severity. Codes are stable across releases. */
export const diagnosticSeverities = {
  "ambiguous-dialect": "warning",
  "ambiguous-ref": "error",
  "annotation-invalid": "warning",
  "config-invalid": "error",
  "config-not-found": "error",
  contradiction: "warning",
  "dangling-ref": "error",
  "dependency-failed": "error",
  "dialect-unknown": "error",
  "discriminator-invalid": "warning",
  "format-invalid": "error",
  "format-unknown": "warning",
  "fragment-id": "warning",
  "ignored-beside-ref": "warning",
  "input-not-found": "error",
  "input-unreadable": "error",
  "invalid-json": "error",
  "invalid-yaml": "error",
  "keyword-invalid": "error",
  "keyword-of-later-dialect": "warning",
  "keyword-without-effect": "warning",
  "name-clash": "error",
  "names-lock-invalid": "error",
  "not-a-schema": "error",
  "openapi-unsupported": "error",
  "output-unwritable": "error",
  "overlay-invalid": "error",
  "overlay-no-match": "error",
  "pattern-invalid": "error",
  "pattern-literal": "warning",
  "pattern-not-unicode": "warning",
  "ref-cycle": "error",
  "template-invalid": "error",
  "ts-type-invalid": "error",
  "tsconfig-invalid": "error",
  unsatisfiable: "warning",
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof diagnosticSeverities;
