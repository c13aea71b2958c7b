import type {
  Assertion,
  AssertionOf,
  NodeId,
  PropertySubschema,
  Subschema,
} from "../dialects/canonical-keywords.ts";
import { assertionOf } from "../model/assertion-of.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import type {
  AnnotationsView,
  ConstraintsView,
  DiscriminatorView,
  ListedValueView,
  ReferenceView,
  SchemaView,
} from "./views.ts";

/** The keywords of a view that hold schemas, or lead to one. */
type Applicators = Partial<
  Omit<SchemaView, "pointer" | "accepts" | "annotations" | "constraints" | "values">
>;

/**
 * Makes the view of a schema and of all that are written out inside it.
 *
 * @param refer names a declaration, and is told so of each that the schema refers to
 */
export function schemaView(
  model: SchemaModel,
  id: NodeId,
  refer: (target: NodeId) => ReferenceView,
): SchemaView {
  const node = nodeOf(model, id);
  const viewOf = ({ node: inner }: Subschema) => schemaView(model, inner, refer);
  const values = listedValues(node);
  const discriminator = discriminatorView(node, refer);
  return {
    pointer: node.location.pointer,
    accepts: [...(model.facts[id]?.types ?? [])],
    annotations: annotationsView(node),
    constraints: constraintsView(node),
    ...(values && { values }),
    ...(discriminator && { discriminator }),
    ...noSubschemas,
    ...joined(node.assertions.map((assertion) => applicator(node, assertion, viewOf, refer))),
  };
}

const noSubschemas = {
  properties: [],
  patternProperties: [],
  dependentSchemas: [],
  prefixItems: [],
  allOf: [],
  anyOf: [],
  oneOf: [],
};

/** A keyword can stand twice, where a dialect has two for it: lists of it are one. */
function joined(parts: readonly Applicators[]): Applicators {
  const result: Record<string, unknown> = {};
  for (const [keyword, value] of parts.flatMap(
    (part) => Object.entries(part) as [string, unknown][],
  )) {
    const former = result[keyword];
    result[keyword] =
      Array.isArray(former) && Array.isArray(value)
        ? [...(former as unknown[]), ...(value as unknown[])]
        : value;
  }
  return result;
}

function applicator(
  node: SchemaNode,
  assertion: Assertion,
  viewOf: (subschema: Subschema) => SchemaView,
  refer: (target: NodeId) => ReferenceView,
): Applicators {
  switch (assertion.keyword) {
    case "properties": {
      const required = new Set(assertionOf(node, "required")?.names);
      return {
        properties: assertion.properties.map((property) => ({
          name: property.name,
          required: required.has(property.name),
          schema: viewOf(property),
        })),
      };
    }
    case "patternProperties":
      return {
        patternProperties: assertion.patterns.map((member) => ({
          pattern: member.pattern.source,
          schema: viewOf(member),
        })),
      };
    case "dependentSchemas":
      return {
        dependentSchemas: assertion.dependencies.map((member: PropertySubschema) => ({
          name: member.name,
          schema: viewOf(member),
        })),
      };
    case "contains":
      return { contains: containsView(assertion, viewOf) };
    case "if":
      return {
        if: {
          condition: viewOf(assertion.condition),
          ...(assertion.consequent && { then: viewOf(assertion.consequent) }),
          ...(assertion.alternative && { else: viewOf(assertion.alternative) }),
        },
      };
    case "prefixItems":
    case "allOf":
    case "anyOf":
    case "oneOf":
      return { [assertion.keyword]: assertion.subschemas.map(viewOf) };
    case "additionalProperties":
    case "unevaluatedProperties":
    case "propertyNames":
    case "items":
    case "unevaluatedItems":
    case "not":
      return { [assertion.keyword]: viewOf(assertion.subschema) };
    case "$ref":
      return { reference: refer(assertion.target) };
    default:
      return {};
  }
}

function containsView(
  { subschema, minimum, maximum }: AssertionOf<"contains">,
  viewOf: (subschema: Subschema) => SchemaView,
) {
  return { schema: viewOf(subschema), minimum, ...(maximum !== undefined && { maximum }) };
}

function constraintsView({ assertions }: SchemaNode): ConstraintsView {
  const custom = assertions.flatMap((assertion) =>
    assertion.keyword === "custom" ? [[assertion.name, assertion.argument ?? true] as const] : [],
  );
  return Object.assign({}, ...assertions.map(constraint), {
    ...(custom.length > 0 && { custom: Object.fromEntries(custom) }),
  }) as ConstraintsView;
}

function constraint(assertion: Assertion): ConstraintsView {
  switch (assertion.keyword) {
    case "type":
      return { type: assertion.types };
    case "multipleOf":
      return { multipleOf: assertion.divisor };
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
      return { [assertion.keyword]: assertion.limit };
    case "pattern":
      return { pattern: assertion.pattern.source };
    case "format":
      return { format: assertion.format };
    case "uniqueItems":
      return { uniqueItems: true };
    case "required":
      return { required: assertion.names };
    case "dependentRequired":
      return {
        dependentRequired: assertion.dependencies.map(({ name, required }) => ({ name, required })),
      };
    default:
      return {};
  }
}

function annotationsView({ annotations }: SchemaNode): AnnotationsView {
  // The listed values say themselves what is known of them, and a `tsType` is in the type.
  const kept = Object.entries(annotations).filter(
    ([name]) => name !== "enumMembers" && name !== "tsType",
  );
  return Object.fromEntries(kept);
}

function listedValues(node: SchemaNode): readonly ListedValueView[] | undefined {
  const constant = assertionOf(node, "const");
  const values = constant === undefined ? assertionOf(node, "enum")?.values : [constant.value];
  return values?.map((value) => ({ value, ...node.annotations.enumMembers?.get(value) }));
}

function discriminatorView(
  { discriminator }: SchemaNode,
  refer: (target: NodeId) => ReferenceView,
): DiscriminatorView | undefined {
  if (discriminator === undefined) return undefined;
  const { property, mapping } = discriminator;
  return {
    property,
    mapping: mapping.map(({ value, target }) => ({ value, reference: refer(target) })),
  };
}
