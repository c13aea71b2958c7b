import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { repository } from "./project.ts";

/** The files that take longest, in order; what they take is in proportion on any machine. */
const longest = [
  "conformance/store",
  "faults/faults",
  "browser/accessibility",
  "conformance/suite",
  "openapi/vapi-spec",
  "conformance/strategies",
  "cli/formats",
  "bundlers/builds",
  "browser/whole-site",
  "browser/site",
  "vapi/payloads",
  "types/outputs",
  "conformance/random",
  "cli/command-line",
  "cli/map",
  "types/compatibility",
  "cli/lint",
  "conformance/report",
  "cli/bad-input",
  "snapshot/features",
  "unit/types/soundness",
  "unit/config/import-extension",
  "unit/names/names-lock-property",
  "unit/load/read-documents",
];

/**
 * Starts the longest files first, so that no processor is left with one at the end; and those of one
 * project one after the other, so that files which share a worker find it as another has left it.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = files.toSorted(
      (left, right) =>
        Number(right.project.config.isolate) - Number(left.project.config.isolate) ||
        rank(left.moduleId) - rank(right.moduleId) ||
        (left.moduleId < right.moduleId ? -1 : 1),
    );
    return Promise.resolve(sorted);
  }
}

function rank(file: string): number {
  const name = path.relative(path.join(repository, "test"), file).replace(/\.test\.ts$/, "");
  const place = longest.indexOf(name);
  return place === -1 ? longest.length : place;
}
