import type { RegisterCommand } from "./command.ts";

/** Adds `schemaloom init`. */
export const registerInit: RegisterCommand = (program, { terminal, finish }) => {
  program
    .command("init")
    .description("write a config for this folder, with a script and a line for git")
    .option("-y, --yes", "ask nothing: take what is found by looking")
    .action(async ({ yes = false }: { readonly yes?: boolean }) => {
      const { runInit } = await import("../actions/init.ts");
      finish(await runInit({ yes }, terminal));
    });
};
