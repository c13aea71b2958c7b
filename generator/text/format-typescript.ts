/**
 * Formats TypeScript in prettier's own style, at the width that emitted code has.
 */
export async function formatTypeScript(text: string): Promise<string> {
  // Nearly all code is emitted as prettier writes it, so its parser is seldom needed.
  const { format } = await import("prettier");
  return format(text, { parser: "babel-ts", printWidth: 100 });
}
