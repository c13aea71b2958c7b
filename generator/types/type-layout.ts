import { builders, printer } from "prettier/doc";

const { align, group, hardline, ifBreak, indent, indentIfBreak, join, line, softline } = builders;

/** A printed type that is still to be laid out: text with the places where its lines may break. */
export type TypeLayout = builders.Doc;

/** The width that lines are kept to where they can be broken. */
const lineWidth = 100;

/**
 * Where a union stands, on which it depends how its lines are indented: behind a colon (`annotation`),
 * in parentheses, among several elements of a tuple, or where what is around it has broken the line
 * already.
 */
export type UnionPlace = "annotation" | "parentheses" | "element" | "bare";

/** A member of a union. */
export interface UnionMember {
  readonly layout: TypeLayout;
  /** A comment before it; "" for none. */
  readonly comment: string;
  /** What it is as far as that matters beside `null`. */
  readonly shape: "null" | "named" | "other";
}

/**
 * A union: on one line, or a member a line.
 */
export function unionLayout(members: readonly UnionMember[], place: UnionPlace): TypeLayout {
  const layouts = members.map((member) => member.layout);
  if (isHugged(members)) {
    const hugged = join(" | ", layouts);
    return place === "parentheses" ? ["(", hugged, ")"] : hugged;
  }
  const list = group(
    members.map(({ layout, comment }, index) => {
      if (index === 0) return [ifBreak("| "), align(2, layout)];
      return [line, commentedLayout(comment, ["| ", align(2, layout)])];
    }),
  );
  // prettier takes the comment of the first for one of the whole union.
  const union = commentedLayout(members[0]?.comment ?? "", list);
  switch (place) {
    case "annotation":
      return group(indent([softline, union]));
    case "parentheses":
      return ["(", group([indent([softline, union]), softline]), ")"];
    case "element":
      return group([indent([ifBreak(["(", softline]), union]), softline, ifBreak(")")]);
    case "bare":
      return union;
  }
}

/**
 * Whether a union stays on the line of its single object or name, beside `null`.
 */
export function isHugged(members: readonly UnionMember[]): boolean {
  const others = members.filter(({ shape }) => shape !== "null");
  return (
    others.length === 1 &&
    others[0]?.shape === "named" &&
    members.every(({ comment }) => comment === "")
  );
}

/** A member of an intersection. */
export interface IntersectionMember {
  readonly layout: TypeLayout;
  readonly isObject: boolean;
}

/**
 * An intersection: objects follow the operator on its line, all else may begin the next.
 */
export function intersectionLayout(members: readonly IntersectionMember[]): TypeLayout {
  let isIndented = false;
  return group(
    members.map(({ layout, isObject }, index): TypeLayout => {
      const before = members[index - 1];
      if (before === undefined) return layout;
      if (!isObject && !before.isObject) return indent([" &", line, layout]);
      if (isObject && before.isObject) return [" & ", isIndented ? indent(layout) : layout];
      if (index > 1) isIndented = true;
      return [" & ", index > 1 ? indent(layout) : layout];
    }),
  );
}

/**
 * A list in brackets: on one line, or an entry a line.
 */
export function listLayout(
  start: string,
  entries: readonly TypeLayout[],
  end: string,
  hasTrailingComma: boolean,
): TypeLayout {
  return group([
    start,
    indent([softline, join([",", line], [...entries])]),
    hasTrailingComma ? ifBreak(",") : "",
    softline,
    end,
  ]);
}

/**
 * An index signature, which breaks within its brackets where its type has no place to break at.
 */
export function indexLayout(key: string, type: TypeLayout): TypeLayout {
  return ["[", group([indent([softline, key]), softline]), "]: ", type];
}

/**
 * An object type of members that end in semicolons: a member a line.
 */
export function objectLayout(members: readonly TypeLayout[]): TypeLayout {
  if (members.length === 0) return "{}";
  return ["{", indent(members.map((member) => [hardline, member])), hardline, "}"];
}

/**
 * An object type of a single member without a semicolon: on one line where it fits.
 */
export function singleMemberLayout(member: TypeLayout): TypeLayout {
  return group(["{", indent([line, member, ifBreak(";")]), line, "}"]);
}

/**
 * A type alias, of a union or of another type.
 */
export function aliasLayout(head: string, type: TypeLayout, isBareUnion: boolean): TypeLayout {
  if (isBareUnion) return [group([head, " =", group(indent([line, type]))]), ";"];
  const id = Symbol("assignment");
  const operand = [group(indent(line), { id }), indentIfBreak(type, { groupId: id })];
  return [group([head, " =", operand]), ";"];
}

/** What a documentation comment stands above; "" for none. */
export function commentedLayout(comment: string, layout: TypeLayout): TypeLayout {
  if (comment === "") return layout;
  return [join(hardline, comment.split("\n")), hardline, layout];
}

/**
 * Lays out a type: lines that are too wide are broken as prettier breaks them.
 *
 * @param depth how many columns the text will be indented by
 */
export function layOutType(layout: TypeLayout, depth = 0): string {
  const printWidth = lineWidth - depth;
  if (typeof layout === "string" && layout.length <= printWidth) return layout;
  const options = { printWidth, tabWidth: 2, useTabs: false };
  return printer.printDocToString(layout, options).formatted;
}
