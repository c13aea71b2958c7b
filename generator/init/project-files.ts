import { applyEdits, modify } from "jsonc-parser";
import { type OutputKind, outputKinds, type TargetConfig } from "../config/config.ts";
import type { ConfigForm, ProjectFacts } from "./project-facts.ts";

/** What the project wants. */
export interface InitAnswers {
  readonly form: ConfigForm;
  readonly inputs: readonly string[];
  readonly out: string;
  readonly outputs: readonly OutputKind[];
}

/** A file that is written into the project. */
export interface ProjectFile {
  /** Its name in the folder of the project. */
  readonly name: string;
  readonly text: string;
  /** What was done, in words. */
  readonly words: string;
}

const command = "schemaloom generate";

/**
 * The files that make schemaloom at home in a project: a config, a script in `package.json`, a line in
 * `.gitattributes`. Of those that are there already only what is missing is added.
 */
export function projectFiles(facts: ProjectFacts, answers: InitAnswers): readonly ProjectFile[] {
  const name = `schemaloom.config.${answers.form}`;
  return [
    { name, text: configText(answers), words: "the config" },
    ...packageFile(facts),
    ...attributesFile(facts, answers.out),
  ];
}

/**
 * The name of the script that runs schemaloom: one that does already, else one that is free.
 */
export function scriptName({ scripts }: ProjectFacts): string {
  const known = Object.entries(scripts).find(
    ([, script]) => typeof script === "string" && script.includes(command),
  );
  if (known !== undefined) return known[0];
  return Object.hasOwn(scripts, "generate") ? "generate:schemas" : "generate";
}

function configText({ form, inputs, out, outputs }: InitAnswers): string {
  const config: TargetConfig = {
    inputs,
    out,
    ...(outputs.length < outputKinds.length && { outputs }),
  };
  if (form === "json") {
    const $schema = "./node_modules/schemaloom/config.schema.json";
    return `${JSON.stringify({ $schema, ...config }, null, 2)}\n`;
  }
  const members = Object.entries(config).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value).replaceAll('","', '", "')},\n`,
  );
  return `import { defineConfig } from "schemaloom";\n\nexport default defineConfig({\n${members.join("")}});\n`;
}

function packageFile(facts: ProjectFacts): readonly ProjectFile[] {
  const { packageText, scripts } = facts;
  const script = scriptName(facts);
  if (packageText === undefined || Object.hasOwn(scripts, script)) return [];
  const [, indent = "  "] = /^([ \t]+)"/m.exec(packageText) ?? [];
  const formattingOptions = indent.startsWith("\t")
    ? { insertSpaces: false }
    : { insertSpaces: true, tabSize: indent.length };
  const edits = modify(packageText, ["scripts", script], command, { formattingOptions });
  const text = applyEdits(packageText, edits);
  return [{ name: "package.json", text, words: `the script "${script}"` }];
}

function attributesFile({ gitAttributes = "" }: ProjectFacts, out: string): readonly ProjectFile[] {
  const attribute = `${out.replace(/^\.\//, "").replaceAll(" ", "[[:space:]]")}/** linguist-generated`;
  if (gitAttributes.split(/\r?\n/).some((line) => line.trim() === attribute)) return [];
  const before = gitAttributes === "" || gitAttributes.endsWith("\n") ? "" : "\n";
  const text = `${gitAttributes}${before}${attribute}\n`;
  return [{ name: ".gitattributes", text, words: `the line "${attribute}"` }];
}
