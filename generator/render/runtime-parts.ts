import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ownTemplates } from "./own-templates.ts";

/** One helper of the runtime: a file of TypeScript that the emitted runtime.ts takes over. */
interface RuntimePart {
  readonly file: string;
  readonly exports: readonly string[];
  /** Files that it imports. */
  readonly imports: readonly string[];
  /** Its text without imports, and with `export` only where modules import it. */
  readonly text: string;
}

/** The files of the parts do not change while the process runs, in which much can be generated. */
let ownParts: readonly RuntimePart[] | undefined;

/**
 * The texts of the runtime's parts that some names need, each part behind those it uses itself.
 *
 * @param names exports of the runtime that modules import
 * @throws RangeError for a name that no part exports
 */
export function runtimeParts(names: Iterable<string>): string[] {
  const parts = (ownParts ??= readParts());
  const wanted = new Set(names);
  const ordered = new Set<RuntimePart>();
  const add = (part: RuntimePart | undefined, what: string) => {
    if (part === undefined) throw new RangeError(`the runtime has no ${what}`);
    if (ordered.has(part)) return;
    for (const file of part.imports)
      add(
        parts.find((candidate) => candidate.file === file),
        file,
      );
    ordered.add(part);
  };
  for (const name of [...wanted].sort())
    add(
      parts.find((part) => part.exports.includes(name)),
      name,
    );
  return hoistShared([...ordered].map((part) => part.text));
}

function readParts(): RuntimePart[] {
  const folder = path.join(ownTemplates, "runtime");
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const source = readFileSync(path.join(folder, file), "utf8");
      return {
        file,
        exports: matches(source, /^export (?:function|const|class|interface|type) (\w+)/gm),
        imports: matches(source, /^import .* from "\.\/(.+)";$/gm),
        text: source.replaceAll(/^import .*\n/gm, "").trim(),
      };
    });
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

/** Constants that several parts declare in the same words stand once, in front. */
function hoistShared(texts: readonly string[]): string[] {
  const constants = new Set<string>();
  const rest = texts.map((text) =>
    text
      .replaceAll(/^const .*;$/gm, (line) => {
        constants.add(line);
        return "";
      })
      .trim(),
  );
  return constants.size === 0 ? rest : [[...constants].join("\n"), ...rest];
}
