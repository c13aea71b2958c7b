import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../harness/project.ts";
import { selectCases } from "./cases.ts";
import type { MeasureOptions, Measurement } from "./measure.ts";
import { peers } from "./peers/peers.ts";
import { prepare } from "./prepare.ts";

const jiti = path.join(repository, "node_modules/jiti/lib/jiti-cli.mjs");
const script = path.join(import.meta.dirname, "process.ts");

async function measureApart(options: MeasureOptions): Promise<Measurement> {
  const child = fork(jiti, [script, JSON.stringify(options)]);
  const [message] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      throw new Error(`the process that measures ended with ${String(code)}`);
    }),
  ])) as [Measurement];
  return message;
}

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    peers: { type: "string" },
    rounds: { type: "string", default: "15" },
    write: { type: "boolean", default: false },
  },
});
for (const each of selectCases(values.only?.split(",") ?? [])) {
  const { folder, sizes } = await prepare(each);
  const measurement = await measureApart({
    folder,
    peers: values.peers?.split(",") ?? peers.map(({ name }) => name),
    rounds: Number(values.rounds),
  });
  console.log(each.name, sizes, measurement);
}
