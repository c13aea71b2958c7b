import type { AssertionOf, JsonType } from "../../dialects/canonical-keywords.ts";
import { assertionOf } from "../../model/assertion-of.ts";
import { areDisjoint } from "../../model/disjoint.ts";
import { hasType, valueTypeOf } from "../../model/json-type.ts";
import type { SchemaNode } from "../../model/model.ts";
import { stringLiteral } from "../../text/string-literal.ts";
import type { Check, Params } from "../check.ts";
import { some } from "../condition.ts";
import { jsonExpression } from "../module-scope.ts";
import type { Judgement, Planner } from "../planner.ts";
import { faultOf } from "../value.ts";
import { typeCondition, typeWords } from "./types.ts";
import { allowedValuesWords, membership, valuesExpression } from "./values.ts";

/** All that a schema says: which types or which values there may be. */
interface Listing {
  readonly types: readonly JsonType[];
  readonly values: readonly unknown[];
}

/**
 * Plans a union whose branches say nothing but which types or which values there may be, so that one
 * issue tells all that is expected.
 *
 * @returns `undefined` for any other union
 */
export function planListing(
  { scope }: Planner,
  { keyword, subschemas, path }: AssertionOf<"anyOf" | "oneOf">,
  { value, known, name }: Judgement,
): Check | undefined {
  const listings = subschemas.map(({ node }) => listingOf(scope.model.nodes[node]));
  if (!listings.every((listing) => listing !== undefined)) return undefined;
  if (keyword === "oneOf" && !areDisjoint(scope.model, subschemas)) return undefined;
  const types = [...new Set(listings.flatMap((listing) => listing.types))];
  const values = listings.flatMap((listing) => listing.values);
  const member = membership(values, value.variable, known, name, scope);
  const possible = types.filter((type) => known.has(valueTypeOf(type)));
  const words = [
    ...types.map((type) => typeWords[type]),
    ...(values.length === 0 ? [] : [allowedValuesWords(values)]),
  ];
  const params: Params = [
    ...(types.length === 0 ? [] : [["type", jsonExpression(types)] as const]),
    ...(values.length === 0
      ? []
      : [["allowedValues", valuesExpression(values, name, scope)] as const]),
  ];
  return {
    kind: "assert",
    condition: some([
      typeCondition(possible, value.variable, scope),
      ...(member === undefined ? [] : [member]),
    ]),
    fault: faultOf(value, path, stringLiteral(`must be ${words.join(" or ")}`), params),
  };
}

function listingOf(node: SchemaNode | undefined): Listing | undefined {
  if (node === undefined || node.assertions.length === 0) return undefined;
  if (!node.assertions.every(({ keyword }) => listingKeywords.has(keyword))) return undefined;
  const type = assertionOf(node, "type");
  const constant = assertionOf(node, "const");
  const list = assertionOf(node, "enum");
  if (constant !== undefined && list !== undefined) return undefined;
  const values = constant === undefined ? list?.values : [constant.value];
  if (values === undefined) return { types: type?.types ?? [], values: [] };
  const isTyped = (value: unknown) => type === undefined || hasType(value, type.types);
  return { types: [], values: values.filter(isTyped) };
}

const listingKeywords: ReadonlySet<string> = new Set(["type", "const", "enum"]);
