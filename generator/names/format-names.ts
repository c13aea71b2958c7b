import { kebabCase } from "scule";
import type { FormatPredicate } from "../dialects/formats.ts";
import type { FormatModule } from "../load/format-module.ts";
import { compareCodeUnits } from "../text/order.ts";
import { typeName } from "./identifier.ts";

/** A custom format, with the names of its module and of its predicate in the output. */
export interface CustomFormat extends FormatPredicate {
  readonly source: FormatModule;
}

/**
 * Names the emitted modules of custom formats and what they export, by the format. The name of such a
 * module holds a hyphen, which no schema's has; that of an export ends in `Format`, which no
 * variable's does, and the text of its module does not use it.
 */
export function nameFormats(modules: readonly FormatModule[]): ReadonlyMap<string, CustomFormat> {
  const taken = new Set<string>();
  return new Map(
    modules
      .toSorted((a, b) => compareCodeUnits(a.format, b.format))
      .map((source) => {
        const words = typeName(source.format);
        let names = formatNames(words);
        const clash = ({ module, name }: typeof names) =>
          taken.has(module) || taken.has(name) || source.text.includes(name);
        for (let suffix = 2; clash(names); suffix += 1) names = formatNames(`${words}${suffix}`);
        taken.add(names.module).add(names.name);
        return [source.format, { ...names, constrains: source.constrains, source }];
      }),
  );
}

function formatNames(words: string): Pick<CustomFormat, "module" | "name"> {
  return { module: `format-${kebabCase(words)}`, name: `has${words}Format` };
}
