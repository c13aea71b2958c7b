import { scalarText } from "./scalar-text.ts";

/** An array or object whose members are written, of which `next` comes next. */
interface OpenStructure {
  readonly structure: object;
  /** Of an object. */
  readonly names: readonly string[] | undefined;
  next: number;
}

/**
 * A JSON value as text, as `canonicalText` makes one in its own way, but without calls inside calls,
 * however deep the value; it ends where a value holds itself.
 */
export function deepText(value: unknown): string {
  let text = "";
  const open: OpenStructure[] = [];
  const holders = new Set<unknown>();
  const enter = (structure: object) => {
    if (open.length > 1000 && holders.has(structure)) return void (text += "^");
    if (open.length > 1000) holders.add(structure);
    const isArray = Array.isArray(structure);
    text += isArray ? "[" : "{";
    const names = isArray ? undefined : Object.keys(structure).sort();
    open.push({ structure, names, next: 0 });
  };
  if (isStructure(value)) enter(value);
  else text += scalarText(value);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { structure, names } = top;
    const record = structure as Readonly<Record<string, unknown>>;
    const count = names === undefined ? (structure as readonly unknown[]).length : names.length;
    let inner: object | undefined;
    let next = top.next;
    for (; next < count && inner === undefined; next += 1) {
      const name = names === undefined ? next : (names[next] ?? "");
      const member = record[name];
      if (names !== undefined && member === undefined) continue;
      if (names !== undefined) text += scalarText(name);
      if (isStructure(member)) inner = member;
      else text += `${scalarText(member)},`;
    }
    top.next = next;
    if (inner !== undefined) {
      enter(inner);
      continue;
    }
    text += names === undefined ? "]" : "}";
    if (open.length > 1000) holders.delete(structure);
    open.pop();
  }
  return text;
}

function isStructure(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
