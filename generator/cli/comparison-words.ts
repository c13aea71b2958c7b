import type { Change, ChangePlace, Effect, SchemaComparison } from "../compare/comparison.ts";

/** Says whom something breaks; "" where it breaks nobody. */
export function effectWords({
  producers,
  consumers,
}: Pick<Change, "producers" | "consumers">): string {
  if (producers === "safe" && consumers === "safe") return "";
  if (producers === consumers) return `${verb(producers)} both`;
  const parts = [
    ...(producers === "safe" ? [] : [`${verb(producers)} producers`]),
    ...(consumers === "safe" ? [] : [`${verb(consumers)} consumers`]),
  ];
  return parts.join(", ");
}

function verb(effect: Effect): string {
  return effect === "breaking" ? "breaks" : "may break";
}

/** Writes where a change stands: once, where that is the same on both sides. */
export function placeWords(change: Change, { old, new: later }: SchemaComparison): string {
  const before = placeText(change.old, old);
  const after = placeText(change.new, later);
  return before === after ? before : `${before} → ${after}`;
}

/** A pointer, with the source where that is not the schema's own. */
function placeText({ source, pointer }: ChangePlace, own: ChangePlace | undefined): string {
  return source === own?.source ? `#${pointer}` : `${source}#${pointer}`;
}

/** How a schema is called, and where it stands. */
export function headingOf({ old, new: later, status }: SchemaComparison) {
  const { name = "", source = "", pointer = "" } = later ?? old ?? {};
  const place = pointer === "" ? source : `${source}#${pointer}`;
  return { name, place, was: status === "renamed" ? old?.name : undefined };
}
