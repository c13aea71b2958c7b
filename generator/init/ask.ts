import type { Readable, Writable } from "node:stream";
import { confirm, isCancel, multiselect, text } from "@clack/prompts";
import { type OutputKind, outputKinds } from "../config/config.ts";
import { joinInputs, splitInputs } from "./split-inputs.ts";
import type { InitAnswers } from "./project-files.ts";

const hints: Readonly<Record<OutputKind, string>> = {
  types: "TypeScript types",
  guards: "isB, validateB, assertB and Standard Schemas",
  docs: "Markdown, a page a schema",
  site: "HTML pages to search, read and try",
};

/** How to ask. */
export interface AskOptions {
  /** Where keys come from and questions go; those of the process unless told otherwise. */
  readonly streams?: { readonly input?: Readable; readonly output?: Writable };
  /** Whether there is a file or folder of a name. */
  readonly exists: (path: string) => boolean;
}

/**
 * Asks in a terminal what cannot be told by looking.
 *
 * @param defaults what is proposed
 * @returns `undefined` where the user gives up
 */
export async function askAnswers(
  defaults: InitAnswers,
  { streams = {}, exists }: AskOptions,
): Promise<InitAnswers | undefined> {
  const inputs = await text({
    ...streams,
    message: "Where are the schemas? Files, folders and globs, with commas between",
    initialValue: joinInputs(defaults.inputs),
    validate: (value) => (value?.trim() ? undefined : "name at least one"),
  });
  if (isCancel(inputs)) return undefined;
  const out = await text({
    ...streams,
    message: "Which folder shall hold what is made of them?",
    initialValue: defaults.out,
    validate: (value) => (value?.trim() ? undefined : "name a folder"),
  });
  if (isCancel(out)) return undefined;
  const outputs = await multiselect({
    ...streams,
    message: "What shall be made?",
    options: outputKinds.map((kind) => ({ value: kind, hint: hints[kind] })),
    initialValues: [...defaults.outputs],
  });
  if (isCancel(outputs)) return undefined;
  return {
    ...defaults,
    inputs: splitInputs(inputs, exists),
    out: out.trim().replace(/\/+$/, ""),
    outputs,
  };
}

/**
 * Asks whether a file that is there may be overwritten.
 */
export async function askOverwrite(
  file: string,
  { streams = {} }: Pick<AskOptions, "streams"> = {},
): Promise<boolean> {
  const answer = await confirm({
    ...streams,
    message: `There is a ${file} already. Overwrite it?`,
    initialValue: false,
  });
  return answer === true;
}
