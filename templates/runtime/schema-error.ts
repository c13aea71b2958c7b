import type { Issue } from "./issue.ts";

/** Thrown by an `assert…` function for a value that its schema rejects. */
export class SchemaError extends Error {
  override readonly name: string = "SchemaError";
  readonly issues: readonly Issue[];

  constructor(schema: string, issues: readonly Issue[]) {
    const first = issues[0];
    const place =
      first === undefined || first.instancePath === "" ? "the value" : first.instancePath;
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    super(`not a valid ${schema}: ${place} ${first?.message ?? "is rejected"}${more}`);
    this.issues = issues;
  }
}
