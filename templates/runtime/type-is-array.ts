/** Whether a value is an array. */
export function typeIsArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
