import fc from "fast-check";
import { keyword, keywords, type RandomDialect } from "./random-keywords.ts";
import type { Members } from "./random-values.ts";

/** A place that references may point to. */
export interface Target {
  readonly resource: string;
  readonly fragment: string;
}

/** A schema that stands among the definitions of a resource. */
export interface Definition {
  /** The resource among whose definitions it stands. */
  readonly container: string;
  readonly name: string;
  /** The resource that it belongs to: its container, or the one that it is the root of. */
  readonly resource: string;
  readonly targets: readonly Target[];
  /** Draws the members that identify it. */
  readonly identity: fc.Arbitrary<Members>;
  /** Whether it refers to others in place. */
  readonly refers: boolean;
}

/** One schema resource; several that are bundled; or such a bundle with dynamic references. */
export type DocumentForm = "resource" | "bundle" | "dynamic";

/** The forms that documents of each dialect are drawn in. */
export const documentForms: Readonly<Record<RandomDialect, readonly DocumentForm[]>> = {
  "draft-07": ["resource", "bundle"],
  "2019-09": ["resource", "bundle", "dynamic"],
  "2020-12": ["resource", "bundle", "dynamic"],
};

/** How a document is laid out. */
export interface Layout {
  readonly dialect: RandomDialect;
  readonly form: DocumentForm;
  /** The keyword that definitions stand under. */
  readonly definitionsKeyword: string;
  /** Draws the members that identify the root. */
  readonly identity: fc.Arbitrary<Members>;
  /** In an order: a schema refers in place to later ones only, so that none leads back to itself. */
  readonly definitions: readonly Definition[];
  /** The targets that only an item or a property may refer to. */
  readonly roots: readonly Target[];
}

const base = "https://schemaloom.invalid/random/";

/** Draws that an anchor is dynamic, as it is in most documents that draw on it. */
const often = fc.constantFrom(true, true, true, false);

const none = fc.constant<Members>([]);

/**
 * Lays a document out in one resource, or as a bundle that embeds the resource `tree` with `list` in it.
 * The first definition of a resource has the anchor `origin`. In a bundle each resource has the anchors
 * `node`, at its root, and `leaf`, at a definition without references in place: in 2020-12 dynamic ones
 * or not.
 */
export function layoutOf(dialect: RandomDialect, form: DocumentForm): Layout {
  const definitionsKeyword = dialect === "draft-07" ? "definitions" : "$defs";
  const definition = (container: string, name: string, anchor?: string): Definition => {
    const pointer = `/${definitionsKeyword}/${name.replace("~", "~0").replace("/", "~1")}`;
    return {
      container,
      name,
      resource: container,
      targets: [pointer, ...(anchor === undefined ? [] : [anchor])].map((fragment) => ({
        resource: container,
        fragment,
      })),
      identity: anchor === undefined ? none : anchored(dialect, anchor),
      refers: anchor !== "leaf",
    };
  };
  const embedded = (container: string, name: string, resource: string): Definition => ({
    ...{ container, name, resource, refers: true },
    targets: [{ resource, fragment: "" }],
    identity: identified(dialect, resource),
  });
  if (form === "resource") {
    return {
      ...{ dialect, form, definitionsKeyword },
      identity: none,
      definitions: [
        definition("root", "first", "origin"),
        ...["constructor", "__proto__", "a/b~c"].map((name) => definition("root", name)),
      ],
      roots: [{ resource: "root", fragment: "" }],
    };
  }
  const resources = ["root", "tree", "list"];
  const fragments = form === "dynamic" ? ["", "node"] : [""];
  return {
    ...{ dialect, form, definitionsKeyword },
    identity: identified(dialect, `${base}root`),
    definitions: [
      definition("root", "first", "origin"),
      definition("root", "constructor"),
      embedded("root", "__proto__", "tree"),
      definition("tree", "first", "origin"),
      embedded("tree", "a/b~c", "list"),
      definition("list", "first", "origin"),
      ...resources.map((resource) => definition(resource, "leaf", "leaf")),
    ],
    roots: resources.flatMap((resource) => fragments.map((fragment) => ({ resource, fragment }))),
  };
}

/** Draws the members that identify the root of a resource. */
function identified(dialect: RandomDialect, uri: string): fc.Arbitrary<Members> {
  const id = keyword("$id", fc.constant(uri));
  switch (dialect) {
    case "draft-07":
      return id;
    case "2019-09":
      return keywords(id, anchored(dialect, "node"), keyword("$recursiveAnchor", often));
    case "2020-12":
      return keywords(id, anchored(dialect, "node"));
  }
}

/** Draws an anchor; that of `node` and `leaf` may be dynamic. */
function anchored(dialect: RandomDialect, name: string): fc.Arbitrary<Members> {
  if (dialect === "draft-07") return keyword("$id", fc.constant(`#${name}`));
  const anchor = keyword("$anchor", fc.constant(name));
  return dialect === "2020-12" && name !== "origin"
    ? often.chain((dynamic) => keyword(dynamic ? "$dynamicAnchor" : "$anchor", fc.constant(name)))
    : anchor;
}
