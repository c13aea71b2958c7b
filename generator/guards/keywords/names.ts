import type { Pattern } from "../../dialects/canonical-keywords.ts";
import { stringLiteral } from "../../text/string-literal.ts";
import { type Condition, comparison, some, truth } from "../condition.ts";
import { type ModuleScope, patternConstant, setConstant } from "../module-scope.ts";

/** Up to so many names are compared one by one; more are looked up in a Set. */
const longestChain = 4;

/**
 * The condition that a property has one of some names, or a name that matches one of some patterns.
 *
 * @param key the variable that holds the name of the property
 * @param owner what the object is called, for the name of a constant
 */
export function nameCondition(
  names: readonly string[],
  patterns: readonly Pattern[],
  key: string,
  owner: string,
  scope: ModuleScope,
): Condition {
  const named =
    names.length > longestChain
      ? [truth(`${setConstant(scope, `${owner} names`, "string", names)}.has(${key})`)]
      : names.map((name) => comparison(key, "===", stringLiteral(name)));
  return some([...named, ...patterns.map((pattern) => patternCondition(pattern, key, scope))]);
}

/**
 * The condition that the name of a property matches a pattern.
 */
export function patternCondition(pattern: Pattern, key: string, scope: ModuleScope): Condition {
  return truth(`${patternConstant(scope, pattern)}.test(${key})`);
}
