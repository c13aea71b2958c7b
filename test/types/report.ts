import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeReadme } from "../conformance/readme-table.ts";
import { store } from "../conformance/store.ts";
import { suite } from "../conformance/suite.ts";
import { markdownTable } from "../conformance/suite-table.ts";
import { withVersion } from "../conformance/validators/version.ts";
import { vapiData } from "../vapi/payloads.ts";
import { compilerFigures } from "./figures/compiler-figures.ts";
import { figureRows, type Figures } from "./figures/figure.ts";
import { storeFigures } from "./figures/store-figures.ts";
import { suiteFigures } from "./figures/suite-figures.ts";
import { vapiFigures } from "./figures/vapi-figures.ts";

const measurements = [suiteFigures, storeFigures, vapiFigures, compilerFigures];

/**
 * Prints the table of all figures, and behind it what they are made up of and what was missed.
 *
 * @returns whether every figure is as demanded
 */
async function report(write: boolean): Promise<boolean> {
  const absent = [suite, store, vapiData].filter((folder) => !existsSync(folder));
  if (absent.length > 0) throw new Error(`the test data is not at hand: ${absent.join(", ")}`);
  const measured: Figures[] = [];
  for (const measure of measurements) measured.push(await measure());
  const figures = measured.flatMap((each) => each.figures);
  const table = markdownTable(figureRows(figures, withVersion("json-schema-to-typescript")), 1);
  console.log([table, "", ...measured.flatMap(({ notes }) => notes)].join("\n"));
  if (write) await writeReadme("types", table);
  return figures.every(({ isMet }) => isMet);
}

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
try {
  process.exitCode = (await report(values.write)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
