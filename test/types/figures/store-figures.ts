import { storeNames, withoutTargets } from "../../conformance/store.ts";
import { unsaidByTypes } from "../known-misses.ts";
import {
  isAdmitted,
  type JudgedInstance,
  judgeStore,
  makeStore,
  refusedValues,
} from "../store-types.ts";
import { judgeStructure } from "../structure.ts";
import { allOf, countWords, type Figure, type Figures } from "./figure.ts";

/** The least share of the instances with a fault of structure that types refuse, in per cent. */
const leastRefused = 90;

/**
 * Measures what the types of the schemas that people publish say of the instances published with them.
 */
export async function storeFigures(): Promise<Figures> {
  const output = await makeStore();
  const { faults, instances } = await judgeStore(output);
  const positive = instances.filter(({ isPositive }) => isPositive);
  const negative = instances.filter(({ isPositive }) => !isPositive);
  const refused = await refusedValues(
    output,
    positive.filter((instance) => !isAdmitted(instance)),
  );
  const { structural, missed } = await judgeStructure(instances);
  return {
    figures: [
      moduleFigure(new Set(faults.map(({ file }) => file.split("/")[0]))),
      plain("published valid instances, as literals", positive.filter(isTaken), positive),
      plain("the same, undeclared properties aside", positive.filter(isAdmitted), positive),
      allOf("the same, as values", positive.length - refused.length, positive.length),
      plain(
        "published invalid instances, refused",
        negative.filter((instance) => !isTaken(instance)),
        negative,
      ),
      structureFigure(structural - missed.length, structural),
      missFigure(missed),
    ],
    notes: [
      ...faults.map(({ file, line, code }) => `published schemas: ${file}:${line} ${code}`),
      ...refused.map(({ name, file }) => `valid, but refused: ${name} ${file}`),
      ...missed.map((each) => `not refused: ${each}: ${unsaidByTypes.get(each) ?? "not known"}`),
    ],
  };
}

/** Whether TypeScript takes an instance as a literal. */
function isTaken({ codes }: JudgedInstance): boolean {
  return codes.length === 0;
}

function plain(
  check: string,
  some: readonly JudgedInstance[],
  all: readonly JudgedInstance[],
): Figure {
  return { check, own: countWords(some.length, all.length), isMet: true };
}

function moduleFigure(faulty: ReadonlySet<unknown>): Figure {
  const all = storeNames().length;
  const lacking = withoutTargets.size;
  return {
    check: "published schemas whose modules compile",
    own: countWords(all - lacking - faulty.size, all),
    mark: `all but the ${lacking} that refer to absent ones`,
    isMet: faulty.size === 0,
  };
}

function structureFigure(refused: number, structural: number): Figure {
  const share = (100 * refused) / structural;
  return {
    check: "those of them whose first fault is structural, refused",
    own: `${countWords(refused, structural)}, ${share.toFixed(1)} %`,
    mark: `at least ${leastRefused} %`,
    isMet: share >= leastRefused,
  };
}

function missFigure(missed: readonly string[]): Figure {
  const unknown = missed.filter((each) => !unsaidByTypes.has(each));
  return {
    check: "those that are not refused, for a reason not known",
    own: String(unknown.length),
    mark: "0",
    isMet: unknown.length === 0,
  };
}
