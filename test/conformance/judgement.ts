import type { ChooseStrategy } from "../../generator/guards/object-strategy.ts";
import { ajvFaults } from "./ajv-faults.ts";
import { issueFaults } from "./issue-faults.ts";
import { ajvJudge, dialectUris, hyperjumpJudge } from "./peers.ts";
import type { RandomCase } from "./random.ts";
import type { RandomDialect } from "./random-keywords.ts";
import type { Json } from "./random-values.ts";
import { indexResources, type SchemaResources } from "./schema-resources.ts";
import { schemaUri, suiteCompiler, type SuiteModule } from "./suite.ts";

/** A schema, or a pair of schema and instance, on which guard, validator and peers are at odds. */
export interface Disagreement {
  readonly dialect: RandomDialect;
  readonly schema: Json;
  readonly instance?: Json;
  readonly fault: string;
}

/** What became of the pairs of some cases. */
export interface Judgement {
  readonly pairs: number;
  readonly accepted: number;
  /** The reason of each pair on which ajv is at odds with the others by a fault of its own. */
  readonly excused: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Makes the function that judges every pair of a case by the boolean guard, by the validator and by both
 * peers. Hyperjump has to agree on every pair; ajv too, but where it shows one of its proven faults.
 *
 * @param strategies how guards come by properties, where not as the costs have it
 */
export function caseJudge(strategies?: ChooseStrategy): (each: RandomCase) => Promise<Judgement> {
  const compilerOf = (dialect: RandomDialect) =>
    suiteCompiler(dialect, "dialect", "annotate", undefined, strategies);
  const compilers: Readonly<Record<RandomDialect, ReturnType<typeof suiteCompiler>>> = {
    "draft-07": compilerOf("draft-07"),
    "2019-09": compilerOf("2019-09"),
    "2020-12": compilerOf("2020-12"),
  };
  return async ({ dialect, schema, instances }) => {
    const excused: string[] = [];
    const disagreements: Disagreement[] = [];
    let accepted = 0;
    try {
      const group = { file: "random", description: "", schema, tests: [] };
      const module = await compilers[dialect](group);
      const resources = indexResources(schema, schemaUri, dialectUris[dialect], () => undefined);
      const ajv = await ajvJudge(dialect, schema);
      const hyperjump = await hyperjumpJudge(dialect, schema);
      for (const instance of instances) {
        const add = (fault: string) => disagreements.push({ dialect, schema, instance, fault });
        const verdict = module.isSchema(instance);
        if (verdict) accepted += 1;
        validatorFaults(module, resources, instance, verdict).forEach(add);
        const [byHyperjump, byAjv] = [hyperjump(instance), ajv(instance)];
        if (byHyperjump !== verdict) add(`the guard says ${verdict}, hyperjump ${byHyperjump}`);
        if (byAjv === verdict) continue;
        const shown = ajvFaults.find(({ shows }) => shows({ schema, instance, verdict: byAjv }));
        if (shown === undefined) add(`the guard says ${verdict}, ajv ${byAjv}`);
        else excused.push(shown.reason);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      disagreements.push({ dialect, schema, fault: `not judged: ${reason}` });
    }
    return { pairs: instances.length, accepted, excused, disagreements };
  };
}

function validatorFaults(
  { validateSchema }: SuiteModule,
  resources: SchemaResources,
  instance: Json,
  verdict: boolean,
): readonly string[] {
  const result = validateSchema(instance);
  if (result.ok !== verdict) return [`the guard says ${verdict}, the validator ${result.ok}`];
  return result.ok ? [] : issueFaults(result.issues, instance, resources);
}
