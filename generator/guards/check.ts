import type { NodeId, ValueType } from "../dialects/canonical-keywords.ts";
import type { Condition } from "./condition.ts";
import type { Depth } from "./depth.ts";

/**
 * What a guard does, before it is text: the plan that the boolean guard and the collector of issues
 * are both printed from, so that they cannot come to differ.
 */
export type Check =
  /** A comment, where a reader would wonder. */
  | { readonly kind: "remark"; readonly text: string }
  | {
      readonly kind: "assert";
      readonly condition: Condition;
      /** What the collector asks instead, where other checks refuse what the condition misses. */
      readonly collected?: Condition;
      readonly fault: Fault;
    }
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
  /** Binds `variable` to whether a branch matches, which is tried only where `given` holds. */
  | {
      readonly kind: "outcome";
      readonly variable: string;
      readonly given: Condition;
      readonly branch: Branch;
    }
  /** Binds `variable` to a number: that of the first condition that holds. */
  | {
      readonly kind: "number";
      readonly variable: string;
      readonly cases: readonly { readonly condition: Condition; readonly number: number }[];
      readonly otherwise: number;
    }
  /** Binds `variable` to the own properties of `object`. */
  | {
      readonly kind: "own";
      readonly variable: string;
      readonly object: string;
    }
  /** Binds `variable` to `object`, readable by any name. */
  | {
      readonly kind: "view";
      readonly variable: string;
      readonly object: string;
    }
  /** Binds `variable` to a property of `object`, which holds its own ones alone. */
  | {
      readonly kind: "read";
      readonly variable: string;
      readonly object: string;
      readonly name: string;
    }
  /**
   * Binds `variable` to a property of `object`, and makes the checks where it is there. Issues count
   * only where it is the object's own.
   */
  | {
      readonly kind: "optional";
      readonly variable: string;
      readonly object: string;
      readonly name: string;
      readonly checks: Checks;
    }
  /** Walks the items of `array` but those that are skipped. */
  | {
      readonly kind: "items";
      readonly array: string;
      /** How many leading items the walk leaves out: a number or a variable. */
      readonly from: string;
      /** The variable of the index, which only the collector needs. */
      readonly index: string;
      /** The variable of the item; `undefined` where nothing reads it. */
      readonly item: string | undefined;
      readonly skips: readonly Condition[];
      readonly checks: Checks;
    }
  /** Binds `variable` to one item of `array`, which may be shorter. */
  | {
      readonly kind: "item";
      readonly array: string;
      readonly index: number;
      readonly variable: string;
    }
  /** Walks the own properties that are not `undefined` but those whose keys are skipped. */
  | {
      readonly kind: "keys";
      readonly object: string;
      /** Whether the object has nothing but its own properties; else each is asked for that. */
      readonly owned: boolean;
      readonly key: string;
      /** The variable of the property; `undefined` where nothing reads it. */
      readonly property: string | undefined;
      readonly skips: readonly Condition[];
      readonly checks: Checks;
    }
  /**
   * Walks the own properties that are not `undefined` once and makes, for each, the checks of its name.
   */
  | {
      readonly kind: "pass";
      readonly object: string;
      /** As of `keys`. */
      readonly owned: boolean;
      readonly key: string;
      readonly property: string;
      /** The variable that counts the properties of those that are required. */
      readonly count: string;
      readonly members: readonly PassMember[];
      /**
       * Where the boolean guard reads properties by their names: what it checks of those that must be
       * there, before the walk. `undefined` where it takes each as the walk comes to it.
       */
      readonly early: Checks | undefined;
      /** What is checked of every property, before what is checked by its name. */
      readonly every: Checks;
      /** What is checked of the properties that no member speaks for. */
      readonly others: Checks;
      /** The object as it is judged. */
      readonly value: Value;
    }
  | { readonly kind: "call"; readonly target: NodeId; readonly value: Value }
  | { readonly kind: "section"; readonly section: Section }
  | {
      readonly kind: "union";
      readonly keyword: "anyOf" | "oneOf";
      /** True where at most one branch can match any value. */
      readonly exclusive: boolean;
      readonly value: Value;
      readonly branches: readonly Branch[];
      /** The conditions that a value has a type of each branch, where no two have one in common. */
      readonly types: TypesOfBranches | undefined;
      /** What selects the branch that speaks where none matches; `undefined` for the nearest one. */
      readonly speaker: string | undefined;
      /** The variables for the issues of each branch. */
      readonly issues: readonly string[];
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

/** Branches of a union that the type of a value tells apart. */
export interface TypesOfBranches {
  readonly conditions: readonly Condition[];
  /** The issue of a value that has the type of none. */
  readonly fault: Fault;
}

/** A property that a walk over all of them comes to. */
export interface PassMember {
  readonly name: string;
  readonly required: boolean;
  /** Whether it is no property that is declared, so that what is checked of the others is of it too. */
  readonly additional: boolean;
  /** What is checked of the property where it is there. */
  readonly checks: Checks;
}

/**
 * Checks that can stand in a function of their own. They judge `parameter`, and their paths lead from
 * where the function is called.
 */
export interface Section {
  readonly node: NodeId;
  /** What to call the functions. */
  readonly name: string;
  readonly parameter: string;
  /** What the functions are given, and the types that it can still have. */
  readonly value: Value;
  readonly known: KnownTypes;
  /** That of what the functions judge, inside them. */
  readonly depth: Depth;
  readonly checks: Checks;
}

/** A limit on how many items match, and the fault of missing it. */
export interface CountLimit {
  readonly limit: number;
  readonly fault: Fault;
}

/** Checks that are tried: their outcome is used, their failure is not the guard's. */
export interface Branch extends Section {
  /** The variable that holds the outcome, where the guard keeps it. */
  readonly outcome: string | undefined;
}

export interface TagCase {
  readonly values: readonly string[];
  readonly checks: Checks;
}

/** The types that a value can still have at a point of the guard. */
export type KnownTypes = ReadonlySet<ValueType>;

/** An instance in scope: the variable that holds it, and its place in instance and schema. */
export interface Value {
  readonly variable: string;
  /** Source of a template literal: what follows the path of the value that the function judges. */
  readonly instancePath: string;
  /** Source of a template literal: what follows the path of the function's own schema. */
  readonly schemaPath: string;
  readonly depth: Depth;
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
