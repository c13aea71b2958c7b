/**
 * Whether a number is a signed integer of 64 bits (OpenAPI format registry). The largest one, 2⁶³ - 1,
 * is read from JSON as 2⁶³.
 */
export function int64Format(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}
