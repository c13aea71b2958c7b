import { hasMember, nested, uses, valuesOf } from "./json-members.ts";
import type { Verdict } from "./peers.ts";
import type { RandomDialect } from "./random-keywords.ts";
import type { Json } from "./random-values.ts";

/** A pair of schema and instance with the verdict of ajv. */
export interface AjvVerdict {
  readonly schema: Json;
  readonly instance: Json;
  readonly verdict: Verdict;
}

/** A pair that ajv judges against the specification. */
export interface Proof {
  readonly dialect: RandomDialect;
  readonly schema: Json;
  readonly instance: Json;
  /** The verdict of the specification. */
  readonly valid: boolean;
}

/** A fault of ajv, for which its verdict does not count. */
export interface AjvFault {
  readonly reason: string;
  /** Where the specification says otherwise. */
  readonly specification: string;
  readonly proofs: readonly [Proof, ...Proof[]];
  /** Whether the fault can show on this pair: mostly by keywords, which is wider than where it does. */
  readonly shows: (pair: AjvVerdict) => boolean;
}

/**
 * The faults of ajv that random pairs have shown. Hyperjump has shown none, and has to agree with the
 * guard on each pair that is put down to one of these.
 */
export const ajvFaults: readonly AjvFault[] = [
  {
    reason: "throws where it uses the evaluated items or properties of a branch that failed",
    specification: "Core 2020-12, 11",
    proofs: [
      proof(
        {
          anyOf: [{ required: ["b"], properties: { b: true } }, true],
          patternProperties: { a: true },
        },
        { a: 1 },
        true,
      ),
    ],
    shows: throws(/^(?:items|props)\d+ is not defined$|^Cannot set properties of undefined/),
  },
  {
    reason: "throws where it compares objects with a member `toString`",
    specification: "Core 2020-12, 4.2.2",
    proofs: [proof({ const: { toString: 1 } }, { toString: 1 }, true)],
    shows: throws(/^a\.toString is not a function$/),
  },
  {
    reason: "does not find an anchor at the root of a document",
    specification: "Core 2020-12, 8.2.2",
    proofs: [proof({ $anchor: "node", items: { $ref: "#node" } }, [], true)],
    shows: throws(/^can't resolve reference (?:root)?#node from/),
  },
  {
    reason: "resolves a `$ref` beside an `$id` against the document",
    specification: "Core 2020-12, 8.2.1",
    proofs: [
      proof(
        {
          $ref: "tree",
          $defs: {
            tree: { $id: "tree", $ref: "#/$defs/leaf", $defs: { leaf: { type: "string" } } },
          },
        },
        "a",
        true,
      ),
    ],
    shows: ({ schema, verdict }) =>
      /^Maximum call stack size exceeded$|^can't resolve reference/.test(String(verdict)) &&
      nested(schema).some((each) => hasMember(each, "$ref") && hasMember(each, "$id")),
  },
  {
    reason: "follows a `$dynamicRef` to the schema that it stands in, and takes fragments only",
    specification: "Core 2020-12, 8.2.3.2",
    proofs: [
      proof(
        {
          type: "array",
          items: { $dynamicRef: "#node" },
          $defs: { node: { $dynamicAnchor: "node", type: "string" } },
        },
        ["a"],
        true,
      ),
      proof({ $dynamicRef: "tree#", $defs: { tree: { $id: "tree" } } }, 1, true),
    ],
    shows: ({ schema }) => uses(schema, "$dynamicRef"),
  },
  {
    reason: "follows a `$recursiveRef` to the definition that it stands in",
    specification: "Core 2019-09, 8.2.4.2.1",
    proofs: [
      proof(
        {
          type: "array",
          allOf: [{ $ref: "#/$defs/first" }],
          $defs: { first: { items: { $recursiveRef: "#" } } },
        },
        [1],
        false,
        "2019-09",
      ),
    ],
    shows: ({ schema }) => uses(schema, "$recursiveRef"),
  },
  {
    reason: "asserts a `type` beside a `$ref`",
    specification: "Core draft-07, 8.3",
    proofs: [
      proof(
        {
          allOf: [{ $ref: "#/definitions/any", type: "number" }],
          definitions: { any: true },
        },
        "a",
        true,
        "draft-07",
      ),
    ],
    shows: ({ schema }) =>
      uses(schema, "definitions") &&
      nested(schema).some((each) => hasMember(each, "$ref") && hasMember(each, "type")),
  },
  {
    reason: "divides as floats and reads the quotient's text",
    specification: "Validation 2020-12, 6.2.1",
    proofs: [
      proof({ multipleOf: 0.03 }, 0.9, true),
      proof({ multipleOf: 1 }, 1e21, true),
      proof({ multipleOf: 3 }, 1e21, false),
    ],
    shows: misdivides,
  },
  {
    reason: "skips members of schemas that are named `__proto__`",
    specification: "Core 2020-12, 10.3.2.1",
    proofs: [
      proof({ properties: named("__proto__", false) }, named("__proto__", 1), false),
      proof({ dependencies: named("__proto__", false) }, named("__proto__", 1), false, "draft-07"),
    ],
    shows: ({ schema, instance }) =>
      ["properties", "dependencies"].some((keyword) =>
        valuesOf(schema, keyword).some((members) => hasMember(members, "__proto__")),
      ) && valuesOf(instance, "__proto__").length > 0,
  },
  {
    reason: "takes objects as unequal whose members `constructor` are objects",
    specification: "Core 2020-12, 4.2.2",
    proofs: [proof({ const: { constructor: {} } }, { constructor: {} }, true)],
    shows: ({ schema, instance }) =>
      ["const", "enum", "uniqueItems"].some((keyword) => uses(schema, keyword)) &&
      valuesOf(instance, "constructor").some((value) => typeof value === "object"),
  },
  {
    reason:
      "keeps evaluated properties in a table that inherits `constructor`, `toString` and `__proto__`",
    specification: "Core 2020-12, 11.3",
    proofs: [
      proof(
        { patternProperties: { "^a": true }, unevaluatedProperties: false },
        { constructor: 1 },
        false,
      ),
    ],
    shows: ({ schema, instance }) =>
      uses(schema, "unevaluatedProperties") &&
      ["constructor", "toString", "__proto__"].some((name) => valuesOf(instance, name).length > 0),
  },
  {
    reason: "ignores an `if` by itself, and keeps what an `if` evaluates that fails",
    specification: "Core 2020-12, 10.2.2.1",
    proofs: [
      proof({ if: { properties: { a: true } }, unevaluatedProperties: false }, { a: 1 }, true),
      proof(
        {
          if: { properties: { a: { const: 1 } } },
          else: { minProperties: 1 },
          unevaluatedProperties: false,
        },
        { a: 2 },
        false,
      ),
      proof({ if: { items: true }, unevaluatedItems: false }, [1], true),
    ],
    shows: ({ schema }) =>
      uses(schema, "if") &&
      (uses(schema, "unevaluatedProperties") || uses(schema, "unevaluatedItems")),
  },
  {
    reason: "takes every item as evaluated beside a `contains`, or none",
    specification: "Core 2020-12, 11.2",
    proofs: [
      proof({ contains: { const: 1 }, unevaluatedItems: false }, [1, 2], false),
      proof({ contains: true, unevaluatedItems: false }, [1], true),
    ],
    shows: ({ schema, instance }) =>
      uses(schema, "unevaluatedItems") && uses(schema, "contains") && hasItems(instance),
  },
  {
    reason: "miscounts the evaluated items where those of applicators are merged",
    specification: "Core 2020-12, 11.2",
    proofs: [
      proof({ anyOf: [{ items: true }], unevaluatedItems: false }, [1, 2], true),
      proof(
        { anyOf: [{ prefixItems: [{ const: 2 }] }, true], unevaluatedItems: false },
        [1],
        false,
      ),
    ],
    shows: ({ schema, instance }) =>
      uses(schema, "unevaluatedItems") &&
      ["items", "prefixItems"].some((keyword) => uses(schema, keyword)) &&
      hasItems(instance),
  },
  {
    reason: "skips `contains` and `uniqueItems` where an array is shorter than the tuple beside",
    specification: "Core 2020-12, 10.3.1.3",
    proofs: [
      proof({ prefixItems: [{ type: "integer" }], contains: true }, [], false),
      proof({ items: [true, false], contains: { const: 1 } }, [2], false, "draft-07"),
      proof({ prefixItems: [true, true, false], uniqueItems: true }, [1, 1], false),
    ],
    shows: ({ schema, instance }) => {
      const lengths = nested(instance).flatMap((each) => (Array.isArray(each) ? each.length : []));
      return nested(schema).some(
        (each) =>
          ["contains", "uniqueItems"].some((keyword) => hasMember(each, keyword)) &&
          tuplesOf(each).some((tuple) => lengths.some((length) => length < tuple.length)),
      );
    },
  },
];

function proof(
  schema: Json,
  instance: Json,
  valid: boolean,
  dialect: RandomDialect = "2020-12",
): Proof {
  return { dialect, schema, instance, valid };
}

function throws(message: RegExp): AjvFault["shows"] {
  return ({ verdict }) => message.test(String(verdict));
}

function named(name: string, value: Json): Json {
  return Object.fromEntries([[name, value]]);
}

function misdivides({ schema, instance }: AjvVerdict): boolean {
  const isNumber = (value: Json): value is number => typeof value === "number";
  const values = nested(instance).filter(isNumber);
  return valuesOf(schema, "multipleOf")
    .filter(isNumber)
    .some((divisor) =>
      values.some((value) => {
        const quotient = value / divisor;
        const byAjv = quotient === Number.parseInt(String(quotient));
        return byAjv !== (hundredths(value) % hundredths(divisor) === 0n);
      }),
    );
}

/** A number as whole hundredths, which every number of the random pairs is. */
function hundredths(value: number): bigint {
  return Number.isInteger(value) ? BigInt(value) * 100n : BigInt(Math.round(value * 100));
}

function tuplesOf(schema: Json): readonly (readonly Json[])[] {
  return ["items", "prefixItems"]
    .map((name) => (hasMember(schema, name) ? schema[name] : undefined))
    .filter((value) => Array.isArray(value));
}

function hasItems(instance: Json): boolean {
  return nested(instance).some((value) => Array.isArray(value) && value.length > 0);
}
