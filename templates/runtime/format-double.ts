/** Whether a number is in the range of double precision (OpenAPI format registry). */
export function doubleFormat(value: number): boolean {
  return Number.isFinite(value);
}
