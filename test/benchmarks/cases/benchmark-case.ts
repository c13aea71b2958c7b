import type { Emitted } from "../emit.ts";

/** A document to judge, with the verdict that it deserves. */
export interface BenchmarkDocument {
  /** Its JSON text: each validator parses its own, so objects have the shapes of `JSON.parse`. */
  readonly text: string;
  readonly valid: boolean;
}

/** The dialects that schemas of benchmarks are written in. */
export type BenchmarkDialect = "draft-07" | "2020-12";

/** The documents of a case. */
export interface CaseDocuments {
  /** What validators are timed on, the valid ones and the invalid ones apart. */
  readonly timed: readonly BenchmarkDocument[];
  /** What only verdicts are compared on, besides. */
  readonly compared: readonly BenchmarkDocument[];
}

/** A schema with documents that validators judge for time. */
export interface BenchmarkCase {
  readonly name: string;
  /** Whether the schema is made up, which leaves it out of the means over schemas that are in use. */
  readonly synthetic: boolean;
  readonly dialect: BenchmarkDialect;
  /** The schema as one document that refers to nothing outside. */
  readonly schema: object;
  readonly documents: () => Promise<CaseDocuments>;
  /** Emits our modules of the schema. */
  readonly emit: () => Promise<Emitted>;
}
