import { confirm, isCancel, multiselect, text } from "@clack/prompts";
import { type OutputKind, outputKinds } from "../config/config.ts";
import type { InitAnswers } from "./project-files.ts";

const hints: Readonly<Record<OutputKind, string>> = {
  types: "TypeScript types",
  guards: "isB, validateB, assertB and Standard Schemas",
  docs: "a Markdown page a schema, and an overview",
};

/**
 * Asks in a terminal what cannot be told by looking.
 *
 * @param defaults what is proposed
 * @returns `undefined` where the user gives up
 */
export async function askAnswers(defaults: InitAnswers): Promise<InitAnswers | undefined> {
  const inputs = await text({
    message: "Where are the schemas? Files, folders and globs, with spaces between",
    initialValue: defaults.inputs.join(" "),
    validate: (value) => (value?.trim() ? undefined : "name at least one"),
  });
  if (isCancel(inputs)) return undefined;
  const out = await text({
    message: "Which folder shall hold what is made of them?",
    initialValue: defaults.out,
    validate: (value) => (value?.trim() ? undefined : "name a folder"),
  });
  if (isCancel(out)) return undefined;
  const outputs = await multiselect({
    message: "What shall be made?",
    options: outputKinds.map((kind) => ({ value: kind, hint: hints[kind] })),
    initialValues: [...defaults.outputs],
  });
  if (isCancel(outputs)) return undefined;
  return {
    ...defaults,
    inputs: inputs.trim().split(/\s+/),
    out: out.trim().replace(/\/+$/, ""),
    outputs,
  };
}

/**
 * Asks whether a file that is there may be overwritten.
 */
export async function askOverwrite(file: string): Promise<boolean> {
  const answer = await confirm({
    message: `There is a ${file} already. Overwrite it?`,
    initialValue: false,
  });
  return answer === true;
}
