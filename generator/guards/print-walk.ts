import { type CodeLine, block, indent, line, statement } from "../text/lines.ts";
import type { Check } from "./check.ts";
import { comparison, every, ifBlock, negation } from "./condition.ts";

type Walk<Kind extends "keys" | "items"> = Extract<Check, { kind: Kind }>;

/**
 * Prints the walk over the keys of an object around what is done with each.
 */
export function printKeys(
  { object, key, property, skips }: Walk<"keys">,
  body: readonly CodeLine[],
): CodeLine[] {
  const head = `for (const ${key} of Object.keys(${object}))`;
  const read = `own(${object}, ${key})`;
  const skipped = skips.flatMap((skip) => ifBlock(skip, [statement("continue;")]));
  if (property === undefined) {
    const present = comparison(read, "!==", "undefined");
    return skips.length > 1
      ? block(head, [...skipped, ...ifBlock(present, body)])
      : block(head, ifBlock(every([...skips.map(negation), present]), body));
  }
  return block(head, [
    ...skipped,
    line(`const ${property} = ${read};`),
    line(`if (${property} === undefined) continue;`),
    ...body,
  ]);
}

/**
 * Prints the walk over the items of an array around what is done with each.
 *
 * @param indexed whether the body reads the index
 */
export function printItems(
  { array, from, index, item, skips }: Walk<"items">,
  indexed: boolean,
  body: readonly CodeLine[],
): CodeLine[] {
  const lines = [...skips.flatMap((skip) => ifBlock(skip, [statement("continue;")])), ...body];
  if (item !== undefined && from === "0" && !indexed) {
    return block(`for (const ${item} of ${array})`, lines);
  }
  const read = item === undefined ? [] : [line(`const ${item} = ${array}[${index}];`)];
  const parts = [`let ${index} = ${from};`, `${index} < ${array}.length;`, `${index} += 1`];
  const broken = [line("for ("), ...indent(parts.map((part) => line(part))), line(") {")];
  return [line(`for (${parts.join(" ")}) {`, broken), ...indent([...read, ...lines]), line("}")];
}
