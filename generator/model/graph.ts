import type { ContentMode } from "../dialects/content.ts";
import type { CustomKeyword } from "../dialects/custom-keywords.ts";
import type { FormatMode, FormatPredicate } from "../dialects/formats.ts";
import type { DiscriminatorMode } from "../dialects/discriminator.ts";
import { canonicalize } from "../dialects/canonical.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { InputSchema } from "../load/document.ts";
import { lastToken } from "../pointer/json-pointer.ts";
import { type SchemaPlace, type SchemaResource, placeKey } from "../resolve/resources.ts";
import type { Resolution } from "../resolve/resolve.ts";
import { compareCodeUnits } from "../text/order.ts";
import {
  type DynamicScope,
  emptyScope,
  enterResource,
  findReachableNames,
  restrictScope,
  scopeKey,
} from "../resolve/dynamic-scope.ts";
import { findDefinitions, outlyingTargets, ownerIndex } from "./definitions.ts";
import { narrowBranches } from "./discriminator-assertion.ts";
import { findFacts } from "./facts.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { NodeFacts, SchemaNode, Variant } from "./model.ts";

/** A schema that is emitted as a module: an input schema, or what references reach outside of any. */
export interface GraphRoot {
  readonly schema: InputSchema;
  readonly node: NodeId;
}

/** A schema inside a root that gets a name: a member of its definitions, or a reference's target. */
export interface GraphDefinition {
  /** Index into {@link SchemaGraph.roots}. */
  readonly root: number;
  readonly node: NodeId;
  readonly pointer: string;
  /** The last reference token of its pointer. */
  readonly key: string;
  /** True for what a dynamic scope makes of a schema that stands, by itself, elsewhere. */
  readonly specialized: boolean;
  /** Present where it is specialised: the scope that makes it so. */
  readonly scope?: DynamicScope;
  /** Present on a variant of the schema that stands there. */
  readonly variant?: Variant;
}

/** Every schema of the run, as one graph whose edges are node ids. */
export interface SchemaGraph {
  readonly nodes: readonly SchemaNode[];
  readonly facts: readonly NodeFacts[];
  readonly roots: readonly GraphRoot[];
  /** Sorted by root, then by pointer; behind them the specialised ones, then the variants. */
  readonly definitions: readonly GraphDefinition[];
}

/** A schema in a dynamic scope: what one node is made of. */
interface ScopedPlace {
  readonly place: SchemaPlace;
  readonly scope: DynamicScope;
}

/** What the specification leaves open about the meaning of keywords, or a user wants otherwise. */
export interface ReadingOptions {
  /** Whether `format` is an assertion. */
  readonly formats: FormatMode;
  /** The predicates of formats that are asserted unless none is. */
  readonly customFormats: ReadonlyMap<string, FormatPredicate>;
  /** What the keywords mean that no dialect knows. */
  readonly customKeywords: ReadonlyMap<string, CustomKeyword>;
  /** Whether `contentEncoding` and `contentMediaType` are. */
  readonly content: ContentMode;
  /** Whether `discriminator` is. */
  readonly discriminator: DiscriminatorMode;
  /** Whether `properties` without `type` means `object`. */
  readonly assumeObject: boolean;
}

/** Gives the node of a schema in a dynamic scope. */
type IdOf = (place: SchemaPlace, scope: DynamicScope) => NodeId;

/**
 * Builds the graph: a node for each schema that an input schema holds or refers to, and for each
 * dynamic scope that makes it another. A reference is an edge, so that recursion needs no special
 * case. Malformed keywords are reported.
 *
 * @param reading how keywords are read; by the specification unless told otherwise
 */
export function buildGraph(
  resolution: Resolution,
  report: Report,
  reading: Partial<ReadingOptions> = {},
): SchemaGraph {
  const { inputs } = resolution;
  const ids = new Map<string, Map<SchemaPlace, NodeId>>();
  const scoped: ScopedPlace[] = [];
  const namesFrom = findReachableNames(resolution);
  const reported = new Set<SchemaPlace>();

  const idOf: IdOf = (place, outer) => {
    const scope = restrictScope(enterResource(resolution, outer, place.base), namesFrom(place));
    const key = scopeKey(scope);
    const idsInScope = ids.get(key) ?? new Map<SchemaPlace, NodeId>();
    const known = idsInScope.get(place);
    if (known !== undefined) return known;
    ids.set(key, idsInScope.set(place, scoped.length));
    return scoped.push({ place, scope }) - 1;
  };

  const schemas = [...inputs.schemas, ...outlyingTargets(inputs, resolution)];
  const roots = schemas.map((schema) => ({
    schema,
    node: idOf(placeOf(resolution, schema), emptyScope),
  }));
  const definitions = findDefinitions(schemas, resolution).map((definition): GraphDefinition => {
    const { document, pointer, root, key } = definition;
    return {
      root,
      pointer,
      key,
      node: idOf(placeOf(resolution, { document, pointer }), emptyScope),
      specialized: false,
    };
  });
  const nodes: SchemaNode[] = [];
  // Canonicalising a schema gives ids to those inside it, which puts them behind it in `scoped`.
  for (const each of scoped) {
    const reportOnce = reported.has(each.place) ? () => undefined : report;
    reported.add(each.place);
    nodes.push(buildNode(nodes.length, each, resolution, idOf, reading, reportOnce));
  }
  const named = new Set([...roots, ...definitions].map((each) => each.node));
  const specialized = findSpecialized(nodes, scoped, named, ownerIndex(schemas));
  const settled = reading.discriminator === "assert" ? narrowBranches(nodes) : nodes;
  const facts = findFacts(settled);
  return { nodes: settled, facts, roots, definitions: [...definitions, ...specialized] };
}

/** The place of a schema that was entered. */
function placeOf({ places }: Resolution, { document, pointer }: SchemaResource): SchemaPlace {
  const key = placeKey(document, pointer);
  const place = places.get(key);
  if (place === undefined) throw new RangeError(`no schema was entered at ${key}`);
  return place;
}

const noKeywords: ReadonlyMap<string, CustomKeyword> = new Map();
const noFormats: ReadonlyMap<string, FormatPredicate> = new Map();

function buildNode(
  id: NodeId,
  { place, scope }: ScopedPlace,
  resolution: Resolution,
  idOf: IdOf,
  {
    formats = "dialect",
    customFormats = noFormats,
    customKeywords = noKeywords,
    content = "annotate",
    assumeObject = false,
  }: Partial<ReadingOptions>,
  report: Report,
): SchemaNode {
  const { document, pointer, dialect, value } = place;
  const key = () => placeKey(document, pointer);
  const idOfResource = (resource: SchemaResource) => idOf(placeOf(resolution, resource), scope);
  const canonical = canonicalize(value, {
    dialect,
    assertFormats: formats === "assert" || (formats === "dialect" && dialect.formatAsserts),
    customFormats: formats === "annotate" ? noFormats : customFormats,
    customKeywords,
    assertContent: content === "assert",
    assumeObject,
    subschema: (path) => {
      const inner = place.inner.get(path);
      if (inner !== undefined) return { node: idOf(inner, scope), path };
      return { node: idOfResource({ document, pointer: pointer + path }), path };
    },
    target: () => {
      const target = resolution.targets.get(key());
      return target === undefined ? undefined : idOfResource(target);
    },
    dynamicTarget: () => {
      const target = resolution.dynamicTargets.get(key());
      if (target === undefined) return undefined;
      const overriding = target.name === undefined ? undefined : scope.get(target.name);
      return idOfResource(overriding ?? target.resource);
    },
    mappingTarget: (path) => {
      const target = resolution.mappingTargets.get(placeKey(document, pointer + path));
      return target === undefined ? undefined : idOfResource(target);
    },
    report: (code, path, message, help) => {
      report(
        diagnose(code, message, { help, location: { file: document, pointer: pointer + path } }),
      );
    },
  });
  const { assertions, annotations, ignored, discriminator } = canonical;
  return {
    id,
    location: { document, pointer },
    assertions,
    annotations,
    ignored,
    ...(discriminator === undefined ? {} : { discriminator }),
  };
}

/**
 * The targets of references that have no name yet: schemas that a dynamic scope makes others than
 * they are by themselves. Each belongs to the root whose resource the scope was entered by.
 */
function findSpecialized(
  nodes: readonly SchemaNode[],
  scoped: readonly ScopedPlace[],
  named: ReadonlySet<NodeId>,
  owners: (place: SchemaResource) => number | undefined,
): GraphDefinition[] {
  const targets = new Set<NodeId>();
  for (const { assertions } of nodes) {
    for (const assertion of assertions) {
      if (assertion.keyword === "$ref" && !named.has(assertion.target)) {
        targets.add(assertion.target);
      }
    }
  }
  const definitions = [...targets].flatMap((node) => {
    const each = scoped[node];
    if (each === undefined) return [];
    const { place, scope } = each;
    const overriding = [...scope.values()].find(({ document }) => document !== place.document);
    const root = owners(overriding ?? place) ?? owners(place);
    if (root === undefined) return [];
    const { pointer } = place;
    const key = lastToken(pointer);
    const definition: GraphDefinition = { root, node, pointer, key, specialized: true, scope };
    return [{ definition, order: [place, ...scope.values()].map(placeText).join(" ") }];
  });
  // Nodes stand in the order in which they were reached, which schemas elsewhere have a part in.
  return definitions
    .sort((a, b) => a.definition.root - b.definition.root || compareCodeUnits(a.order, b.order))
    .map(({ definition }) => definition);
}

function placeText({ document, pointer }: SchemaResource): string {
  return `${document.source}#${pointer}`;
}
