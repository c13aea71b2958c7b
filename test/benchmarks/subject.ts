import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BenchmarkDialect, CaseDocuments } from "./cases/benchmark-case.ts";

/** A case as it lies in a folder for the process that measures it. */
export interface Subject extends CaseDocuments {
  readonly dialect: BenchmarkDialect;
  /** The schema without formats, which validators disagree about. */
  readonly schema: object;
  /** The names of our guard and our validator. */
  readonly guard: string;
  readonly validator: string;
}

/** The file of our guard and validator in the folder of a case. */
export const ownModule = "schemaloom.mjs";

/** The file of what ajv makes as a module in the folder of a case. */
export const ajvModule = "ajv-standalone.mjs";

const subjectFile = "subject.json";

/** Lays a case into a folder. */
export function writeSubject(folder: string, subject: Subject): void {
  writeFileSync(path.join(folder, subjectFile), JSON.stringify(subject));
}

/** Reads what lies in the folder of a case. */
export function readSubject(folder: string): Subject {
  return JSON.parse(readFileSync(path.join(folder, subjectFile), "utf8")) as Subject;
}

/** A schema without its formats: `format` is a text in a schema, and a schema in `properties`. */
export function withoutFormats(schema: object): object {
  const text = JSON.stringify(schema, (key, value: unknown) =>
    key === "format" && typeof value === "string" ? undefined : value,
  );
  return JSON.parse(text) as object;
}
