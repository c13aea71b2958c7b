import type { Issue } from "./issue.ts";
import type { Result, ValidationOptions } from "./result.ts";

/**
 * The verdict on a value that was rejected, with its issues.
 *
 * @param collect adds the issues of the value to a list
 */
export function rejected(
  collect: (value: unknown, path: string, schemaPath: string, issues: Issue[]) => void,
  value: unknown,
  options: ValidationOptions | undefined,
): Result<never> {
  let issues: Issue[] = [];
  if (options?.first) {
    // Ends the collector, which adds what it finds to the first list.
    issues.push = (issue: Issue) => {
      issues = [issue];
      throw issues;
    };
  }
  try {
    collect(value, "", "#", issues);
  } catch (thrown) {
    if (thrown !== issues) throw thrown;
  }
  return { ok: false, issues };
}
