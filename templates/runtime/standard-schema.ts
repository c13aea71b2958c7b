import type { Issue } from "./issue.ts";
import { pointerTokens } from "./pointer-tokens.ts";
import type { Result } from "./result.ts";

/** The Standard Schema interface, version 1 (https://standardschema.dev). */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** What a Standard Schema's `validate` returns. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** An issue in the form of Standard Schema; `path` holds property names and array indices. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** Makes a Standard Schema of a validator. */
export function standardSchema<T>(
  validate: (value: unknown) => Result<T>,
): StandardSchemaV1<unknown, T> {
  return {
    "~standard": {
      version: 1,
      vendor: "schemaloom",
      validate: (value) => {
        const result = validate(value);
        if (result.ok) return { value: result.value };
        return { issues: result.issues.map((issue) => standardIssue(issue, value)) };
      },
    },
  };
}

function standardIssue(issue: Issue, root: unknown): StandardIssue {
  const path: PropertyKey[] = [];
  let value = root;
  for (const token of pointerTokens(issue.instancePath)) {
    const inArray = Array.isArray(value);
    path.push(inArray ? Number(token) : token);
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string, unknown>)[token]
        : undefined;
  }
  return { message: issue.message, path };
}
