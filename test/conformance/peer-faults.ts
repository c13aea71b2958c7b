import type { Json } from "./random.ts";

/** A peer whose verdicts ours are held against. */
export type Peer = "ajv" | "hyperjump";

/** A pair with the verdict of a peer, or the message of what it threw instead of one. */
export interface PeerVerdict {
  readonly schema: Json;
  readonly instance: Json;
  readonly verdict: boolean | string;
}

/** A fault of a peer, for which its verdict does not count. */
export interface PeerFault {
  readonly peer: Peer;
  readonly reason: string;
  /** Whether the fault can show on this pair. */
  readonly shows: (pair: PeerVerdict) => boolean;
}

/**
 * The faults of peers that random pairs have shown. An entry tells by keywords where a fault can show,
 * which is wider than where it does. The other peer still judges each such pair: hyperjump, whose
 * only fault here is recognised by exact arithmetic, is what keeps a fault of ours from hiding.
 */
export const peerFaults: readonly PeerFault[] = [
  {
    peer: "ajv",
    reason: "divides as floats and reads the quotient's text: 0.3 by 0.1, 1e21 by 3",
    shows: (pair) =>
      misdivides(pair, (value, divisor) => {
        const quotient = value / divisor;
        return quotient === Number.parseInt(String(quotient));
      }),
  },
  {
    peer: "hyperjump",
    reason: "takes the remainder of floats, and within a tolerance: -1 by 0.3, 1e21 by 0.01",
    shows: (pair) =>
      misdivides(pair, (value, divisor) => {
        const remainder = value % divisor;
        return Math.abs(remainder) < 1.1920929e-7 || Math.abs(divisor - remainder) < 1.1920929e-7;
      }),
  },
  {
    peer: "ajv",
    reason: 'skips a member named __proto__: { properties: { ["__proto__"]: false } }',
    shows: ({ schema, instance }) =>
      ["properties", "dependentSchemas", "dependentRequired"].some((keyword) =>
        valuesOf(schema, keyword).some((members) => hasMember(members, "__proto__")),
      ) && valuesOf(instance, "__proto__").length > 0,
  },
  {
    peer: "ajv",
    reason:
      "looks evaluated properties up in a table that inherits: unevaluatedProperties of constructor",
    shows: ({ schema, instance }) =>
      uses(schema, "unevaluatedProperties") &&
      ["__proto__", "constructor"].some((name) => valuesOf(instance, name).length > 0),
  },
  {
    peer: "ajv",
    reason: "is at odds with hyperjump and us on what an `if` evaluates, above all one by itself",
    shows: ({ schema }) =>
      uses(schema, "if") &&
      (uses(schema, "unevaluatedProperties") || uses(schema, "unevaluatedItems")),
  },
  {
    peer: "ajv",
    reason:
      "loses the items that other applicators evaluate, and takes too many from contains: " +
      "{ anyOf: [{ items: true }], unevaluatedItems: false }",
    shows: ({ schema, instance }) =>
      uses(schema, "unevaluatedItems") &&
      ["items", "prefixItems", "contains"].some((keyword) => uses(schema, keyword)) &&
      nested(instance).some((value) => Array.isArray(value) && value.length > 0),
  },
  {
    peer: "ajv",
    reason: "accepts [] by { prefixItems: [{ type: integer }], contains: true }",
    shows: ({ schema, instance }) =>
      nested(schema).some(
        (each) => hasMember(each, "prefixItems") && hasMember(each, "contains"),
      ) && nested(instance).some((value) => Array.isArray(value) && value.length === 0),
  },
  {
    peer: "ajv",
    reason: "emits code that uses the evaluated items or properties before it declares them",
    shows: ({ schema, verdict }) =>
      typeof verdict === "string" &&
      /^(?:items|props)\d+ is not defined$|^Cannot set properties of undefined/.test(verdict) &&
      (uses(schema, "unevaluatedProperties") || uses(schema, "unevaluatedItems")),
  },
];

function misdivides(
  { schema, instance }: PeerVerdict,
  judge: (value: number, divisor: number) => boolean,
): boolean {
  const isNumber = (value: Json): value is number => typeof value === "number";
  const values = nested(instance).filter(isNumber);
  return valuesOf(schema, "multipleOf")
    .filter(isNumber)
    .some((divisor) =>
      values.some(
        (value) => judge(value, divisor) !== (hundredths(value) % hundredths(divisor) === 0n),
      ),
    );
}

/** A number as whole hundredths, which every number of the random pairs is. */
function hundredths(value: number): bigint {
  return Number.isInteger(value) ? BigInt(value) * 100n : BigInt(Math.round(value * 100));
}

function nested(value: Json): readonly Json[] {
  if (typeof value !== "object" || value === null) return [value];
  return [value, ...Object.values(value).flatMap((each: Json) => nested(each))];
}

function hasMember(value: Json, name: string): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

function valuesOf(value: Json, name: string): readonly Json[] {
  return nested(value).flatMap((each) => (hasMember(each, name) ? [each[name] ?? null] : []));
}

function uses(schema: Json, keyword: string): boolean {
  return valuesOf(schema, keyword).length > 0;
}
