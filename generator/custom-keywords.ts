import { diagnose } from "./diagnostics/diagnose.ts";
import { type Diagnostic, DiagnosticsError } from "./diagnostics/diagnostic.ts";
import { isFreeKeyword } from "./dialects/custom-keywords.ts";
import { readKeywordModules } from "./load/predicate-module.ts";
import { type NamedKeyword, nameKeywords } from "./names/custom-predicates.ts";
import type { KeywordOptions } from "./options.ts";
import { isWholeType } from "./types/whole-type.ts";

/**
 * Reads the keywords that the config gives a meaning, and names what they are in the output.
 *
 * @throws DiagnosticsError (`keyword-module-invalid`, `ts-type-invalid`) where one has a meaning already,
 *   or its module or its type is none
 */
export async function readCustomKeywords(
  keywords: ReadonlyMap<string, KeywordOptions>,
): Promise<ReadonlyMap<string, NamedKeyword>> {
  const faults = await Promise.all([...keywords].map((entry) => faultsOf(...entry)));
  if (faults.flat().length > 0) throw new DiagnosticsError(faults.flat());
  const modules = new Map([...keywords].map(([keyword, { module }]) => [keyword, module]));
  return nameKeywords(await readKeywordModules(modules), (keyword) => keywords.get(keyword));
}

async function faultsOf(keyword: string, { type }: KeywordOptions): Promise<readonly Diagnostic[]> {
  const name = JSON.stringify(keyword);
  const isTaken = !isFreeKeyword(keyword);
  const isType = type === undefined || (await isWholeType(type));
  return [
    ...(isTaken
      ? [
          diagnose("keyword-module-invalid", `the keyword ${name} has a meaning already`, {
            help: "give yours another name in `keywords` of the config and in the schemas, as one that begins with x-",
          }),
        ]
      : []),
    ...(isType
      ? []
      : [
          diagnose(
            "ts-type-invalid",
            `the type ${JSON.stringify(type)} of the keyword ${name} is no TypeScript type`,
            { help: 'write one type, without comments, as in "`${string}@${string}`"' },
          ),
        ]),
  ];
}
