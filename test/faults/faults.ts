import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type KilledRun, makeKilledProject, seededRandom } from "./killed-runs.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    report: { type: "boolean", default: false },
  },
});

const project = makeKilledProject();
const random = seededRandom(Number(values.seed));
const runs: KilledRun[] = [];
while (runs.length < Number(values.runs)) {
  const run = await project.kill(random);
  if (run.moment !== "not at all: it had ended") runs.push(run);
}

const moments = [...new Set(runs.map(({ moment }) => moment))].sort();
const standings = [...new Set(runs.map(({ standing }) => standing))].sort();
const count = (condition: (run: KilledRun) => boolean) => runs.filter(condition).length;
const rows = moments.map((moment) => {
  const cells = standings.map((standing) =>
    count((run) => run.moment === moment && run.standing === standing),
  );
  return `| ${[moment, ...cells].join(" | ")} |`;
});
const whole = count(({ standing }) => standing !== "a mix");
const mended = count(({ isMended }) => isMended);
const text = `# Runs that are killed

Made by \`npm run faults -- --report\`, with ${values.runs} runs and seed ${values.seed}.

The command line makes an output of 60 schemas, of which ten come, ten go and all change; the run is killed by
SIGKILL, half of the times at any moment, half of them within 40 ms after the new set began to stand beside the old
one. Then the output folder is held against both sets, and the run is made again.

| killed | ${standings.join(" | ")} |
| --- |${" ---: |".repeat(standings.length)}
${rows.join("\n")}

- Whole, old or new: ${String(whole)} of ${String(runs.length)}.
- Mended by the next run, which made the new set, left no file over beside the output or in the cache, and with which
  \`check\` agreed: ${String(mended)} of ${String(runs.length)}.
`;
console.log(text);
if (values.report) writeFileSync(path.join(import.meta.dirname, "REPORT.md"), text);
if (whole < runs.length || mended < runs.length) process.exitCode = 1;
