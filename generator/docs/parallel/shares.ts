import type { NodeId } from "../../dialects/canonical-keywords.ts";
import type { MakePages, ModulePages, PageMaterial } from "../pages.ts";

/** The pages of modules, by the places of the modules in the model. */
export type MadeShare = readonly (readonly [module: number, pages: ModulePages])[];

/** How many modules a thread takes at once. */
const shareSize = 8;

/**
 * What tells all threads which shares are taken: the number of the next one.
 */
export function openClaims(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Makes one share of the pages that are wanted after the other, each of which no other thread makes then.
 *
 * @param ready how many shares can be made by now
 * @throws DiagnosticsError as `makePages` does
 */
export function* makeShares(
  { source, wanted }: PageMaterial,
  claims: Int32Array,
  ready: number,
  makePages: MakePages,
): Generator<MadeShare> {
  for (let share = claim(claims, ready); share !== undefined; share = claim(claims, ready)) {
    const modules = wanted.slice(share * shareSize, (share + 1) * shareSize);
    yield modules.map((index) => {
      const module = source.modules[index];
      if (module === undefined) throw new RangeError(`no module ${String(index)}`);
      return [index, makePages(module)] as const;
    });
  }
}

/** Takes the next share; `undefined` where all are taken. */
function claim(claims: Int32Array, ready: number): number | undefined {
  for (let next = Atomics.load(claims, 0); next < ready; next = Atomics.load(claims, 0)) {
    if (Atomics.compareExchange(claims, 0, next, next + 1) === next) return next;
  }
  return undefined;
}

/**
 * How many shares can be made when some types are known.
 *
 * @param known by their declarations
 */
export function readyShares(
  { source, wanted }: PageMaterial,
  known: ReadonlyMap<NodeId, string>,
): number {
  const missing = wanted.findIndex((index) =>
    source.modules[index]?.declarations.some(({ node }) => !known.has(node)),
  );
  return missing === -1 ? Math.ceil(wanted.length / shareSize) : Math.floor(missing / shareSize);
}
