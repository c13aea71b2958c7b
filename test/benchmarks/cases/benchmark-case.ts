import type { Emitted } from "./emit.ts";

/** A document to judge, with the verdict that it deserves. */
export interface BenchmarkDocument {
  /** Its JSON text: each validator parses its own, so objects have the shapes of `JSON.parse`. */
  readonly text: string;
  readonly valid: boolean;
}

/** The dialects that schemas of benchmarks are written in. */
export type BenchmarkDialect = "draft-07" | "2020-12";

/** What declares each dialect. */
export const dialectUris: Readonly<Record<BenchmarkDialect, string>> = {
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
};

/** A schema with documents that validators judge for time. */
export interface BenchmarkCase {
  readonly name: string;
  readonly dialect: BenchmarkDialect;
  /** The schema as one document that refers to nothing outside. */
  readonly schema: object;
  /** What guards are timed on. */
  readonly documents: readonly BenchmarkDocument[];
  /** Documents that come on top where verdicts are compared, and where validators report issues. */
  readonly spoiled: () => Promise<readonly BenchmarkDocument[]>;
  /** Emits our modules of the schema. */
  readonly emit: () => Promise<Emitted>;
}
