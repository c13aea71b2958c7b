import { rmSync } from "node:fs";
import path from "node:path";
import { type ConsumerCheck, consumerChecks } from "./checks.ts";
import { installPacked, installTarball, runInstalled } from "./packed-project.ts";

/**
 * Installs the packed tarball into an empty project, generates there, and uses what was made in every
 * way that is promised. Prints each way and whether it works.
 *
 * @returns whether all do
 */
async function tryAll(): Promise<boolean> {
  const folder = installPacked();
  runInstalled(process.execPath, folder, "generate", "--quiet");
  installTarball(path.join(folder, "schemas-package"), folder);
  const verdicts: boolean[] = [];
  for (const check of consumerChecks) verdicts.push(await tryOne(check, folder));
  const isRight = verdicts.every(Boolean);
  if (isRight) rmSync(folder, { recursive: true });
  else console.log(`the project is ${folder}`);
  return isRight;
}

async function tryOne({ name, run }: ConsumerCheck, folder: string): Promise<boolean> {
  const begin = performance.now();
  try {
    const reason = await run(folder);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      reason === undefined ? `works    ${name} (${seconds} s)` : `left out ${name}: ${reason}`,
    );
    return true;
  } catch (fault) {
    console.log(`FAILS    ${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
    return false;
  }
}

process.exitCode = (await tryAll()) ? 0 : 1;
