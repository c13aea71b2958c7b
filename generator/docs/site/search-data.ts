import type { Assertion, NodeId } from "../../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaModule } from "../../model/model.ts";
import { nodeOf } from "../../model/node-of.ts";
import { assertionSubschemas } from "../../model/subschemas.ts";
import type { PropertyRow, SchemaBlock } from "./schema-block.ts";
import type { SchemaPageView } from "./schema-page.ts";

/** What is found by a search of one declaration. The texts are plain. */
export type SearchedSchema = readonly [
  name: string,
  anchor: string,
  description: string,
  values: readonly string[],
  properties: readonly SearchedProperty[],
];

/** What is found of one property. */
export type SearchedProperty = readonly [
  path: string,
  anchor: string,
  description: string,
  values: readonly string[],
];

/**
 * What is found by a search of the declarations of a module, in their order.
 */
export function searchedSchemas(
  model: SchemaModel,
  module: SchemaModule,
  { sections }: SchemaPageView,
): readonly SearchedSchema[] {
  return module.declarations.flatMap(({ node, name, siteAnchor }, index): SearchedSchema[] => {
    const block = sections[index]?.block;
    if (block === undefined) return [];
    const { description = "" } = nodeOf(model, node).annotations;
    const rows = rowsOf(block).map((row) => searchedProperty(model, row));
    return [[name, siteAnchor, description, valuesOf(model, [node]), rows]];
  });
}

function rowsOf({ properties, blocks }: Pick<SchemaBlock, "properties" | "blocks">): PropertyRow[] {
  return [
    ...properties.flatMap((row) => [row, ...row.blocks.flatMap(rowsOf)]),
    ...blocks.flatMap(rowsOf),
  ];
}

function searchedProperty(
  model: SchemaModel,
  { path, anchor, schemas }: PropertyRow,
): SearchedProperty {
  const own = schemas.filter((id) => !model.declarations.has(id));
  const description = own
    .flatMap((id) => nodeOf(model, id).annotations.description ?? [])
    .join("\n");
  return [path, anchor, description, valuesOf(model, own)];
}

/** The texts that schemas list as values, in themselves and in what they are put together from. */
function valuesOf(model: SchemaModel, ids: readonly NodeId[]): readonly string[] {
  const values = ids.flatMap((id) => nodeOf(model, id).assertions.flatMap(listed));
  return [...new Set(values)];

  function listed(assertion: Assertion): string[] {
    if (assertion.keyword === "enum") return assertion.values.filter(isText);
    if (assertion.keyword === "const") return [assertion.value].filter(isText);
    // What a property lists is found by its own row.
    if (assertion.keyword === "properties") return [];
    return assertionSubschemas(assertion).flatMap(({ node }) =>
      model.declarations.has(node) ? [] : [...valuesOf(model, [node])],
    );
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** What a search goes through. */
export interface SearchIndex {
  /** The texts of descriptions. */
  readonly texts: readonly string[];
  /** For each module its path and its declarations, where each description is the number of its text. */
  readonly modules: readonly (readonly [path: string, schemas: readonly NumberedSchema[]])[];
}

type NumberedSchema = readonly [
  name: string,
  anchor: string,
  description: number,
  values: readonly string[],
  properties: readonly NumberedProperty[],
];

type NumberedProperty = readonly [
  path: string,
  anchor: string,
  description: number,
  values: readonly string[],
];

/**
 * What a search goes through, as the data of a script: the texts of descriptions, and for each module its
 * path and its declarations, where each description is the number of its text.
 */
export function searchIndex(modules: ReadonlyMap<string, readonly SearchedSchema[]>): SearchIndex {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const found = [...modules].map(
    ([module, schemas]) =>
      [
        module,
        schemas.map(([name, anchor, description, values, properties]): NumberedSchema => [
          name,
          anchor,
          numberOf(description),
          values,
          properties.map(([path, own, text, listed]) => [path, own, numberOf(text), listed]),
        ]),
      ] as const,
  );
  return { texts: [...numbers.keys()], modules: found };
}

/**
 * What is found of each module, of what a search goes through.
 */
export function readSearchIndex({
  texts,
  modules,
}: SearchIndex): ReadonlyMap<string, readonly SearchedSchema[]> {
  const textOf = (number: number) => texts[number] ?? "";
  return new Map(
    modules.map(([module, schemas]) => [
      module,
      schemas.map(([name, anchor, description, values, properties]): SearchedSchema => [
        name,
        anchor,
        textOf(description),
        values,
        properties.map(([path, own, text, listed]) => [path, own, textOf(text), listed]),
      ]),
    ]),
  );
}
