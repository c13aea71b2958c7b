import { type MeasureOptions, measure } from "./measure.ts";

// Measures a case in a process of its own, as its argument says, and sends what it measured.
const options = JSON.parse(process.argv[2] ?? "") as MeasureOptions;
process.send?.(await measure(options));
