import type { Sayer } from "../lint/statement.ts";
import type { ValueType } from "../dialects/canonical-keywords.ts";

/** Where a schema stands. */
export interface PlaceWords {
  /** The file's path below its input root. */
  readonly source: string;
  readonly pointer: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The name that it has, or undefined where it has none. */
  readonly name: string | undefined;
}

/** One keyword of a schema in its canonical form. */
export interface ExplainedKeyword {
  /** The keyword of 2020-12 that says it. */
  readonly keyword: string;
  /** JSON Pointer from the schema to where it is written, whatever its dialect calls it. */
  readonly written: string;
  readonly meaning: string;
  /** Who says it: the type, the guard alone, both, or nobody, since it has no effect. */
  readonly saidBy: Sayer;
  /** What there is to say of that. */
  readonly note: string;
}

/** A keyword that means nothing where it stands. */
export interface ExplainedIgnored {
  readonly keyword: string;
  readonly written: string;
  readonly reason: string;
}

/** One step of the way that references lead. */
export interface ExplainedReference extends PlaceWords {
  readonly reference: string;
}

/** What was understood of one schema. Its form is part of the interface of `explain --json`. */
export interface Explanation {
  readonly place: PlaceWords;
  /** The keyword of the schema, or the place inside one, that was asked for; "" for the schema. */
  readonly asked: string;
  readonly dialect: { readonly name: string; readonly reason: string };
  /** The URI of the schema resource that it belongs to, the base of its references. */
  readonly resource: string;
  readonly names:
    | {
        readonly name: string;
        readonly reason: string;
        readonly module: string;
        readonly exports: readonly string[];
      }
    | undefined;
  /** The named schema that it is part of, where it has no name itself. */
  readonly partOf: string | undefined;
  readonly types: readonly ValueType[];
  /** The TypeScript type, formatted. */
  readonly typeScript: string;
  readonly keywords: readonly ExplainedKeyword[];
  /** What it says to readers without constraining anything, by keyword. */
  readonly annotations: Readonly<Record<string, unknown>>;
  readonly ignored: readonly ExplainedIgnored[];
  /** From this schema to the one that its reference means in the end. */
  readonly references: readonly ExplainedReference[];
  /** The schemas that refer to it. */
  readonly referrers: readonly PlaceWords[];
  /** In how many ways dynamic references make it a schema of its own. */
  readonly specializations: number;
}
