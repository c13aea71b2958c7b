import type { Assertion, JsonType } from "../dialects/canonical-keywords.ts";
import { codeSpan } from "../text/markdown.ts";
import type { AssertedPlace, Obstacle } from "./prover.ts";
import type { Side } from "./sides.ts";
import { valueText } from "./value-text.ts";

/** What is otherwise, as far as words need to know. */
export interface ChangedAspect {
  readonly aspect: Obstacle["aspect"];
  readonly subject: string;
  readonly old: AssertedPlace;
  readonly new: AssertedPlace;
  /** Of a property: the side that declares it. */
  readonly declaredOn: Side | undefined;
  /** Whether something is refused that was accepted. */
  readonly narrows: boolean;
  /** Whether something is accepted that was refused. */
  readonly widens: boolean;
}

/** A change says at most so many values, and of each so many characters. */
const shownValues = 6;
const shownCharacters = 60;

/**
 * Says in words what a change is, names, keywords and values as code, in Markdown.
 */
export function changeWords(change: ChangedAspect): string {
  const { aspect, subject, old, new: later, narrows } = change;
  switch (aspect) {
    case "required":
      return narrows
        ? `property ${codeSpan(subject)} became required`
        : `property ${codeSpan(subject)} became optional`;
    case "property":
      return propertyWords(change);
    case "type":
      return typeWords(old.assertion, later.assertion);
    case "enum":
    case "const":
      return listWords(old.assertion, later.assertion);
    case "anyOf":
    case "oneOf":
      return branchWords(change);
    case "additionalProperties":
    case "unevaluatedProperties":
      return `other properties are ${narrows ? "no longer accepted as before" : "accepted that were refused"}`;
    case "items":
    case "unevaluatedItems":
      return `other items are ${narrows ? "no longer accepted as before" : "accepted that were refused"}`;
    case "false":
      return narrows ? "nothing is accepted any more" : "something is accepted where nothing was";
    case "$ref":
      return `${codeSpan("$ref")} leads to another schema`;
    case "patternProperties":
    case "dependentRequired":
    case "dependentSchemas": {
      const what = `${codeSpan(aspect)} of ${codeSpan(subject)}`;
      return stateWords(what, old, later);
    }
    default:
      return limitWords(aspect, old.assertion, later.assertion);
  }
}

function propertyWords({ subject, declaredOn, narrows, widens }: ChangedAspect): string {
  const name = `property ${codeSpan(subject)}`;
  if (declaredOn === "new") {
    return narrows ? `${name} is declared now, where any value was accepted` : `${name} was added`;
  }
  if (!widens) return `${name} was removed`;
  return `${name} is no longer declared: any value is accepted`;
}

function typeWords(old: Assertion | undefined, later: Assertion | undefined): string {
  const [before, after] = [typesOf(old), typesOf(later)];
  if (before === undefined) return `type is ${list(after ?? [])} now, where any was accepted`;
  if (after === undefined) return `any type is accepted, where it was ${list(before)}`;
  const lost = before.filter((type) => !after.includes(type));
  const gained = after.filter((type) => !before.includes(type));
  if (lost.length === 0) return `type accepts ${list(gained)} too`;
  if (gained.length === 0) return `type no longer accepts ${list(lost)}`;
  return `type ${list(after)} was ${list(before)}`;
}

function typesOf(assertion: Assertion | undefined): readonly JsonType[] | undefined {
  return assertion?.keyword === "type" ? assertion.types : undefined;
}

function list(types: readonly string[]): string {
  return types.join(" or ");
}

function listWords(old: Assertion | undefined, later: Assertion | undefined): string {
  const [before, after] = [valuesOf(old), valuesOf(later)];
  if (before === undefined) return `only ${values(after ?? [])} is accepted now`;
  if (after === undefined) return `other values than ${values(before)} are accepted now`;
  const [old_, new_] = [new Set(before.map(valueText)), new Set(after.map(valueText))];
  const lost = before.filter((value) => !new_.has(valueText(value)));
  const gained = after.filter((value) => !old_.has(valueText(value)));
  const keyword = codeSpan(later?.keyword ?? "enum");
  const parts = [
    ...(lost.length === 0 ? [] : [`lost ${values(lost)}`]),
    ...(gained.length === 0 ? [] : [`gained ${values(gained)}`]),
  ];
  return `${keyword} ${parts.join(" and ") || "is written otherwise"}`;
}

function valuesOf(assertion: Assertion | undefined): readonly unknown[] | undefined {
  if (assertion?.keyword === "const") return [assertion.value];
  return assertion?.keyword === "enum" ? assertion.values : undefined;
}

function values(each: readonly unknown[]): string {
  const shown = each.slice(0, shownValues).map((value) => codeSpan(shorten(valueText(value))));
  const hidden = each.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(", ");
}

function branchWords(change: ChangedAspect): string {
  const { aspect, subject, narrows, widens, old, new: later } = change;
  if (subject === "exactly one") {
    return `it is not known whether the same values match exactly one branch of ${codeSpan(aspect)}`;
  }
  const branch = subject === "" ? "a branch" : `the branch ${codeSpan(subject)}`;
  if (narrows && widens) return `the branches of ${codeSpan(aspect)} are others`;
  if (narrows) {
    return isWithin(old)
      ? `${codeSpan(aspect)} lost ${branch}`
      : `${codeSpan(aspect)} is demanded now`;
  }
  return isWithin(later)
    ? `${codeSpan(aspect)} gained ${branch}`
    : `${codeSpan(aspect)} is no longer demanded`;
}

/** Whether a place is one of the branches of a union. */
function isWithin({ path }: AssertedPlace): boolean {
  return /^\/(?:any|one)Of\/\d+$/.test(path);
}

function limitWords(
  aspect: string,
  old: Assertion | undefined,
  later: Assertion | undefined,
): string {
  const [before, after] = [saidBy(old), saidBy(later)];
  const [wasKeyword, isKeyword] = [old?.keyword ?? aspect, later?.keyword ?? aspect];
  if (before === undefined || after === undefined || old === undefined || later === undefined) {
    const said = after ?? before;
    const what =
      said === undefined
        ? codeSpan(aspect)
        : `${codeSpan(later === undefined ? wasKeyword : isKeyword)} ${said}`;
    if (old === undefined) return `${what} is new`;
    return later === undefined ? `${what} is gone` : `${what} is another`;
  }
  // A format of the user's is what its module says.
  if (isKeyword === wasKeyword && before === after) {
    return `${codeSpan(isKeyword)} ${after} is judged by another module`;
  }
  return `${codeSpan(isKeyword)} ${after} was ${wasKeyword === isKeyword ? "" : `${codeSpan(wasKeyword)} `}${before}`;
}

function stateWords(what: string, old: AssertedPlace, later: AssertedPlace): string {
  if (old.assertion === undefined) return `${what} is new`;
  return later.assertion === undefined ? `${what} is gone` : `${what} is another`;
}

/** What an assertion without subschemas says; `undefined` of others. */
function saidBy(assertion: Assertion | undefined): string | undefined {
  switch (assertion?.keyword) {
    case "multipleOf":
      return String(assertion.divisor);
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
      return String(assertion.limit);
    case "pattern":
      return codeSpan(shorten(assertion.pattern.source));
    case "format":
      return codeSpan(assertion.format);
    case "contentEncoding":
      return codeSpan(assertion.encoding);
    case "contentMediaType":
      return codeSpan(assertion.mediaType);
    case "custom":
      return assertion.message;
    default:
      return undefined;
  }
}

function shorten(text: string): string {
  return text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters - 1)}…`;
}
