/** Whether a number is a signed integer of 32 bits (OpenAPI format registry). */
export function int32Format(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}
