import type { KeywordPredicate } from "./custom-keywords.ts";
import type { FormatPredicate } from "./formats.ts";

/** The index of a node in the model's nodes. */
export type NodeId = number;

/** The types of JSON Schema's data model (2020-12 core §4.2.1, validation §6.1.1). */
export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** The types that a value can be told to have: `integer` is a `number`. */
export type ValueType = Exclude<JsonType, "integer">;

/** A schema inside another, with the JSON Pointer that leads from the outer to the inner one. */
export interface Subschema {
  readonly node: NodeId;
  readonly path: string;
}

export interface PropertySubschema extends Subschema {
  readonly name: string;
}

export interface PatternSubschema extends Subschema {
  readonly pattern: Pattern;
}

/** A regular expression as ECMA-262 takes it; `flags` is "u", or "" for one only valid without. */
export interface Pattern {
  readonly source: string;
  readonly flags: "u" | "";
}

/**
 * One thing that a schema demands of an instance, in the canonical form of 2020-12 whatever dialect
 * wrote it. `path` is the JSON Pointer from the schema to the keyword as it was written.
 */
export type Assertion =
  | { readonly keyword: "false"; readonly path: string }
  | { readonly keyword: "type"; readonly path: string; readonly types: readonly JsonType[] }
  | { readonly keyword: "enum"; readonly path: string; readonly values: readonly unknown[] }
  | { readonly keyword: "const"; readonly path: string; readonly value: unknown }
  | { readonly keyword: "multipleOf"; readonly path: string; readonly divisor: number }
  | { readonly keyword: "maximum"; readonly path: string; readonly limit: number }
  | { readonly keyword: "exclusiveMaximum"; readonly path: string; readonly limit: number }
  | { readonly keyword: "minimum"; readonly path: string; readonly limit: number }
  | { readonly keyword: "exclusiveMinimum"; readonly path: string; readonly limit: number }
  | { readonly keyword: "maxLength"; readonly path: string; readonly limit: number }
  | { readonly keyword: "minLength"; readonly path: string; readonly limit: number }
  | { readonly keyword: "pattern"; readonly path: string; readonly pattern: Pattern }
  | {
      /** Only where the format is asserted; else it is an annotation alone. */
      readonly keyword: "format";
      readonly path: string;
      readonly format: string;
      readonly predicate: FormatPredicate;
    }
  | {
      /** Only where content is asserted, as `predicate` of the runtime tells; else an annotation. */
      readonly keyword: "contentEncoding";
      readonly path: string;
      readonly encoding: string;
      readonly predicate: string;
    }
  | {
      /** As `contentEncoding`. */
      readonly keyword: "contentMediaType";
      readonly path: string;
      readonly mediaType: string;
      readonly predicate: string;
    }
  | { readonly keyword: "maxItems"; readonly path: string; readonly limit: number }
  | { readonly keyword: "minItems"; readonly path: string; readonly limit: number }
  | { readonly keyword: "uniqueItems"; readonly path: string }
  | {
      readonly keyword: "contains";
      readonly path: string;
      readonly subschema: Subschema;
      /** At least so many items must match. */
      readonly minimum: number;
      readonly minimumPath: string;
      /** At most so many items may match; `undefined` for no limit. */
      readonly maximum: number | undefined;
      readonly maximumPath: string;
      /** Whether `unevaluatedItems` counts a matching item as evaluated: from 2020-12 on. */
      readonly evaluates: boolean;
    }
  | {
      readonly keyword: "prefixItems";
      readonly path: string;
      readonly subschemas: readonly Subschema[];
    }
  | {
      readonly keyword: "items";
      readonly path: string;
      /** How many leading items `prefixItems` of the same schema speaks for. */
      readonly from: number;
      readonly subschema: Subschema;
    }
  | { readonly keyword: "maxProperties"; readonly path: string; readonly limit: number }
  | { readonly keyword: "minProperties"; readonly path: string; readonly limit: number }
  | { readonly keyword: "required"; readonly path: string; readonly names: readonly string[] }
  | {
      readonly keyword: "dependentRequired";
      readonly path: string;
      readonly dependencies: readonly {
        readonly name: string;
        readonly required: readonly string[];
        readonly path: string;
      }[];
    }
  | {
      readonly keyword: "properties";
      readonly path: string;
      readonly properties: readonly PropertySubschema[];
    }
  | {
      readonly keyword: "patternProperties";
      readonly path: string;
      readonly patterns: readonly PatternSubschema[];
    }
  | {
      readonly keyword: "additionalProperties";
      readonly path: string;
      readonly subschema: Subschema;
      /** The names and patterns of the same schema's `properties` and `patternProperties`. */
      readonly declared: readonly string[];
      readonly patterns: readonly Pattern[];
    }
  | { readonly keyword: "propertyNames"; readonly path: string; readonly subschema: Subschema }
  | {
      readonly keyword: "unevaluatedProperties";
      readonly path: string;
      readonly subschema: Subschema;
    }
  | {
      readonly keyword: "unevaluatedItems";
      readonly path: string;
      readonly subschema: Subschema;
    }
  | {
      readonly keyword: "dependentSchemas";
      readonly path: string;
      readonly dependencies: readonly PropertySubschema[];
    }
  | { readonly keyword: "allOf"; readonly path: string; readonly subschemas: readonly Subschema[] }
  | { readonly keyword: "anyOf"; readonly path: string; readonly subschemas: readonly Subschema[] }
  | { readonly keyword: "oneOf"; readonly path: string; readonly subschemas: readonly Subschema[] }
  | { readonly keyword: "not"; readonly path: string; readonly subschema: Subschema }
  | {
      readonly keyword: "if";
      readonly path: string;
      readonly condition: Subschema;
      readonly consequent: Subschema | undefined;
      readonly alternative: Subschema | undefined;
    }
  | {
      /** A keyword that a user has given a meaning. */
      readonly keyword: "custom";
      readonly path: string;
      /** What the schema calls it. */
      readonly name: string;
      readonly predicate: KeywordPredicate;
      /** What the schema gives it; absent where it takes nothing. */
      readonly argument?: unknown;
      /** What a value must do, in words. */
      readonly message: string;
      /** The TypeScript type of the values that meet it; absent where types say nothing of it. */
      readonly type?: string;
    }
  | {
      readonly keyword: "$ref";
      readonly path: string;
      readonly target: NodeId;
      readonly reference: string;
    };

export type AssertionKeyword = Assertion["keyword"];

/** The assertion of one keyword. */
export type AssertionOf<Keyword extends AssertionKeyword> = Extract<
  Assertion,
  { keyword: Keyword }
>;

/** A property whose value names the schema of an object; by itself it asserts nothing. */
export interface Discriminator {
  readonly property: string;
  /** The values that are mapped to schemas, in the order of the source. */
  readonly mapping: readonly MappedValue[];
  /** The schema of the objects that no value selects. */
  readonly fallback: NodeId | undefined;
}

/** A value of a discriminator's property, with the schema that it selects. */
export interface MappedValue {
  readonly value: string;
  readonly target: NodeId;
  /** JSON Pointer from the schema that holds the discriminator to the entry. */
  readonly path: string;
}

/** What a schema says of one of the values of its `enum`. */
export interface EnumMember {
  /** What programs are to call it. */
  readonly name?: string;
  readonly description?: string;
}

/** What a schema says to readers and tools without constraining the instance. */
export interface Annotations {
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  /** Present where the schema has a `default`, whatever its value. */
  readonly default?: { readonly value: unknown };
  readonly examples?: readonly unknown[];
  /** By the value; those of which nothing is said are absent. */
  readonly enumMembers?: ReadonlyMap<unknown, EnumMember>;
  /** A TypeScript type, by the keyword that json-schema-to-typescript knows. */
  readonly tsType?: string;
}
