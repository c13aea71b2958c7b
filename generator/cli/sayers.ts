import type picocolors from "picocolors";
import type { Sayer } from "../lint/statement.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

/** What reports call those who say a keyword. */
export const sayerLabels: Readonly<Record<Sayer, string>> = {
  type: "type",
  "type-and-guard": "in part",
  guard: "guard",
  docs: "docs",
  nobody: "nobody",
};

/** The colour of each in reports. */
export function sayerColors(colors: Colors): Readonly<Record<Sayer, (text: string) => string>> {
  const { green, blue, cyan, red } = colors;
  return { type: green, "type-and-guard": blue, guard: cyan, docs: green, nobody: red };
}
