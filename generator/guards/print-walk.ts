import { type CodeLine, block, indent, line, statement, typedLine } from "../text/lines.ts";
import type { Check } from "./check.ts";
import { type Condition, comparison, every, ifBlock, negation, truth } from "./condition.ts";
import { type ModuleScope, runtimeName } from "./module-scope.ts";

type Walk<Kind extends "keys" | "items"> = Extract<Check, { kind: Kind }>;

/**
 * Prints the walk over the keys of an object around what is done with each.
 */
export function printKeys(
  { object, key, property, skips }: Walk<"keys">,
  body: readonly CodeLine[],
): CodeLine[] {
  const head = `for (const ${key} in ${object})`;
  const skipped = skips.flatMap((skip) => ifBlock(skip, [statement("continue;")]));
  const read = `${object}[${key}]`;
  if (property === undefined) {
    const present = comparison(read, "!==", "undefined");
    return block(head, [
      ...(skips.length > 1
        ? [...skipped, ...ifBlock(present, body)]
        : ifBlock(every([...skips.map(negation), present]), body)),
    ]);
  }
  return block(head, [
    ...skipped,
    line(`const ${property} = ${read};`),
    line(`if (${property} === undefined) continue;`),
    ...body,
  ]);
}

/**
 * Prints the walk of a boolean guard over the keys of an object that may have other properties than its
 * own: a property that fails is asked for last whether it counts.
 *
 * @param asserted what is asked of each property
 */
export function printRejectingKeys(
  { object, key, property, skips }: Walk<"keys">,
  scope: ModuleScope,
  asserted: Condition,
): CodeLine[] {
  const skipped = skips.flatMap((skip) => ifBlock(skip, [statement("continue;")]));
  const read = `${object}[${key}]`;
  const bound = property === undefined ? [] : [line(`const ${property} = ${read};`)];
  const rejected = every([
    negation(asserted),
    comparison(property ?? read, "!==", "undefined"),
    ownership(scope, object, key),
  ]);
  return block(`for (const ${key} in ${object})`, [
    ...skipped,
    ...bound,
    ...ifBlock(rejected, [statement("return false;")]),
  ]);
}

/**
 * The condition that an object itself has a property.
 */
export function ownership(scope: ModuleScope, object: string, key: string): Condition {
  return truth(`${runtimeName(scope, "hasOwn")}(${object}, ${key})`);
}

/**
 * Prints what binds a variable to the own properties of an object.
 */
export function printOwn(
  { variable, object }: Extract<Check, { kind: "own" }>,
  scope: ModuleScope,
): CodeLine {
  return line(`const ${variable} = ${runtimeName(scope, "ownProperties")}(${object});`);
}

/**
 * Prints what binds a variable to an object of which TypeScript does not know that any name can be read.
 */
export function printView({ variable, object }: Extract<Check, { kind: "view" }>): CodeLine {
  const type = " as object as Record<string, unknown>";
  return typedLine((typed) => line(`const ${variable} = ${object}${typed(type)};`));
}

/**
 * Prints the walk over the items of an array around what is done with each.
 */
export function printItems(
  { array, from, index, item, skips }: Walk<"items">,
  body: readonly CodeLine[],
): CodeLine[] {
  const lines = [...skips.flatMap((skip) => ifBlock(skip, [statement("continue;")])), ...body];
  const read = item === undefined ? [] : [line(`const ${item} = ${array}[${index}];`)];
  const parts = [`let ${index} = ${from};`, `${index} < ${array}.length;`, `${index} += 1`];
  const broken = () => [line("for ("), ...indent(parts.map((part) => line(part))), line(") {")];
  return [line(`for (${parts.join(" ")}) {`, broken), ...indent([...read, ...lines]), line("}")];
}
