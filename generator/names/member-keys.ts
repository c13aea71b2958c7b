import { typeName } from "./identifier.ts";

/** A listed value, and the key that its schema wants it to have; "" for none. */
export interface KeyedValue {
  readonly value: string | number;
  readonly key: string;
}

/**
 * The keys of an object that holds listed values: what the schema calls a value where that is an
 * identifier and no other's, else the value's words in Pascal case where no other value has the same,
 * else the value itself.
 *
 * @returns at the value's index
 */
export function memberKeys(members: readonly KeyedValue[]): readonly string[] {
  const own = ownKeys(members.map(({ value }) => value));
  const wanted = members.map(({ key }, index) => (isIdentifier(key) ? key : (own[index] ?? "")));
  const keys = wanted.map((key, index) => (isUnique(key, wanted) ? key : (own[index] ?? "")));
  return keys.every((key) => isUnique(key, keys)) ? keys : own;
}

function ownKeys(values: readonly (string | number)[]): readonly string[] {
  const names = values.map((value) => {
    const isWord = typeof value === "string" && /^[\p{L}\p{N}\s_.\-/:]*\p{L}/u.test(value);
    return isWord ? typeName(value) : String(value);
  });
  return names.map((name, index) => (isUnique(name, names) ? name : String(values[index])));
}

function isUnique(name: string, names: readonly string[]): boolean {
  return names.indexOf(name) === names.lastIndexOf(name);
}

function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}
