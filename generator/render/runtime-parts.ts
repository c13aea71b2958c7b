import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ownTemplates } from "./own-templates.ts";

/** One helper of the runtime: a file of TypeScript that the emitted runtime.ts takes over. */
interface RuntimePart {
  readonly file: string;
  readonly exports: readonly string[];
  /** Files that it imports. */
  readonly imports: readonly string[];
  /** The constants of one line that it declares; what other parts declare as well stands once. */
  readonly constants: readonly string[];
  /** Its text without imports and those constants. */
  readonly text: string;
}

/** The parts, by their files and by what they export. */
interface RuntimeLibrary {
  readonly byFile: ReadonlyMap<string, RuntimePart>;
  readonly byExport: ReadonlyMap<string, RuntimePart>;
}

/** The files of the parts do not change while the process runs, in which much can be generated. */
let ownLibrary: RuntimeLibrary | undefined;

/**
 * The texts of the runtime's parts that some names need, each part behind those it uses itself.
 *
 * @param names exports of the runtime that modules import
 * @throws RangeError for a name that no part exports
 */
export function runtimeParts(names: Iterable<string>): string[] {
  const { byFile, byExport } = (ownLibrary ??= readLibrary());
  const ordered = new Set<RuntimePart>();
  const add = (part: RuntimePart | undefined, what: string) => {
    if (part === undefined) throw new RangeError(`the runtime has no ${what}`);
    if (ordered.has(part)) return;
    for (const file of part.imports) add(byFile.get(file), file);
    ordered.add(part);
  };
  for (const name of [...new Set(names)].sort()) add(byExport.get(name), name);
  const parts = [...ordered];
  const constants = new Set(parts.flatMap((part) => part.constants));
  const texts = parts.map(({ text }) => text);
  return constants.size === 0 ? texts : [[...constants].join("\n"), ...texts];
}

function readLibrary(): RuntimeLibrary {
  const folder = path.join(ownTemplates, "runtime");
  const parts = readdirSync(folder)
    .sort()
    .map((file) => readPart(file, readFileSync(path.join(folder, file), "utf8")));
  return {
    byFile: new Map(parts.map((part) => [part.file, part])),
    byExport: new Map(parts.flatMap((part) => part.exports.map((name) => [name, part]))),
  };
}

function readPart(file: string, source: string): RuntimePart {
  const constant = /^const .*;$/gm;
  const text = source.replaceAll(/^import .*\n/gm, "").trim();
  return {
    file,
    exports: matches(source, /^export (?:function|const|class|interface|type) (\w+)/gm),
    imports: matches(source, /^import .* from "\.\/(.+)";$/gm),
    constants: text.match(constant) ?? [],
    text: text.replaceAll(constant, "").trim(),
  };
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
