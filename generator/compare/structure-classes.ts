import type { Assertion, NodeId, Pattern } from "../dialects/canonical-keywords.ts";
import { customIdentity } from "../dialects/custom-keywords.ts";
import { formatIdentity } from "../dialects/formats.ts";
import { assertionSubschemas } from "../model/subschemas.ts";
import { compareCodeUnits } from "../text/order.ts";
import type { Models, Side, SidedSchema } from "./sides.ts";
import { valueText } from "./value-text.ts";

/** Tells schemas apart by what they assert: the same number, the same structure. */
export type StructureClasses = (schema: SidedSchema) => number;

/** What an assertion says by itself, and the schemas that it says something of. */
interface Shape {
  readonly text: string;
  readonly children: readonly NodeId[];
  /** Whether it says the same whatever the order of these. */
  readonly isUnordered: boolean;
}

/**
 * Sorts the schemas of two models into classes of the same structure, whatever they are called and
 * wherever they stand, by refining classes until those of one class hold schemas of the same classes.
 * So recursive schemas are told alike, too.
 */
export function structureClasses(models: Models): StructureClasses {
  const sides: readonly Side[] = ["old", "new"];
  const numberOfText = numbering();
  const offsets: Record<Side, number> = { old: 0, new: models.old.nodes.length };
  const schemas = sides.flatMap((side) =>
    models[side].nodes.map(({ assertions }) => {
      const shapes = assertions.map(shapeOf).sort((a, b) => compareCodeUnits(a.text, b.text));
      return {
        said: numberOfText(shapes.map(({ text }) => text).join("\n")),
        parts: shapes.map(({ children, isUnordered }) => ({
          children: children.map((id) => offsets[side] + id),
          isUnordered,
        })),
      };
    }),
  );
  let classes: readonly number[] = schemas.map(({ said }) => said);
  for (let count = new Set(classes).size; ;) {
    const numberOf = numbering();
    const former = classes;
    classes = schemas.map(({ said, parts }) => {
      let text = String(said);
      for (const { children, isUnordered } of parts) {
        const inner = children.map((index) => former[index] ?? -1);
        text += `;${(isUnordered ? inner.sort((a, b) => a - b) : inner).join()}`;
      }
      return numberOf(text);
    });
    const refined = new Set(classes).size;
    // A refinement never joins what was apart, so the same count is the same classes.
    if (refined === count) break;
    count = refined;
  }
  return ({ side, id }) => classes[offsets[side] + id] ?? -1;
}

/** Gives each text a number, the same for the same. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text) ?? known.size;
    known.set(text, found);
    return found;
  };
}

function shapeOf(assertion: Assertion): Shape {
  const children = assertionSubschemas(assertion).map(({ node }) => node);
  const shape = (
    { keyword }: Pick<Assertion, "keyword">,
    said: unknown = null,
    isUnordered = false,
  ) => ({ text: `${keyword} ${valueText(said)}`, children, isUnordered });
  switch (assertion.keyword) {
    case "false":
    case "uniqueItems":
    case "prefixItems":
    case "propertyNames":
    case "unevaluatedItems":
    case "unevaluatedProperties":
    case "not":
      return shape(assertion);
    case "allOf":
    case "anyOf":
    case "oneOf":
      return shape(assertion, null, true);
    case "type":
      return shape(assertion, [...new Set(assertion.types)].sort());
    case "enum":
      return shape({ keyword: "enum" }, [...new Set(assertion.values.map(valueText))].sort());
    case "const":
      return shape({ keyword: "enum" }, [valueText(assertion.value)]);
    case "multipleOf":
      return shape(assertion, assertion.divisor);
    case "maximum":
    case "exclusiveMaximum":
    case "minimum":
    case "exclusiveMinimum":
    case "maxLength":
    case "minLength":
    case "maxItems":
    case "minItems":
    case "maxProperties":
    case "minProperties":
      return shape(assertion, assertion.limit);
    case "pattern":
      return shape(assertion, patternText(assertion.pattern));
    case "format":
      return shape(assertion, formatIdentity(assertion.format, assertion.predicate));
    case "contentEncoding":
    case "contentMediaType":
      return shape(assertion, assertion.predicate);
    case "custom":
      return shape(assertion, [customIdentity(assertion), assertion.type ?? null]);
    case "contains": {
      const { minimum, maximum = null, evaluates } = assertion;
      return shape(assertion, [minimum, maximum, evaluates]);
    }
    case "items":
      return shape(assertion, assertion.from);
    case "required":
      return shape(assertion, [...assertion.names].sort());
    case "dependentRequired":
      return shape(
        assertion,
        assertion.dependencies.map(({ name, required }) => [name, ...[...required].sort()]).sort(),
      );
    case "properties":
      return labelled(assertion, assertion.properties, ({ name }) => name);
    case "dependentSchemas":
      return labelled(assertion, assertion.dependencies, ({ name }) => name);
    case "patternProperties":
      return labelled(assertion, assertion.patterns, ({ pattern }) => patternText(pattern));
    case "additionalProperties": {
      const { declared, patterns } = assertion;
      return shape(assertion, [[...declared].sort(), patterns.map(patternText).sort()]);
    }
    case "if": {
      const { consequent, alternative } = assertion;
      return shape(assertion, [consequent !== undefined, alternative !== undefined]);
    }
    case "$ref":
      return { text: "$ref", children: [assertion.target], isUnordered: false };
  }
}

function labelled<Member extends { readonly node: NodeId }>(
  { keyword }: Assertion,
  members: readonly Member[],
  labelOf: (member: Member) => string,
): Shape {
  const sorted = members
    .map((member) => ({ label: labelOf(member), node: member.node }))
    .sort((a, b) => compareCodeUnits(a.label, b.label));
  return {
    text: `${keyword} ${valueText(sorted.map(({ label }) => label))}`,
    children: sorted.map(({ node }) => node),
    isUnordered: false,
  };
}

/** Writes a pattern so that two with the same text match the same. */
export function patternText({ source, flags }: Pattern): string {
  return `/${source}/${flags}`;
}
