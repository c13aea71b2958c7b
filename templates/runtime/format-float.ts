/** Whether a number is in the range of single precision (OpenAPI format registry). */
export function floatFormat(value: number): boolean {
  return Number.isFinite(Math.fround(value));
}
