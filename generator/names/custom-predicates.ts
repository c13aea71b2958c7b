import { kebabCase } from "scule";
import type { CustomKeyword, KeywordPredicate } from "../dialects/custom-keywords.ts";
import type { FormatPredicate } from "../dialects/formats.ts";
import type { FormatModule, KeywordModule, PredicateModule } from "../load/predicate-module.ts";
import { compareCodeUnits } from "../text/order.ts";
import { typeName } from "./identifier.ts";

/** A predicate of a user's, with the names of its module and of itself in the output. */
export type CustomPredicate = CustomFormat | CustomKeywordPredicate;

/** The predicate of a custom format. */
export interface CustomFormat extends FormatPredicate {
  readonly source: FormatModule;
}

/** The predicate of a custom keyword. */
export interface CustomKeywordPredicate extends KeywordPredicate {
  readonly source: KeywordModule;
}

/**
 * What a module is the predicate of.
 */
export function predicateOf(
  source: FormatModule | KeywordModule,
): { readonly format: string } | { readonly keyword: string } {
  return "format" in source ? { format: source.format } : { keyword: source.keyword };
}

/**
 * Names the emitted modules of custom formats and what they export, by the format. The name of such a
 * module holds a hyphen, which no schema's has; that of an export ends in `Format`, which no
 * variable's does, and the text of its module does not use it.
 */
export function nameFormats(modules: readonly FormatModule[]): ReadonlyMap<string, CustomFormat> {
  return nameModules(
    modules,
    ({ format }) => format,
    (words) => ({ module: `format-${kebabCase(words)}`, name: `has${words}Format` }),
    (source, names) => ({ ...names, constrains: source.constrains, source }),
  );
}

/** A custom keyword with the names that its predicate has in the output. */
export interface NamedKeyword extends CustomKeyword {
  readonly predicate: CustomKeywordPredicate;
}

/** What is said of a custom keyword besides its module. */
export type KeywordWords = Pick<CustomKeyword, "type"> & { readonly message?: string };

/**
 * Names the emitted modules of custom keywords, as {@link nameFormats} does those of formats; an export
 * ends in `Keyword`.
 *
 * @param wordsOf what is said of each
 */
export function nameKeywords(
  modules: readonly KeywordModule[],
  wordsOf: (keyword: string) => KeywordWords | undefined,
): ReadonlyMap<string, NamedKeyword> {
  return nameModules(
    modules,
    ({ keyword }) => keyword,
    (words) => ({ module: `keyword-${kebabCase(words)}`, name: `meets${words}Keyword` }),
    (source, names) => {
      const { keyword, constrains, argument } = source;
      const { type, message = `must meet ${keyword}${argument ? " {argument}" : ""}` } =
        wordsOf(keyword) ?? {};
      const predicate = { ...names, constrains, ...(argument && { argument }), source };
      return { predicate, message, ...(type !== undefined && { type }) };
    },
  );
}

interface PredicateNames {
  readonly module: string;
  readonly name: string;
}

function nameModules<Module extends PredicateModule, Named>(
  modules: readonly Module[],
  ofModule: (module: Module) => string,
  namesOf: (words: string) => PredicateNames,
  named: (module: Module, names: PredicateNames) => Named,
): ReadonlyMap<string, Named> {
  const taken = new Set<string>();
  return new Map(
    modules
      .toSorted((a, b) => compareCodeUnits(ofModule(a), ofModule(b)))
      .map((source) => {
        const words = typeName(ofModule(source));
        let names = namesOf(words);
        const clash = ({ module, name }: PredicateNames) =>
          taken.has(module) || taken.has(name) || source.text.includes(name);
        for (let suffix = 2; clash(names); suffix += 1) names = namesOf(`${words}${suffix}`);
        taken.add(names.module).add(names.name);
        return [ofModule(source), named(source, names)];
      }),
  );
}
