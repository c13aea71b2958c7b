import { formatTypeScript } from "../text/format-typescript.ts";

/**
 * Whether a text is one TypeScript type: it can be parsed as one, and nothing in it ends the parentheses
 * around.
 */
export async function isWholeType(text: string): Promise<boolean> {
  const code = text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "");
  if (/["'`]|\/[/*]/.test(code)) return false;
  let depth = 0;
  for (const [bracket] of code.matchAll(/[()]/g)) {
    depth += bracket === "(" ? 1 : -1;
    if (depth < 0) return false;
  }
  try {
    await formatTypeScript(`type T = (\n${text}\n);`);
    return true;
  } catch {
    return false;
  }
}
