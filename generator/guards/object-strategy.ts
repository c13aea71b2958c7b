/** What the cost of judging an object depends on. */
export interface ObjectShape {
  /** Properties that are read because something is asserted of them, or because they are required. */
  readonly read: number;
  /** Those of them that are required, which objects may be expected to have. */
  readonly required: number;
  /** Whether there is a walk over the keys anyway: for names, patterns or additional properties. */
  readonly walked: boolean;
}

/** What a walk that reads properties by their names depends on. */
export interface NamedShape extends Pick<ObjectShape, "read" | "required"> {
  /** Whether the object has no other properties. */
  readonly closed: boolean;
  /** Whether it can hold another of its kind. */
  readonly recursive: boolean;
}

/** How the properties of an object are come by. */
export type ObjectStrategy =
  /** One read for each declared property, whether it is there or not. */
  | "direct"
  /** One walk over the properties that are there. */
  | "pass";

/** Chooses how the properties of an object are come by. */
export type ChooseStrategy = (shape: ObjectShape) => ObjectStrategy;

/**
 * What things cost, in nanoseconds on one machine; only their ratios matter. Measured with node 20. On
 * objects of five shapes, twelve optional properties of which four are there take 27 by reads and 28 by a
 * walk; thirty of which eight are there, 264 and 55; a hundred of which ten are there, 830 and 72. On a
 * thousand published documents, whose shapes are as many, the reads of nine optional properties take
 * 560 and their walk 150: an engine that has seen many shapes looks long for what is not there. What is
 * required is in all shapes.
 */
const costs = {
  /** The read of a property that is required. */
  required: 2.5,
  /** The read of one that is not. */
  optional: 9,
  /** The begin of a walk. */
  walk: 8,
  /** A step of it, the choice of what is done by the name of the property included. */
  step: 4.5,
};

/** The share of the optional properties that an object is expected to have. */
const presentShare = 0.3;

/**
 * Chooses how the properties of an object are come by, as the costs have it. Verdicts do not depend on
 * the choice.
 */
export function chooseStrategy({ read, required, walked }: ObjectShape): ObjectStrategy {
  const present = required + (read - required) * presentShare;
  const reads = required * costs.required + (read - required) * costs.optional;
  const walk = costs.walk + present * costs.step;
  return reads + (walked ? walk : 0) <= walk ? "direct" : "pass";
}

/** An engine keeps so many shapes of the objects that one property is read of. */
const fewShapes = 4;

/**
 * Whether a walk reads properties by their names, and those that must be there before it begins. Where
 * objects have few shapes, which those that are closed have by what is optional, that takes 1 nanosecond
 * instead of the 2 to 3 of what a walk comes to; where they have many, 5. A chain of 200 objects takes
 * 3,850 instead of 4,450, and 2,550 instead of 3,650 where the last one is wrong. What is not recursive
 * gains nothing that is clear, and its guard grows by 4 to 10 %.
 */
export function readsByName({ read, required, closed, recursive }: NamedShape): boolean {
  return recursive && closed && 2 ** (read - required) <= fewShapes;
}

/**
 * So many properties that must be there are asked one by one if they are the object's own. In a walk that
 * costs nothing, as long as it has come to no object whose properties an engine has to list by itself,
 * such as one with numbers for names: there it costs 5 nanoseconds each. The prototype costs 6 in any
 * case. Questions instead of it take 10 % less on Vapi payloads, 20 % on pulumi and recursion.
 */
export const mostQuestions = 3;

/**
 * So many properties are told apart by a `switch`; more are looked up in a table of functions. An engine
 * does not compile a function that is very large: one with a case for each of 2,000 properties took
 * 5,600 microseconds for an object that a table takes 285 for.
 */
export const longestSwitch = 150;

/**
 * Whether properties that are looked up in a table are read in the order of the table, since most of them
 * are there. An engine lists the properties of an object with 2,000 slowly: 180 microseconds, where it
 * reads them all by their names in 30. Their number is asked for last, where the object is closed.
 */
export function readsTable({ read, required }: Pick<ObjectShape, "read" | "required">): boolean {
  return read > longestSwitch && required * 2 >= read;
}

/** So many names are told apart one by one; more by their length first. */
export const longestNameChain = 64;
