import { beforeAll, describe, expect, test } from "vitest";
import { rootName } from "../vapi/closure.ts";
import { dataAbsent, modes, needingData, type Payload, payloadsIn } from "../vapi/payloads.ts";
import { makeVapi } from "../vapi/twilio-guard.ts";
import { type Claim, judgeClaims, literal, type Objection } from "./claims.ts";

const preamble = `
import type { ${rootName} } from "./generated/vapi/index.ts";
declare const open: <Value extends ${rootName}>(value: Value) => void;
`;

/** The code of the error that an unknown key in a literal is; a value with one is assignable. */
const unknownKey = "TS2353";

/** Valid payloads whose point is unknown keys, which schemas allow and literals of a type do not. */
const withUnknownKeys = new Set(["unknown-keys-everywhere"]);

const length = "a string type has no length";
const range = "a number type has no range";

/** The invalid payloads that only the guard can reject, and why the type cannot. */
const guardOnly: ReadonlyMap<string, string> = new Map([
  ["fallback-extension-empty", length],
  ["fallback-number-too-short", length],
  ["name-41-code-points", length],
  ["prefix-too-long", length],
  ["r-backoff-delay", range],
  ["r-backoff-retries", range],
  ["say-too-long", length],
  ["server-timeout-zero", range],
]);

function openClaim({ name, data }: Payload): Claim {
  return { name: `${name}, its keys open`, statement: `open(${JSON.stringify(data)});` };
}

describe.skipIf(dataAbsent)(needingData("the Vapi payloads as literals"), () => {
  describe.each(modes)("of the types as %s", (mode) => {
    const payloads = payloadsIn(mode);
    const valid = payloads.filter((payload) => payload.valid);
    const invalid = payloads.filter((payload) => !payload.valid);
    let objections: ReadonlyMap<string, readonly Objection[]>;

    beforeAll(async () => {
      const { folder } = await makeVapi("the folder of single files", mode);
      objections = await judgeClaims(folder, preamble, [
        ...payloads.map(({ name, data }) => literal(name, data, rootName)),
        ...payloads.map(openClaim),
      ]);
    });

    test.each(valid.map((payload) => [payload.name, payload] as const))(
      "%s compiles",
      (_, payload) => {
        const codes = objections.get(payload.name)?.map(({ code }) => code);
        expect(new Set(codes)).toEqual(
          new Set(withUnknownKeys.has(payload.name) ? [unknownKey] : []),
        );
        expect(objections.get(openClaim(payload).name)).toEqual([]);
      },
    );

    const refused = invalid.filter(({ name }) => !guardOnly.has(name));
    test.each(refused.map((payload) => [payload.name, payload] as const))(
      "%s is refused",
      (_, payload) => {
        expect(objections.get(payload.name)).not.toEqual([]);
        expect(objections.get(openClaim(payload).name)).not.toEqual([]);
      },
    );

    test.each(
      invalid.flatMap(({ name }) => {
        const reason = guardOnly.get(name);
        return reason === undefined ? [] : [[name, reason] as const];
      }),
    )("%s compiles, since %s", (name) => {
      expect(objections.get(name)).toEqual([]);
    });
  });

  test("each payload that is told to be guard-only exists and is invalid", () => {
    const invalid = payloadsIn("repaired").filter((payload) => !payload.valid);
    const names = new Set(invalid.map(({ name }) => name));
    expect([...guardOnly.keys()].filter((name) => !names.has(name))).toEqual([]);
  });
});
