import type { Assertion, ValueType } from "../dialects/canonical-keywords.ts";
import { assertionOf } from "./assertion-of.ts";
import { constrainedType } from "./constrained-type.ts";
import { valueTypeOf } from "./json-type.ts";
import type { SchemaNode } from "./model.ts";

/**
 * The type that an assertion constrains in vain, since its schema's `type` excludes it; `undefined`
 * where the assertion has an effect.
 */
export function idleType(node: SchemaNode, assertion: Assertion): ValueType | undefined {
  const type = assertionOf(node, "type");
  const constrained = constrainedType(assertion.keyword);
  if (type === undefined || constrained === undefined) return undefined;
  return type.types.map(valueTypeOf).includes(constrained) ? undefined : constrained;
}
