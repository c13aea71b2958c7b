import { loadConfig } from "../../../generator/config/load-config.ts";
import { resolveTargets } from "../../../generator/config/targets.ts";
import { repository } from "../../harness/project.ts";
import { closureIn, rootName } from "../../vapi/closure.ts";
import { dataAbsent, payloadsIn } from "../../vapi/payloads.ts";
import { type Emitted, emitNamed } from "../emit.ts";
import type { BenchmarkCase } from "./benchmark-case.ts";

/**
 * The example schemas of the repository, made as the repository makes them, with the payloads that
 * they are tested with. The others get them joined in one document.
 */
export function vapiCases(): BenchmarkCase[] {
  if (dataAbsent) return [];
  const timed = payloadsIn("repaired").map(({ data, valid }) => ({
    text: JSON.stringify(data),
    valid,
  }));
  return [
    {
      name: `vapi-${rootName}`,
      synthetic: false,
      dialect: "2020-12",
      schema: joinedSchema(),
      emit: emitRepository,
      documents: () => Promise.resolve({ timed, compared: [] }),
    },
  ];
}

async function emitRepository(): Promise<Emitted> {
  const config = await loadConfig(repository);
  const [target] = resolveTargets(config, { inputs: [], targets: ["examples"] }, repository);
  if (target === undefined) throw new Error("the config has no such target");
  return emitNamed(target.options, rootName);
}

/** The schemas below `$defs`, where all that knows references looks for their targets. */
function joinedSchema(): object {
  const { $ref, components } = closureIn("repaired");
  const text = JSON.stringify({ $ref, $defs: components.schemas });
  return JSON.parse(text.replaceAll('"#/components/schemas/', '"#/$defs/')) as object;
}
