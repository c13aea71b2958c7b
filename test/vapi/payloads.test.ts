import { beforeAll, describe, expect, test } from "vitest";
import { evaluatePointer } from "../../generator/pointer/json-pointer.ts";
import { closureIn, holdsSchemaPath } from "./closure.ts";
import { dataAbsent, expectedIssue, modes, needingData, payloadsIn } from "./payloads.ts";
import { type Guard, issuesOf, sources, twilioGuard } from "./twilio-guard.ts";

const cases = sources.flatMap((source) => modes.map((mode) => ({ source, mode })));

describe.skipIf(dataAbsent)(needingData("the Vapi payloads"), () => {
  test("all 37 published and 10 repaired payloads are judged", () => {
    expect(payloadsIn("published")).toHaveLength(37);
    expect(payloadsIn("repaired")).toHaveLength(47);
  });

  describe.each(cases)("by $source, $mode", ({ source, mode }) => {
    let guard: Guard;
    beforeAll(async () => {
      guard = await twilioGuard(source, mode);
    }, 300_000);

    const payloads = payloadsIn(mode);
    const valid = payloads.filter((payload) => payload.valid);
    const invalid = payloads.filter((payload) => !payload.valid);

    test.each(valid)("$name is valid", ({ data }) => {
      expect(issuesOf(guard, data)).toEqual([]);
      expect(guard.validate(data)).toEqual({ ok: true, value: data });
      expect(guard.is(data)).toBe(true);
    });

    test.each(invalid)("$name is invalid: $why", (payload) => {
      expect(guard.is(payload.data)).toBe(false);
      expect(issuesOf(guard, payload.data)).toContainEqual(
        expect.objectContaining(expectedIssue(payload)),
      );
    });

    test.each(invalid)("every issue of $name has its place in payload and schema", ({ data }) => {
      const closure = closureIn(mode);
      for (const { instancePath, schemaPath } of issuesOf(guard, data)) {
        expect(evaluatePointer(data, instancePath).found, instancePath).toBe(true);
        expect(holdsSchemaPath(closure, schemaPath), schemaPath).toBe(true);
      }
    });
  });
});
