import type { Change, ChangePlace, Effect } from "./comparison.ts";
import { type ChangedAspect, changeWords } from "./change-words.ts";
import type { DeclaredChange } from "./declared-properties.ts";
import type { AssertedPlace, Obstacle } from "./prover.ts";
import type { Side } from "./sides.ts";

/** A change as it is put together. */
interface Draft {
  readonly aspect: Obstacle["aspect"];
  readonly subject: string;
  readonly old: AssertedPlace;
  readonly new: AssertedPlace;
  readonly declaredOn: Side | undefined;
  producers: Effect;
  consumers: Effect;
  /** Whether the type no longer has a name that programs use. */
  isGone: boolean;
}

type DraftPlace = Pick<Draft, "aspect" | "subject" | "old" | "new" | "declaredOn">;

/**
 * Puts together the changes of one schema: an obstacle on the way from old to new is something refused
 * that was accepted, one on the way back something accepted that was refused, and the same one on both
 * ways is one change.
 *
 * @param narrowing obstacles of which the old schema is what is known
 * @param widening obstacles of which the new one is
 */
export function schemaChanges(
  narrowing: readonly Obstacle[],
  widening: readonly Obstacle[],
  declared: readonly DeclaredChange[],
): readonly Change[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (draft: DraftPlace): Draft => {
    const key = draftKey(draft);
    const found = drafts.get(key) ?? {
      ...draft,
      producers: "safe",
      consumers: "safe",
      isGone: false,
    };
    drafts.set(key, found);
    return found;
  };
  for (const { aspect, subject, known, demanded, declaredOn, isCertain } of narrowing) {
    const draft = draftOf({ aspect, subject, old: known, new: demanded, declaredOn });
    draft.producers = isCertain || draft.producers === "breaking" ? "breaking" : "may-break";
  }
  for (const { aspect, subject, known, demanded, declaredOn, isCertain } of widening) {
    const draft = draftOf({ aspect, subject, old: demanded, new: known, declaredOn });
    draft.consumers = isCertain || draft.consumers === "breaking" ? "breaking" : "may-break";
  }
  for (const { name, declared: place, lacking } of declared) {
    const isOld = place.side === "old";
    const draft = draftOf({
      aspect: "property",
      subject: name,
      old: isOld ? place : lacking,
      new: isOld ? lacking : place,
      declaredOn: place.side,
    });
    draft.isGone ||= isOld;
  }
  return [...drafts.values()].map(finish);
}

/** A property is told once, by where it is declared. */
function draftKey({ aspect, subject, declaredOn, old, new: later }: DraftPlace): string {
  const sides = { old, new: later };
  const places = declaredOn === undefined ? [old, later] : [sides[declaredOn]];
  const texts = places.map((place) => {
    const { source, pointer } = placeOf(place);
    return `${place.side} ${source}#${pointer}`;
  });
  return [aspect, subject, ...texts].join(" ");
}

function finish({ producers, consumers, isGone, ...place }: Draft): Change {
  const change: ChangedAspect = {
    ...place,
    narrows: producers !== "safe",
    widens: consumers !== "safe",
  };
  return {
    aspect: place.aspect,
    words: changeWords(change),
    old: placeOf(place.old),
    new: placeOf(place.new),
    producers,
    // A program that names the property no longer compiles.
    consumers: isGone || losesLiteral(change) ? "breaking" : consumers,
  };
}

/** Whether a value is listed no more, so that a comparison with it no longer compiles. */
function losesLiteral({ aspect, old, new: later, narrows }: ChangedAspect): boolean {
  return (
    aspect === "enum" && narrows && old.assertion !== undefined && later.assertion !== undefined
  );
}

function placeOf({ node, path }: AssertedPlace): ChangePlace {
  const { document, pointer } = node.location;
  return { source: document.source, pointer: pointer + path };
}
