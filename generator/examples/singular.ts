/**
 * What one of several things is called, by the name for all of them.
 */
export function singularOf(name: string): string {
  if (/(?:ss|us|is)$/i.test(name)) return name;
  if (name.endsWith("ies")) return name.replace(/ies$/, "y");
  return name.replace(/(?<=(?:ch|sh|x|ss))es$|s$/, "");
}
