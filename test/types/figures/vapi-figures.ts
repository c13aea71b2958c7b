import type { Figures } from "./figure.ts";
import { checkSeconds, roundCount } from "./check-time.ts";
import {
  makeOwnTypes,
  makePeerTypes,
  readVapiDocument,
  type VapiDocument,
  type VapiTypes,
} from "./vapi-types.ts";

/** The most bytes that the types of the specification may have, their comments among them. */
const mostBytes = 1_600_000;

/**
 * Measures the types of the whole Vapi specification beside those that json-schema-to-typescript makes
 * of it: their names, their size, and how long TypeScript takes to check them.
 */
export async function vapiFigures(): Promise<Figures> {
  const [own, peer] = [await makeOwnTypes(), await makePeerTypes()];
  const document = readVapiDocument();
  const [names, numbered] = [exportedNames(own), numberedNames(own, document)];
  const seconds = await checkSeconds(own.folder, peer.folder);
  const ratio = seconds.own / seconds.peer;
  const sizes = { own: moduleSizes(own), peer: moduleSizes(peer) };
  return {
    figures: [
      {
        check: "Vapi: exported names",
        own: String(names.length),
        peer: String(exportedNames(peer).length),
        isMet: true,
      },
      {
        check: "Vapi: those with a number that no name of the input has",
        own: String(numbered.length),
        peer: String(numberedNames(peer, document).length),
        mark: "0",
        isMet: numbered.length === 0,
      },
      {
        check: "Vapi: MB of types with comments / of what modules add / in all",
        own: sizeSum(sizes.own),
        peer: sizeSum(sizes.peer),
        mark: `at most ${megabytes(mostBytes)} of types`,
        isMet: typeBytes(sizes.own) <= mostBytes,
      },
      {
        check: `Vapi: seconds of CPU of TypeScript 7, median of ${roundCount}`,
        own: `${seconds.own.toFixed(2)}, ratio ${ratio.toFixed(2)}`,
        peer: seconds.peer.toFixed(2),
        mark: "ratio at most 1",
        isMet: ratio <= 1,
      },
    ],
    notes: [
      ...numbered.map((name) => `Vapi: a number at the end of ${name}`),
      `Vapi: MB of schemaloom: ${sizeWords(sizes.own)}`,
      `Vapi: MB of json-schema-to-typescript: ${sizeWords(sizes.peer)}`,
      `Vapi: seconds of schemaloom: ${seconds.rounds.map(({ own }) => own.toFixed(3)).join(", ")}`,
      `Vapi: seconds of json-schema-to-typescript: ${seconds.rounds.map(({ peer }) => peer.toFixed(3)).join(", ")}`,
    ],
  };
}

function exportedNames({ modules }: VapiTypes): readonly string[] {
  return [...modules.values()].flatMap((text) =>
    [...text.matchAll(/^export (?:interface|type|const|enum) (\w+)/gm)].map(
      ([, name = ""]) => name,
    ),
  );
}

/** Names that end in a digit, which no component, title or property of the input does by itself. */
function numberedNames(types: VapiTypes, { components }: VapiDocument): readonly string[] {
  const given = new Set(
    [...Object.keys(components.schemas), ...givenNames(components)].map(letters),
  );
  return exportedNames(types).filter((name) => /\d$/.test(name) && !given.has(letters(name)));
}

function givenNames(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([keyword, part]: [string, unknown]) => {
    if (keyword === "title" && typeof part === "string") return [part];
    const own = keyword === "properties" ? Object.keys(part as object) : [];
    return [...own, ...givenNames(part)];
  });
}

function letters(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** How many bytes the parts of modules have. */
interface ModuleSizes {
  readonly comments: number;
  readonly declarations: number;
  readonly imports: number;
  readonly banners: number;
  readonly index: number;
}

function moduleSizes({ modules }: VapiTypes): ModuleSizes {
  const sizes = { comments: 0, declarations: 0, imports: 0, banners: 0, index: 0 };
  for (const [file, text] of modules) {
    const bytes = byteCount(text);
    if (file === "index.ts") {
      sizes.index += bytes;
      continue;
    }
    const comments = partSize(text, /^ *\/\*\*[^]*?\*\/\n/gm);
    const imports = partSize(text, /^import type [^;]*;\n/gm);
    const banner = partSize(text, /^(?:\/\/ .*|\/\* .* \*\/)\n/gm);
    sizes.comments += comments;
    sizes.imports += imports;
    sizes.banners += banner;
    sizes.declarations += bytes - comments - imports - banner;
  }
  return sizes;
}

function typeBytes({ declarations, comments }: ModuleSizes): number {
  return declarations + comments;
}

/** The types, what modules have besides, and both: `1.50 / 0.25 / 1.75`. */
function sizeSum(sizes: ModuleSizes): string {
  const [types, rest] = [typeBytes(sizes), sizes.imports + sizes.banners + sizes.index];
  return [types, rest, types + rest].map(megabytes).join(" / ");
}

/** What the bytes of modules are: `0.50 comments, 0.25 imports`. */
function sizeWords(sizes: ModuleSizes): string {
  return Object.entries(sizes)
    .filter(([, bytes]) => bytes > 0)
    .map(([part, bytes]: [string, number]) => `${megabytes(bytes)} ${part}`)
    .join(", ");
}

function partSize(text: string, part: RegExp): number {
  return [...text.matchAll(part)].reduce((sum, [found]) => sum + byteCount(found), 0);
}

function byteCount(text: string): number {
  return Buffer.byteLength(text);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2);
}
