import {
  registerSchema,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import { Ajv2020 } from "ajv/dist/2020.js";
import { evaluatePointer } from "../../generator/pointer/json-pointer.ts";
import { peerFaults, type Peer, type PeerVerdict } from "./peer-faults.ts";
import type { Json, RandomCase } from "./random.ts";
import { suiteCompiler } from "./suite.ts";

/** A pair of schema and instance on which we are wrong, or a peer is in a way that is not known. */
export interface Disagreement {
  readonly schema: Json;
  readonly instance?: Json;
  readonly fault: string;
}

/** What became of the pairs of some cases. */
export interface Judgement {
  readonly pairs: number;
  readonly accepted: number;
  /** How often the verdict of a peer was put down to a known fault, by its reason. */
  readonly excused: ReadonlyMap<string, number>;
  readonly disagreements: readonly Disagreement[];
}

type Verdict = (instance: Json) => boolean;

function ajvVerdicts(): (schema: Json) => Verdict {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false });
  return (schema) => {
    const judge = ajv.compile(schema as object);
    ajv.removeSchema(schema as object);
    return (instance) => judge(instance);
  };
}

const dialect = "https://json-schema.org/draft/2020-12/schema";

async function hyperjumpVerdict(schema: Json): Promise<Verdict> {
  const uri = "https://schemaloom.invalid/random";
  setShouldValidateSchema(false);
  registerSchema(structuredClone(schema) as Parameters<typeof registerSchema>[0], uri, dialect);
  try {
    const judge = await validate(uri);
    return (instance) => judge(instance as Parameters<typeof judge>[0]).valid;
  } finally {
    unregisterSchema(uri);
  }
}

/** The verdict of a peer, or the message of what it threw. */
function verdictOf(judge: Verdict, instance: Json): boolean | string {
  try {
    return judge(instance);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function reasonOf(peer: Peer, pair: PeerVerdict): string | undefined {
  const fault = peerFaults.find((each) => each.peer === peer && each.shows(pair));
  return fault === undefined ? undefined : `${peer} ${fault.reason}`;
}

function issueFault(issues: readonly unknown[], instance: Json): string | undefined {
  if (issues.length === 0) return "the validator rejects without an issue";
  for (const issue of issues) {
    const { instancePath } = issue as { readonly instancePath: string };
    if (!evaluatePointer(instance, instancePath).found) {
      return `the validator names ${instancePath}, which the instance has not`;
    }
  }
  return undefined;
}

/**
 * Judges every pair of the cases by the boolean guard, by the validator and by both peers.
 */
export async function judgeCases(cases: Iterable<RandomCase>): Promise<Judgement> {
  const compile = suiteCompiler("2020-12", "dialect");
  const ajvVerdict = ajvVerdicts();
  const excused = new Map<string, number>();
  const disagreements: Disagreement[] = [];
  let pairs = 0;
  let accepted = 0;
  for (const { schema, instances } of cases) {
    try {
      const group = { file: "random", description: "", schema, tests: [] };
      const { isSchema, validateSchema } = await compile(group);
      const peers = { ajv: ajvVerdict(schema), hyperjump: await hyperjumpVerdict(schema) };
      for (const instance of instances) {
        pairs += 1;
        const add = (fault: string) => disagreements.push({ schema, instance, fault });
        const verdict = isSchema(instance);
        if (verdict) accepted += 1;
        const result = validateSchema(instance);
        if (result.ok !== verdict) add(`the guard says ${verdict}, the validator ${result.ok}`);
        const spoken = result.ok ? undefined : issueFault(result.issues, instance);
        if (spoken !== undefined) add(spoken);
        for (const peer of ["ajv", "hyperjump"] as const) {
          const other = verdictOf(peers[peer], instance);
          if (other === verdict) continue;
          const reason = reasonOf(peer, { schema, instance, verdict: other });
          if (reason === undefined) add(`the guard says ${verdict}, ${peer} ${other}`);
          else excused.set(reason, (excused.get(reason) ?? 0) + 1);
        }
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      disagreements.push({ schema, fault: `not judged: ${reason}` });
    }
  }
  return { pairs, accepted, excused, disagreements };
}
