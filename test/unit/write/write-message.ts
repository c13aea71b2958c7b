import { expect } from "vitest";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";

/** The message of a write that fails as a write has to. */
export async function messageOf(writing: Promise<unknown>): Promise<string> {
  const fault = await writing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof DiagnosticsError))
    throw new Error("no diagnostics were thrown", { cause: fault });
  expect(fault.diagnostics.map(({ code }) => code)).toEqual(["output-unwritable"]);
  expect(fault.diagnostics[0]?.help).toBeTruthy();
  return fault.message;
}
