import { typeName } from "./identifier.ts";

/**
 * The keys of an object that holds listed values: a value's words in Pascal case where no other value
 * has the same, else the value itself.
 *
 * @returns at the value's index
 */
export function memberKeys(values: readonly (string | number)[]): readonly string[] {
  const names = values.map((value) => {
    const isWord = typeof value === "string" && /^[\p{L}\p{N}\s_.\-/:]*\p{L}/u.test(value);
    return isWord ? typeName(value) : String(value);
  });
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : String(values[index]),
  );
}
