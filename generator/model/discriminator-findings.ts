import type { MappedValue, NodeId, Subschema } from "../dialects/canonical-keywords.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  componentName,
  type DiscriminatedUnion,
  discriminatedUnion,
  extendsNode,
  ownValues,
} from "./discriminators.ts";
import type { SchemaNode } from "./model.ts";
import { conjunctsOf, listsOf, propertySchemas, requirementOf, type TagSource } from "./tags.ts";

/** What is wrong with a discriminator, at a JSON Pointer from the schema that holds it. */
interface Fault {
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

const propertyPath = "/discriminator/propertyName";

/**
 * Finds where a discriminator and the schemas that it tells apart do not fit together (OpenAPI 3.0.3
 * §4.7.25). None of it changes what a guard accepts, unless discriminators are asserted.
 */
export function findDiscriminatorFaults(source: TagSource, node: SchemaNode): Diagnostic[] {
  const union = discriminatedUnion(source, node);
  const faults = union === undefined ? parentFaults(source, node) : unionFaults(source, union);
  const { document: file, pointer } = node.location;
  return faults.map(({ path, message, help }) =>
    diagnose("discriminator-invalid", message, {
      help,
      location: { file, pointer: pointer + path },
    }),
  );
}

function unionFaults(source: TagSource, union: DiscriminatedUnion): Fault[] {
  const { discriminator, assertion, branches } = union;
  const { property, mapping } = discriminator;
  const known = new Set(branches.flatMap(({ values }) => values));
  const strays = mapping.filter(({ value }) => !known.has(value));
  return [
    ...strays.map(({ value, path, target }) => ({
      path,
      message: `${JSON.stringify(value)} is mapped to ${nameOf(source, target)}, which is no branch of ${assertion.keyword}`,
      help: `map it to a branch, or list the schema in ${assertion.keyword}`,
    })),
    ...branches.flatMap(({ subschema, component, values, fallback }, index): Fault[] => {
      if (source.facts[subschema.node]?.types.has("object") !== true) return [];
      const name = component ?? `branch ${index} of ${assertion.keyword}`;
      const entries = mapping.filter(({ value }) => values.includes(value));
      if (values.length === 0 && !fallback) return [unselectable(name, property)];
      return [
        ...(fallback ? [] : propertyFaults(source, subschema, name, property)),
        ...entries.flatMap((entry) => refusedValue(source, subschema, name, property, entry)),
        ...(entries.length > 0 ? [] : unfitName(source, union, index)),
      ];
    }),
  ];
}

/** The form without a union: the schema is the parent of those that extend it by `allOf`. */
function parentFaults(source: TagSource, node: SchemaNode): Fault[] {
  const { discriminator, id } = node;
  if (discriminator === undefined) return [];
  const { property, mapping } = discriminator;
  const parent = componentName(source, id) ?? "the schema";
  return [
    ...propertyFaults(source, { node: id, path: "" }, parent, property),
    ...mapping.flatMap((entry): Fault[] => {
      const { value, path, target } = entry;
      const name = nameOf(source, target);
      if (target !== id && !extendsNode(source, target, id)) {
        return [
          {
            path,
            message: `${JSON.stringify(value)} is mapped to ${name}, which does not extend ${parent} by allOf`,
            help: `put a $ref to ${parent} into the allOf of ${name}, or a oneOf beside the discriminator`,
          },
        ];
      }
      return refusedValue(source, { node: target, path: "" }, name, property, entry);
    }),
  ];
}

function nameOf(source: TagSource, id: NodeId): string {
  const { document, pointer } = source.nodes[id]?.location ?? { document: undefined, pointer: "" };
  return componentName(source, id) ?? `${document?.source ?? ""}${pointer && `#${pointer}`}`;
}

function unselectable(name: string, property: string): Fault {
  return {
    path: propertyPath,
    message: `no value of ${JSON.stringify(property)} selects ${name}`,
    help: `make it a component schema, map a value to it, or give its ${JSON.stringify(property)} a const`,
  };
}

/** A property that a schema does not declare, or does not require. */
function propertyFaults(
  source: TagSource,
  subschema: Subschema,
  name: string,
  property: string,
): Fault[] {
  const conjuncts = conjunctsOf(source, subschema);
  const isDeclared = propertySchemas(conjuncts, property).length > 0;
  const isRequired = requirementOf(conjuncts, property) !== undefined;
  if (isDeclared && isRequired) return [];
  const lack = isDeclared ? "does not require" : "does not declare";
  return [
    {
      path: propertyPath,
      message: `${name} ${lack} the property ${JSON.stringify(property)} that the discriminator reads`,
      help: `add it to the ${isDeclared ? "required" : "properties"} of ${name}`,
    },
  ];
}

/** A mapped value that the schema it is mapped to does not allow. */
function refusedValue(
  source: TagSource,
  subschema: Subschema,
  name: string,
  property: string,
  { value, path }: MappedValue,
): Fault[] {
  const conjuncts = conjunctsOf(source, subschema);
  const takesText = propertySchemas(conjuncts, property).every(
    ({ node }) => source.facts[node]?.types.has("string") === true,
  );
  const lists = listsOf(source, conjuncts, property);
  if (takesText && lists.every(({ list }) => list.includes(value))) return [];
  return [
    {
      path,
      message: `${JSON.stringify(value)} is mapped to ${name}, whose ${JSON.stringify(property)} refuses it`,
      help: `map a value that ${name} allows, or allow this one there`,
    },
  ];
}

/** A component whose name would be the value, had the component not a list of its own. */
function unfitName(source: TagSource, union: DiscriminatedUnion, index: number): Fault[] {
  const { property } = union.discriminator;
  const { subschema, component } = union.branches[index] ?? {};
  if (subschema === undefined || component === undefined) return [];
  const own = ownValues(source, subschema, union.discriminator);
  if (own === undefined || own.includes(component)) return [];
  const allowed = own.map((value) => JSON.stringify(value)).join(", ");
  return [
    {
      path: propertyPath,
      message: `${component} has no mapping, and its ${JSON.stringify(property)} refuses its own name`,
      help:
        allowed === ""
          ? `allow a text there, and map it to ${component}`
          : `map ${allowed} to ${component}; without a mapping its name is the value`,
    },
  ];
}
