import { hyperjumpJudge } from "../../conformance/peers.ts";
import type { Json } from "../../conformance/random-values.ts";
import { type Mutation, mutate } from "../../vapi/mutation.ts";
import type { BenchmarkDialect, BenchmarkDocument } from "./benchmark-case.ts";

/** How many documents are made of those of a case. */
const count = 200;

const values: readonly unknown[] = [null, 12.5, "unexpected", [], true, {}, [{}]];

const kinds: readonly Mutation["kind"][] = ["replace", "insert", "delete", "replace"];

/**
 * Makes documents with one change each of documents that are spread over a list: a value is another,
 * is gone, or has come in. They are the same each time. hyperjump, which is not measured, gives the
 * verdicts; some of them stay valid.
 */
export async function spoil(
  texts: readonly string[],
  schema: object,
  dialect: BenchmarkDialect,
): Promise<BenchmarkDocument[]> {
  const judge = await hyperjumpJudge(dialect, schema as Json);
  return Array.from({ length: count }, (_, index) => {
    const text = texts[Math.floor((index * texts.length) / count)] ?? "{}";
    const mutation: Mutation = {
      kind: kinds[index % kinds.length] ?? "replace",
      // Places near the root are many documents' only ones, and those of long ones are far from it.
      place: index * 31,
      key: "unexpected",
      value: values[index % values.length],
    };
    const spoiled = mutate(JSON.parse(text), mutation);
    const verdict = judge(spoiled as Json);
    if (typeof verdict === "string") throw new Error(`hyperjump gives no verdict: ${verdict}`);
    return { text: JSON.stringify(spoiled), valid: verdict };
  });
}
