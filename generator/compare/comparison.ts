/** Whether a change breaks those on one side: `may-break` where that cannot be told. */
export type Effect = "safe" | "may-break" | "breaking";

/** Where something stands in an input. */
export interface ChangePlace {
  /** The input's path below its root. */
  readonly source: string;
  /** JSON Pointer into the input. */
  readonly pointer: string;
}

/** One thing that is otherwise than it was. */
export interface Change {
  /** The keyword that says it; `property` and `export` where names come or go. */
  readonly aspect: string;
  readonly words: string;
  /** Where it stands, or, where it is not there, the schema that it is missing in. */
  readonly old: ChangePlace;
  readonly new: ChangePlace;
  /** For those who write values: whether something is refused that was accepted. */
  readonly producers: Effect;
  /** For those who read values: whether something is accepted that was refused, or a name is gone. */
  readonly consumers: Effect;
}

/** A named schema of one of the two sets. */
export interface ComparedSchema extends ChangePlace {
  readonly name: string;
  /** The module that exports it, below the output folder; absent where none is made. */
  readonly module?: string;
}

/** How a named schema came from one set to the other. */
export type SchemaStatus =
  | "added"
  | "removed"
  /** Exported by another name, or from another module. */
  | "renamed"
  | "changed"
  /** The same but for what it refers to. */
  | "reached"
  /** Written otherwise, or documented otherwise, and meaning the same. */
  | "reworded";

/** A named schema that is not as it was. */
export interface SchemaComparison {
  readonly status: SchemaStatus;
  /** As it was; absent where it was added. */
  readonly old?: ComparedSchema;
  /** As it is; absent where it was removed. */
  readonly new?: ComparedSchema;
  /** What became of it, in the order of its keywords. */
  readonly changes: readonly Change[];
  /** The names of the schemas that it refers to whose changes reach it, sorted. */
  readonly through: readonly string[];
  /** The worst of all that for those who write values. */
  readonly producers: Effect;
  /** The worst of all that for those who read values. */
  readonly consumers: Effect;
}

/** What became of one set of schemas. */
export interface Comparison {
  /** `names` where a manifest was compared, which says nothing of what schemas hold. */
  readonly detail: "schemas" | "names";
  /** By source and pointer. */
  readonly schemas: readonly SchemaComparison[];
  /** How many named schemas are as they were. */
  readonly unchanged: number;
}

const effects: readonly Effect[] = ["safe", "may-break", "breaking"];

/** The worst of some effects; `safe` of none. */
export function worstEffect(each: readonly Effect[]): Effect {
  return effects.findLast((effect) => each.includes(effect)) ?? "safe";
}
