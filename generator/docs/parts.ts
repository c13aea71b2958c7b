import { assertionOf } from "../model/assertion-of.ts";
import type { Assertion, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import type { SchemaModel, SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { tagOf } from "../model/tags.ts";
import { isLongProse } from "./prose.ts";

/** A schema without a name that a section describes in a place of its own. */
export interface Part {
  readonly node: NodeId;
  /** Where its values stand in a value of the declaration: `server.backoff`, `hooks[]`. */
  readonly path: string;
  /** The anchor of its heading, no other's on its page whatever the case. */
  readonly anchor: string;
}

/** How many values running text has room for, and how long their JSON texts may be together. */
const mostInlineValues = 8;
const longestInlineValues = 160;

/** How many variants of a union are named in running text. */
export const mostInlineVariants = 8;

/**
 * Finds the schemas inside a declaration that do not fit in a line: objects with properties, long or
 * described lists of values, unions whose variants have tags or labels, long descriptions. In the order of places.
 *
 * @param anchor the beginning of their anchors
 */
export function findParts(model: SchemaModel, id: NodeId, anchor: string): readonly Part[] {
  const taken = new Set<string>();
  return innerParts(model, id, "").map((part) => {
    const base = anchorOfPath(anchor, part.path);
    let own = base;
    for (let suffix = 2; taken.has(own.toLowerCase()); suffix += 1) own = `${base}-${suffix}`;
    taken.add(own.toLowerCase());
    return { ...part, anchor: own };
  });
}

/** The anchor that a place would have if no other had it. */
export function anchorOfPath(anchor: string, path: string): string {
  return `${anchor}.${path.replaceAll(/[^\w]+/g, "-").replaceAll(/^-|-$/g, "")}`;
}

/** A schema, and where its values stand. */
export type Place = Omit<Part, "anchor">;

/** Whether values are too many or too long for running text, so that they are a list of their own. */
export function isLongList(values: readonly unknown[]): boolean {
  const length = values.reduce<number>((sum, value) => sum + JSON.stringify(value).length, 0);
  return values.length > 1 && (values.length > mostInlineValues || length > longestInlineValues);
}

/** Whether some of the values that a schema lists are described, so that they are a table. */
export function hasValueTable(node: SchemaNode): boolean {
  const members = [...(node.annotations.enumMembers?.values() ?? [])];
  const isDescribed = members.some(({ description }) => description !== undefined);
  return isDescribed && assertionOf(node, "enum") !== undefined;
}

function innerParts(model: SchemaModel, id: NodeId, path: string): Place[] {
  return nodeOf(model, id).assertions.flatMap((assertion) =>
    innerSchemas(assertion, path).flatMap((inner) => {
      if (model.declarations.has(inner.node)) return [];
      const isConjunct = assertion.keyword === "allOf";
      const own = !isConjunct && isPart(model, inner.node) ? [inner] : [];
      return [...own, ...innerParts(model, inner.node, inner.path)];
    }),
  );
}

/** Whether a schema does not fit in a line. */
export function isPart(model: SchemaModel, id: NodeId): boolean {
  const node = nodeOf(model, id);
  const hasProperties = (assertionOf(node, "properties")?.properties.length ?? 0) > 0;
  const values = assertionOf(node, "enum")?.values ?? [];
  return (
    hasProperties ||
    isLongList(values) ||
    hasValueTable(node) ||
    isLongProse(node.annotations.description ?? "") ||
    node.assertions.some(isTable)
  );

  function isTable(assertion: Assertion): boolean {
    switch (assertion.keyword) {
      case "allOf":
        return assertion.subschemas.some(
          (member) => !model.declarations.has(member.node) && isPart(model, member.node),
        );
      case "anyOf":
      case "oneOf":
        return (
          assertion.subschemas.length > mostInlineVariants ||
          assertion.subschemas.some((variant) => isLabelled(model, variant)) ||
          node.discriminator !== undefined ||
          tagOf(model, assertion.subschemas) !== undefined
        );
      default:
        return false;
    }
  }
}

/** Whether a variant has more to show than its type. */
function isLabelled(model: SchemaModel, { node }: Subschema): boolean {
  const { title, description } = nodeOf(model, node).annotations;
  return !model.declarations.has(node) && (title !== undefined || description !== undefined);
}

/** The schemas in an assertion, each with the path of the values that it is about. */
export function innerSchemas(assertion: Assertion, path: string): Place[] {
  const at = ({ node }: Subschema, suffix: string): Place => ({ node, path: path + suffix });
  const below = (subschema: Subschema, name: string): Place => ({
    node: subschema.node,
    path: path === "" ? name : `${path}.${name}`,
  });
  switch (assertion.keyword) {
    case "properties":
      return assertion.properties.map((property) => below(property, property.name));
    case "patternProperties":
      return assertion.patterns.map((member) => below(member, `/${member.pattern.source}/`));
    case "additionalProperties":
      return [below(assertion.subschema, "*")];
    case "propertyNames":
      return [at(assertion.subschema, " (name of a property)")];
    case "items":
      return [at(assertion.subschema, "[]")];
    case "prefixItems":
      return assertion.subschemas.map((member, index) => at(member, `[${index}]`));
    case "unevaluatedProperties":
      return [below(assertion.subschema, "* (unevaluated)")];
    case "unevaluatedItems":
      return [at(assertion.subschema, "[] (unevaluated)")];
    case "contains":
      return [at(assertion.subschema, "[] (contained)")];
    case "allOf":
      return assertion.subschemas.map((member) => at(member, ""));
    case "anyOf":
    case "oneOf":
      return assertion.subschemas.map((member, index, all) =>
        at(member, all.length === 1 ? "" : ` (variant ${index + 1})`),
      );
    case "not":
      return [at(assertion.subschema, " (excluded)")];
    case "dependentSchemas":
      return assertion.dependencies.map((member) => at(member, ` (with ${member.name})`));
    case "if":
      return [
        at(assertion.condition, " (condition)"),
        ...(assertion.consequent === undefined ? [] : [at(assertion.consequent, " (then)")]),
        ...(assertion.alternative === undefined ? [] : [at(assertion.alternative, " (else)")]),
      ];
    default:
      return [];
  }
}
