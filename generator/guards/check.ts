import type { NodeId, ValueType } from "../dialects/canonical-keywords.ts";

/**
 * What a guard does, before it is text: the plan that the boolean guard and the collector of issues
 * are both printed from, so that they cannot come to differ.
 */
export type Check =
  | { readonly kind: "assert"; readonly condition: Condition; readonly fault: Fault }
  /** As `assert`; `checks` are made only where the condition holds. */
  | {
      readonly kind: "gate";
      readonly condition: Condition;
      readonly fault: Fault;
      readonly checks: Checks;
      /** True where the other checks let no value pass that the condition refuses. */
      readonly redundant: boolean;
    }
  | { readonly kind: "when"; readonly condition: Condition; readonly checks: Checks }
  /** No value passes. The collector still makes `checks`, which say why. */
  | { readonly kind: "impossible"; readonly checks: Checks }
  | { readonly kind: "fail"; readonly fault: Fault }
  /** Binds `variable` to a boolean expression. */
  | { readonly kind: "bind"; readonly variable: string; readonly expression: string }
  /** Binds `variable` to an own property of `object`. */
  | {
      readonly kind: "read";
      readonly variable: string;
      readonly object: string;
      readonly name: string;
      readonly checks: Checks;
    }
  | {
      readonly kind: "items";
      readonly array: string;
      readonly from: number;
      /** The variable of the index, which the boolean guard leaves out where nothing reads it. */
      readonly index: string;
      readonly item: string;
      readonly checks: Checks;
    }
  /** Binds `variable` to one item of `array`, which may be shorter. */
  | {
      readonly kind: "item";
      readonly array: string;
      readonly index: number;
      readonly variable: string;
      readonly checks: Checks;
    }
  /** Walks the own properties that are not `undefined`. */
  | {
      readonly kind: "keys";
      readonly object: string;
      readonly key: string;
      readonly property: string;
      readonly checks: Checks;
    }
  | { readonly kind: "call"; readonly target: NodeId; readonly value: Value }
  | Section
  | {
      readonly kind: "union";
      readonly keyword: "anyOf" | "oneOf";
      /** True where at most one branch can match any value. */
      readonly exclusive: boolean;
      readonly value: Value;
      readonly schemaPath: string;
      readonly branches: readonly Branch[];
      /** What selects the branch that speaks where none matches; `undefined` for the nearest one. */
      readonly speaker: string | undefined;
    }
  | {
      readonly kind: "tagged";
      /** The variable that holds the tag. */
      readonly tag: string;
      readonly cases: readonly TagCase[];
      readonly missing: Fault;
      readonly unknown: Fault;
    }
  /** The branch must pass, and the fault speaks for all that it may hold. */
  | { readonly kind: "try"; readonly branch: Branch; readonly fault: Fault }
  | { readonly kind: "not"; readonly branch: Branch; readonly fault: Fault }
  | {
      readonly kind: "if";
      readonly condition: Branch;
      readonly consequent: Checks;
      readonly alternative: Checks;
    }
  | {
      readonly kind: "contains";
      readonly array: string;
      readonly index: string;
      readonly count: string;
      readonly branch: Branch;
      readonly minimum: CountLimit | undefined;
      readonly maximum: CountLimit | undefined;
    };

export type Checks = readonly Check[];

/** Checks that stand in a function of their own, since one function with all of them grew too large. */
export interface Section {
  readonly kind: "section";
  /** What to call the functions. */
  readonly name: string;
  /** What they are given; in their checks it is called `value`. */
  readonly value: Value;
  readonly known: KnownTypes;
  readonly checks: Checks;
}

/** A limit on how many items match, and the fault of missing it. */
export interface CountLimit {
  readonly limit: number;
  readonly fault: Fault;
}

/** Checks that are tried: their outcome is used, their failure is not the guard's. */
export interface Branch {
  /** The variable that the checks judge, and what types its value is known to have there. */
  readonly variable: string;
  readonly known: KnownTypes;
  /** What to call the function that holds the checks, should they need one. */
  readonly name: string;
  /** The variable for the issues of this branch. */
  readonly issues: string;
  readonly checks: Checks;
}

export interface TagCase {
  readonly values: readonly string[];
  readonly checks: Checks;
}

/** The types that a value can still have at a point of the guard. */
export type KnownTypes = ReadonlySet<ValueType>;

/** A TypeScript expression of type boolean, and its negation. */
export interface Condition {
  readonly holds: string;
  readonly fails: string;
}

/** An instance in scope: the variable that holds it, and its place in instance and schema. */
export interface Value {
  readonly variable: string;
  /** Source of a template literal: what follows the path of the value that the function judges. */
  readonly instancePath: string;
  /** Source of a template literal: what follows the path of the function's own schema. */
  readonly schemaPath: string;
}

/** The issue that a failed check reports; paths as in {@link Value}. */
export interface Fault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  /** A TypeScript expression of type string. */
  readonly message: string;
  /** Names with TypeScript expressions. */
  readonly params: Params;
}

export type Params = readonly (readonly [name: string, expression: string])[];
