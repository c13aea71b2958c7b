/** What is neither an array nor an object as text, that of a string with its length in front. */
export function scalarText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `${value.length}"${value}`;
    case "bigint":
      return `${value}n`;
    case "function":
    case "symbol":
      return typeof value;
    default:
      return String(value);
  }
}
