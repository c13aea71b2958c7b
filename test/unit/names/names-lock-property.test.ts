import fc from "fast-check";
import { expect, test } from "vitest";
import { appendTokens, pointerToFragment } from "../../../generator/pointer/json-pointer.ts";
import { nameSchemas, type Naming } from "./names-of.ts";

/** Files whose roots, and keys whose words, are apt to clash. */
const files = ["a.json", "a-x.json", "b/a.json"];
const keys = ["x", "X", "x!", "AX", "A x", "AXItem", "AXInput", "items"];

/** One schema that is added somewhere inside those that are there. */
interface Addition {
  readonly kind: "file" | "definition" | "property" | "item" | "conjunct" | "reference";
  readonly key: string;
  readonly file: string;
  /** Whether it goes before its siblings. */
  readonly first: boolean;
  readonly readOnly: boolean;
  /** Which of the schemas that are there holds it, and which it refers to. */
  readonly holder: number;
  readonly target: number;
}

const additions = fc.array(
  fc.record<Addition>({
    kind: fc.constantFrom("file", "definition", "property", "item", "conjunct", "reference"),
    key: fc.constantFrom(...keys),
    file: fc.constantFrom(...files),
    first: fc.boolean(),
    readOnly: fc.boolean(),
    holder: fc.nat({ max: 3 }),
    target: fc.nat(),
  }),
  { minLength: 6, maxLength: 14, size: "max" },
);

interface ObjectSchema {
  readonly type: "object";
  properties: Record<string, unknown>;
  $defs?: Record<string, unknown>;
  allOf?: unknown[];
}

interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly schema: ObjectSchema;
}

function newObject(readOnly: boolean): ObjectSchema {
  return { type: "object", properties: { p: { readOnly }, q: {}, r: {}, s: {} } };
}

/** Schemas made by additions, one after another; one whose key is there already is passed over. */
function schemasOf(made: readonly Addition[]): Readonly<Record<string, unknown>> {
  const first: Place = { file: "a.json", pointer: "", schema: newObject(false) };
  const places = [first];
  for (const addition of made) {
    const holder = places[addition.holder % places.length] ?? first;
    const target = places[addition.target % places.length] ?? first;
    const added = addTo(holder, target, addition, places);
    if (added !== undefined) places.push(added);
  }
  const roots = places.filter(({ pointer }) => pointer === "");
  return Object.fromEntries(roots.map(({ file, schema }) => [file, schema]));
}

function addTo(
  holder: Place,
  target: Place,
  { kind, key, file, first, readOnly }: Addition,
  places: readonly Place[],
): Place | undefined {
  const schema = newObject(readOnly);
  const { schema: outer, pointer } = holder;
  const put = (members: Record<string, unknown> = {}, value: unknown) =>
    first ? { [key]: value, ...members } : { ...members, [key]: value };
  switch (kind) {
    case "file":
      return places.some((place) => place.file === file)
        ? undefined
        : { file, pointer: "", schema };
    case "definition":
      if (Object.hasOwn(outer.$defs ?? {}, key)) return undefined;
      outer.$defs = put(outer.$defs, schema);
      return { ...holder, pointer: appendTokens(pointer, "$defs", key), schema };
    case "conjunct":
      outer.allOf = [...(outer.allOf ?? []), schema];
      return { ...holder, pointer: appendTokens(pointer, "allOf", outer.allOf.length - 1), schema };
    default: {
      if (Object.hasOwn(outer.properties, key)) return undefined;
      const reference = { $ref: `/${target.file}${pointerToFragment(target.pointer)}` };
      const values = { property: schema, item: { items: schema }, reference };
      outer.properties = put(outer.properties, values[kind]);
      const path = appendTokens(pointer, "properties", key, ...(kind === "item" ? ["items"] : []));
      return kind === "reference" ? undefined : { ...holder, pointer: path, schema };
    }
  }
}

/** Each name with the module that exports it, by the key of its schema. */
function exportsOf({ model }: Naming): ReadonlyMap<string, string> {
  return new Map(
    model.modules.flatMap(({ path, declarations, inlineTypes }) =>
      [...declarations, ...inlineTypes].map(({ key, name }) => [key, `${path}.${name}`] as const),
    ),
  );
}

test.each([false, true])("no addition renames what was there, variants: %s", (variants) => {
  let stolen = 0;
  const property = fc.property(additions, additions, (old, added) => {
    const before = nameSchemas(schemasOf(old), {}, { variants });
    const grown = schemasOf([...old, ...added]);
    const after = nameSchemas(grown, before.names, { variants });
    expect(after.diagnostics).toEqual([]);

    const names = exportsOf(after);
    for (const [key, name] of exportsOf(before)) {
      // A variant's part that is referred to by now is shared with what it is a variant of.
      if (!variants || names.has(key)) expect([key, names.get(key)]).toEqual([key, name]);
    }
    expect(new Set(names.values()).size).toBe(names.size);
    expect(nameSchemas(grown, after.names, { variants }).names).toEqual(after.names);

    const byRule = exportsOf(nameSchemas(grown, {}, { variants }));
    if ([...exportsOf(before)].some(([key, name]) => byRule.get(key) !== name)) stolen += 1;
  });
  fc.assert(property, { numRuns: 100, seed: 20_260_301 });
  // Else the additions would prove nothing.
  expect(stolen).toBeGreaterThan(10);
});
