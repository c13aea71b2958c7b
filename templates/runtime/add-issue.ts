import type { Issue } from "./issue.ts";

/** Adds an issue to a list, which takes no more than ten thousand. */
export function addIssue(issues: Issue[], issue: Issue): void {
  if (issues.length < 10_000) issues.push(issue);
}
