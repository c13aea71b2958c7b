import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { testData } from "../harness/project.ts";

/** A payload with the verdict that it deserves. */
export interface Payload {
  readonly name: string;
  readonly valid: boolean;
  /** The verdict once the schemas are repaired, where it is another. */
  readonly validAfterRepairs?: boolean;
  readonly data: unknown;
  /** Of an invalid payload: `keyword @ "pointer"` first. */
  readonly why: string;
}

/** The schemas as their publisher wrote them, or with the repairs applied. */
export const modes = ["published", "repaired"] as const;
export type Mode = (typeof modes)[number];

/** The folder of the Vapi data. */
export const vapiData = path.join(testData, "vapi");

/** True where the Vapi data is not at hand; its tests are then skipped. */
export const dataAbsent = !existsSync(vapiData);

/** Names a suite that needs the Vapi data, and says so where it is skipped. */
export function needingData(name: string): string {
  return dataAbsent
    ? `${name} (skipped: no test data at SCHEMALOOM_TEST_DATA or ../shared/data)`
    : name;
}

/**
 * Reads a JSON file of the Vapi data.
 *
 * @throws Error where the file cannot be read
 */
export function readVapiJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(vapiData, file), "utf8"));
}

/**
 * The payloads whose verdict is known in a mode, with that verdict as `valid`; none where the data
 * is absent.
 */
export function payloadsIn(mode: Mode): readonly Payload[] {
  if (dataAbsent) return [];
  const published = readVapiJson("payloads.json") as readonly Payload[];
  if (mode === "published") return published;
  return [
    ...published.map((payload) => ({
      ...payload,
      valid: payload.validAfterRepairs ?? payload.valid,
    })),
    ...(readVapiJson("payloads-repaired.json") as readonly Payload[]),
  ];
}

/**
 * The keyword and the instance location that the reason of an invalid payload begins with.
 *
 * @throws Error where the reason names none
 */
export function expectedIssue(payload: Payload): { keyword: string; instancePath: string } {
  const found = /^(\S+) @ "([^"]*)"/.exec(payload.why);
  if (found?.[1] === undefined || found[2] === undefined) {
    throw new Error(`the reason of ${payload.name} names no keyword and pointer`);
  }
  return { keyword: found[1], instancePath: found[2] };
}
