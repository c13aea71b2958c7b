/**
 * Writes a value of options or dialects as JSON, which has neither sets nor maps: as lists of what they
 * hold.
 */
export function plainText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member instanceof Set || member instanceof Map ? [...(member as Iterable<unknown>)] : member,
  );
}
