import { type CodeLine, framed, indent, line } from "../text/lines.ts";

/** What a guard asks of a value: TypeScript expressions of type boolean, and how they are joined. */
export type Condition =
  | { readonly kind: "test"; readonly holds: string; readonly fails: string }
  /** Holds where all parts do: always, where there are none. */
  | { readonly kind: "every"; readonly parts: readonly Condition[] }
  /** Holds where a part does: never, where there are none. */
  | { readonly kind: "some"; readonly parts: readonly Condition[] }
  /** Holds where exactly one of two parts or more does; where `negated`, none or several. */
  | { readonly kind: "one"; readonly parts: readonly Condition[]; readonly negated: boolean };

/** The condition that every value meets. */
export const always: Condition = { kind: "every", parts: [] };

/** The condition that no value meets. */
export const never: Condition = { kind: "some", parts: [] };

/**
 * The condition that a variable or a call of type boolean is true.
 */
export function truth(expression: string): Condition {
  return { kind: "test", holds: expression, fails: `!${expression}` };
}

const opposites = {
  "===": "!==",
  "!==": "===",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
} as const;

/**
 * The condition that two operands, neither of them NaN, compare.
 */
export function comparison(
  left: string,
  operator: keyof typeof opposites,
  right: string,
): Condition {
  return {
    kind: "test",
    holds: `${left} ${operator} ${right}`,
    fails: `${left} ${opposites[operator]} ${right}`,
  };
}

/**
 * The condition that all of some conditions hold.
 */
export function every(conditions: readonly Condition[]): Condition {
  return joined("every", conditions);
}

/**
 * The condition that at least one of some conditions holds.
 */
export function some(conditions: readonly Condition[]): Condition {
  return joined("some", conditions);
}

/**
 * The condition that exactly one of two or more conditions holds.
 */
export function one(conditions: readonly Condition[]): Condition {
  return { kind: "one", parts: conditions, negated: false };
}

function joined(kind: "every" | "some", conditions: readonly Condition[]): Condition {
  const parts: Condition[] = [];
  for (const condition of conditions) {
    if (condition.kind === kind) parts.push(...condition.parts);
    else if (kind === "every" ? isNever(condition) : isAlways(condition)) return condition;
    else parts.push(condition);
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind, parts };
}

/**
 * The condition that holds where another fails.
 */
export function negation(condition: Condition): Condition {
  switch (condition.kind) {
    case "test":
      return { kind: "test", holds: condition.fails, fails: condition.holds };
    case "every":
      return { kind: "some", parts: condition.parts.map(negation) };
    case "some":
      return { kind: "every", parts: condition.parts.map(negation) };
    case "one":
      return { ...condition, negated: !condition.negated };
  }
}

/**
 * Whether a condition is {@link always} met.
 */
export function isAlways(condition: Condition): boolean {
  return condition.kind === "every" && condition.parts.length === 0;
}

/**
 * Whether a condition is {@link never} met.
 */
export function isNever(condition: Condition): boolean {
  return condition.kind === "some" && condition.parts.length === 0;
}

/**
 * A condition as an expression on one line.
 */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "test":
      return condition.holds;
    case "every":
    case "some":
      if (condition.parts.length === 0) return isAlways(condition) ? "true" : "false";
      return joinedText(condition.parts, ` ${operators[condition.kind]} `);
    case "one":
      return countTerms(condition).join(" ");
  }
}

const operators = { every: "&&", some: "||" } as const;

function joinedText([first, ...others]: readonly Condition[], operator: string): string {
  let text = first === undefined ? "" : partText(first);
  for (const part of others) text += operator + partText(part);
  return text;
}

function partText(part: Condition): string {
  const text = conditionText(part);
  return part.kind === "every" || part.kind === "some" ? `(${text})` : text;
}

/** The terms of a count, each with the operator behind it. Two conditions are held against each other. */
function countTerms({ parts, negated }: Extract<Condition, { kind: "one" }>): string[] {
  const [first, second] = parts;
  if (parts.length === 2 && first !== undefined && second !== undefined) {
    return [`${operandText(first)} ${negated ? "===" : "!=="}`, operandText(second)];
  }
  const counts = parts.map((part) => `Number(${conditionText(part)})`);
  const last = counts.length - 1;
  const comparing = negated ? "!==" : "===";
  return [...counts.map((term, index) => `${term} ${index === last ? comparing : "+"}`), "1"];
}

/** A condition as an operand of `===`: a name or a call stands without parentheses. */
function operandText(condition: Condition): string {
  const text = conditionText(condition);
  return condition.kind === "test" && condition.fails === `!${text}` ? text : `(${text})`;
}

/**
 * A block that runs where a condition holds; a bare statement stands on the line of its condition.
 */
export function ifBlock(condition: Condition, body: readonly CodeLine[]): CodeLine[] {
  const lines = () => [ifHead(condition), ...indent(body), line("}")];
  const [only] = body;
  if (body.length > 1 || only?.bare !== true) return lines();
  return [line(`if (${conditionText(condition)}) ${only.text}`, lines)];
}

/**
 * The head of a block that runs where a condition holds.
 */
export function ifHead(condition: Condition): CodeLine {
  return conditionHead("if", condition);
}

/**
 * The head of a block that runs where a condition holds, and that of the block before does not.
 */
export function elseIfHead(condition: Condition): CodeLine {
  return conditionHead("} else if", condition);
}

function conditionHead(head: string, condition: Condition): CodeLine {
  return line(`${head} (${conditionText(condition)}) {`, () => [
    line(`${head} (`),
    ...indent(operandLines(condition)),
    line(") {"),
  ]);
}

/**
 * A statement that holds a condition.
 *
 * @param head what stands before the condition: `return` or `const name =`
 */
export function conditionStatement(head: string, condition: Condition): CodeLine {
  const text = `${head} ${conditionText(condition)};`;
  if (condition.kind === "test") return line(text);
  const operands = () => operandLines(condition);
  return head === "return"
    ? line(text, () => [line("return ("), ...indent(operands()), line(");")])
    : line(text, () => [
        line(head),
        ...indent([line(`${conditionText(condition)};`, () => framed("", operands(), ";"))]),
      ]);
}

/** A condition with one part on each line; a part that is too wide has lines of its own. */
function operandLines(condition: Condition): CodeLine[] {
  switch (condition.kind) {
    case "test":
      return [line(condition.holds)];
    case "every":
    case "some":
      return condition.parts.flatMap((part, index) => {
        const tail = index === condition.parts.length - 1 ? "" : ` ${operators[condition.kind]}`;
        const [first, ...rest] = operandLines(part);
        if (first === undefined || rest.length === 0) return [line(partText(part) + tail)];
        const lines = () => framed("(", [first, ...indent(rest)], `)${tail}`);
        return [line(partText(part) + tail, lines)];
      });
    case "one": {
      const [first = "", ...rest] = countTerms(condition);
      const terms = rest.map((term) => line(term));
      return [
        line(first),
        ...(rest.length === 1 ? terms : [...indent(terms.slice(0, -1)), ...terms.slice(-1)]),
      ];
    }
  }
}
