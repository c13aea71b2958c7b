import type { JsonType, ValueType } from "../dialects/canonical-keywords.ts";

export type { JsonType, ValueType };

/** One module of the output: an input schema and the definitions that live in it. */
export interface ModuleView {
  /** The input's path below its input root. */
  readonly source: string;
  /** JSON Pointer of the input schema in its source: "" unless it is a component of a document. */
  readonly pointer: string;
  /** Where its module stands below the output folder, without an ending: `a/B`. */
  readonly path: string;
  /** The input schema first, then its definitions in the order of their pointers. */
  readonly declarations: readonly DeclarationView[];
}

/** A schema that has a name, as another one refers to it. */
export interface ReferenceView {
  readonly name: string;
  /** The path of the input that it stands in, below its input root. */
  readonly source: string;
  /** JSON Pointer of the schema in its source. */
  readonly pointer: string;
  /** The path of its module below the output folder, without an ending. */
  readonly path: string;
}

/** A schema that has a name: an input, a definition, or what some schema refers to. */
export interface DeclarationView extends ReferenceView {
  /** Whether it is an input schema, not a definition inside one. */
  readonly root: boolean;
  /** What its module exports it by, as far as that is made. */
  readonly exports: ExportsView;
  /** Its TypeScript type as its module has it, the comment included. */
  readonly typeText: string;
  /** Its page below the output folder, with an `#anchor` where it shares it; absent without docs. */
  readonly docs?: string;
  readonly schema: SchemaView;
  /** What it refers to anywhere in its schema, each once, in the order of the schema. */
  readonly references: readonly ReferenceView[];
}

/** The names that a declaration is exported by. */
export interface ExportsView {
  readonly type?: string;
  readonly guard?: string;
  readonly validator?: string;
  readonly assertion?: string;
  readonly standardSchema?: string;
}

/**
 * A schema in the form of draft 2020-12, whatever dialect it is written in: what is called like a keyword
 * is what that says. A keyword that it does not have is absent, or an empty list. References are not followed: {@link SchemaView.reference} names
 * what one leads to.
 */
export interface SchemaView {
  /** JSON Pointer of the schema in its source. */
  readonly pointer: string;
  /** The types of which it can accept a value, as all its keywords have it; none where it accepts nothing. */
  readonly accepts: readonly ValueType[];
  readonly annotations: AnnotationsView;
  readonly constraints: ConstraintsView;
  /** What its `$ref` leads to; the keywords beside that hold, too. */
  readonly reference?: ReferenceView;
  /** What its `const` or `enum` lists. */
  readonly values?: readonly ListedValueView[];
  readonly discriminator?: DiscriminatorView;
  readonly properties: readonly PropertyView[];
  readonly patternProperties: readonly PatternPropertyView[];
  readonly additionalProperties?: SchemaView;
  readonly unevaluatedProperties?: SchemaView;
  readonly propertyNames?: SchemaView;
  /** By the property whose presence it depends on. */
  readonly dependentSchemas: readonly DependentSchemaView[];
  readonly prefixItems: readonly SchemaView[];
  /** Of the items behind `prefixItems`. */
  readonly items?: SchemaView;
  readonly unevaluatedItems?: SchemaView;
  readonly contains?: ContainsView;
  readonly allOf: readonly SchemaView[];
  readonly anyOf: readonly SchemaView[];
  readonly oneOf: readonly SchemaView[];
  readonly not?: SchemaView;
  readonly if?: ConditionView;
}

/** What a schema says to readers and tools (2020-12 validation §7 to §9). */
export interface AnnotationsView {
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** Whether it is asserted or not. */
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  /** Present where the schema has a `default`, whatever its value. */
  readonly default?: { readonly value: unknown };
  readonly examples?: readonly unknown[];
}

/** The keywords of a schema that limit its values by themselves (2020-12 validation §6). */
export interface ConstraintsView {
  readonly type?: readonly JsonType[];
  readonly multipleOf?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  /** Present where the guard asserts it. */
  readonly format?: string;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: true;
  readonly maxProperties?: number;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  /** What it gives the keywords that the config gives a meaning, by their names. */
  readonly custom?: Readonly<Record<string, unknown>>;
  /** Of a property, those that must stand beside it. */
  readonly dependentRequired?: readonly {
    readonly name: string;
    readonly required: readonly string[];
  }[];
}

/** A value of `const` or `enum`, and what the schema says of it. */
export interface ListedValueView {
  readonly value: unknown;
  /** What programs are to call it. */
  readonly name?: string;
  readonly description?: string;
}

/** A property whose value tells by which schema an object is meant. */
export interface DiscriminatorView {
  readonly property: string;
  /** The values that are mapped, in the order of the source. */
  readonly mapping: readonly { readonly value: string; readonly reference: ReferenceView }[];
}

/** A property that a schema declares. */
export interface PropertyView {
  readonly name: string;
  /** Whether the same schema requires it. */
  readonly required: boolean;
  readonly schema: SchemaView;
}

/** What holds for the properties whose names match. */
export interface PatternPropertyView {
  readonly pattern: string;
  readonly schema: SchemaView;
}

/** What holds where a property is there. */
export interface DependentSchemaView {
  readonly name: string;
  readonly schema: SchemaView;
}

/** How many items match a schema. */
export interface ContainsView {
  readonly schema: SchemaView;
  readonly minimum: number;
  /** Absent where there is no limit. */
  readonly maximum?: number;
}

/** What holds by whether a value matches a schema. */
export interface ConditionView {
  readonly condition: SchemaView;
  readonly then?: SchemaView;
  readonly else?: SchemaView;
}
