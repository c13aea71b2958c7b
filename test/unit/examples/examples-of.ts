import { prepare } from "../../../generator/prepare.ts";
import type { GenerateOptions } from "../../../generator/options.ts";
import type { DeclarationExamples } from "../../../generator/examples/examples.ts";
import { openExamples } from "../../../generator/examples/open-examples.ts";
import { optionsFor, writeProject } from "../../harness/project.ts";

/** The examples of each declaration of some schemas, by its name, asked for in the order of the names. */
export async function examplesOf(
  schemas: Readonly<Record<string, unknown>>,
  {
    order = (names: string[]) => names,
    ...options
  }: Partial<GenerateOptions> & {
    readonly order?: (names: string[]) => string[];
  } = {},
): Promise<ReadonlyMap<string, DeclarationExamples>> {
  const { model, predicates } = await prepare(optionsFor(writeProject(schemas), options));
  const byName = new Map([...model.declarations.values()].map((each) => [each.name, each.node]));
  const source = await openExamples(model, byName.values(), predicates);
  return new Map(order([...byName.keys()]).map((name) => [name, source(byName.get(name) ?? -1)]));
}

/** The minimal and the full example of one schema. */
export async function exampleOf(schema: unknown, options: Partial<GenerateOptions> = {}) {
  const { minimal, full } = (await examplesOf({ "root.json": schema }, options)).get("Root") ?? {};
  return { minimal: minimal?.value, full: full?.value };
}
