import type { Issue } from "./issue.ts";

/** A text, where it is longer than a limit without its beginning or its end. */
function shortened(text: string, limit: number, kept: "beginning" | "end"): string {
  if (text.length <= limit) return text;
  return kept === "end" ? `…${text.slice(1 - limit)}` : `${text.slice(0, limit - 1)}…`;
}

/** Thrown by an `assert…` function for a value that its schema rejects. */
export class SchemaError extends Error {
  override readonly name: string = "SchemaError";
  readonly issues: readonly Issue[];

  constructor(schema: string, issues: readonly Issue[]) {
    const first = issues[0];
    const place =
      first === undefined || first.instancePath === ""
        ? "the value"
        : shortened(first.instancePath, 100, "end");
    const reason = shortened(first?.message ?? "is rejected", 200, "beginning");
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    super(`not a valid ${schema}: ${place} ${reason}${more}`);
    this.issues = issues;
  }
}
