import { withVersion } from "../../conformance/validators/version.ts";
import { makeCompatible, surprisesOf } from "../compatibility.ts";
import { compilers, resolutions } from "../type-check.ts";
import type { Figure, Figures } from "./figure.ts";

/**
 * Measures how many errors each compiler has, by each resolution of modules and with every strict
 * option, in what is made of schemas/.
 */
export async function compilerFigures(): Promise<Figures> {
  const folder = await makeCompatible();
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const compiler of compilers) {
    const version = withVersion(compiler).split(" ")[1] ?? "";
    const counts: number[] = [];
    let isMet = true;
    for (const resolution of resolutions) {
      const { surplus, missing } = await surprisesOf(folder, compiler, resolution);
      counts.push(surplus.length);
      isMet &&= surplus.length + missing.length === 0;
      const check = `TypeScript ${version}, ${resolution}`;
      notes.push(...surplus.map((each) => `${check}: ${each}`));
      notes.push(...missing.map((each) => `${check}: does not see ${each}`));
    }
    figures.push({
      check: `TypeScript ${version}, ${resolutions.join(" / ")}: errors with strict options`,
      own: counts.join(" / "),
      mark: counts.map(() => "0").join(" / "),
      isMet,
    });
  }
  return { figures, notes };
}
