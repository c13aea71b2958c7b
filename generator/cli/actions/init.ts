import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import picocolors from "picocolors";
import { outputKinds } from "../../config/config.ts";
import { diagnose } from "../../diagnostics/diagnose.ts";
import { findSchemas, type FoundSchemas } from "../../init/find-schemas.ts";
import { type ProjectFacts, readProjectFacts } from "../../init/project-facts.ts";
import { type InitAnswers, projectFiles, scriptName } from "../../init/project-files.ts";
import { count } from "../summary.ts";
import { hasColor, printDiagnostics, type ExitCode, type Terminal } from "../terminal.ts";

/**
 * Runs `schemaloom init`: looks for schemas, asks what cannot be told by looking, writes what is
 * missing, and tells what it did and what comes next. Without a terminal, or with `yes`, nothing is
 * asked. A config that is there is overwritten only where the user says so.
 */
export async function runInit(
  { yes }: { readonly yes: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const facts = readProjectFacts(terminal.cwd);
  const asks = !yes && terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
  if (!(await mayWriteConfig(facts, asks, terminal))) return 1;
  const found = await findSchemas(terminal.cwd);
  terminal.stdout.write(`${foundWords(found)}\n`);
  const defaults: InitAnswers = {
    form: facts.form,
    inputs: found.inputs.length === 0 ? ["schemas"] : found.inputs,
    out: facts.hasSources ? "src/generated" : "generated",
    outputs: outputKinds,
  };
  const answers = asks
    ? await import("../../init/ask.ts").then(({ askAnswers }) =>
        askAnswers(defaults, { exists: (file) => existsSync(path.join(terminal.cwd, file)) }),
      )
    : defaults;
  if (answers === undefined) {
    terminal.stdout.write("Nothing was written.\n");
    return 1;
  }
  const colors = picocolors.createColors(hasColor(terminal, terminal.stdout));
  for (const { name, text, words } of projectFiles(facts, answers)) {
    await writeFile(path.join(terminal.cwd, name), text);
    terminal.stdout.write(`${colors.green("wrote")} ${name}: ${words}\n`);
  }
  terminal.stdout.write(`${nextSteps(facts, found)}\n`);
  return 0;
}

async function mayWriteConfig(
  { configs, folder }: ProjectFacts,
  asks: boolean,
  terminal: Terminal,
): Promise<boolean> {
  const [config] = configs;
  if (config === undefined) return true;
  if (asks) {
    const { askOverwrite } = await import("../../init/ask.ts");
    if (await askOverwrite(config)) return true;
    terminal.stdout.write("Nothing was written.\n");
    return false;
  }
  const file = { path: path.join(folder, config), text: "", rangeOf: () => undefined };
  const fault = diagnose("config-exists", `There is a ${config} already, so nothing was written`, {
    help: "run schemaloom init in a terminal without --yes to be asked, or remove it first",
    location: { file },
  });
  await printDiagnostics([fault], terminal);
  return false;
}

function foundWords({ schemas, openApi }: FoundSchemas): string {
  const kinds = [
    ...(schemas.length > 0 ? [count(schemas.length, "schema")] : []),
    ...(openApi.length > 0 ? [count(openApi.length, "OpenAPI document")] : []),
  ];
  return kinds.length === 0 ? "Found no schemas in this folder." : `Found ${kinds.join(" and ")}.`;
}

function nextSteps(facts: ProjectFacts, { inputs }: FoundSchemas): string {
  const run =
    facts.packageText === undefined
      ? "npx schemaloom generate"
      : `${facts.runCommand} ${scriptName(facts)}`;
  const steps = [
    ...(inputs.length === 0 ? ["put your schemas into schemas/, or name others as inputs"] : []),
    ...(facts.isInstalled ? [] : [facts.installCommand]),
    run,
  ];
  return `Next: ${steps.join(", then ")}`;
}
