import type {
  AssertionKeyword,
  AssertionOf,
  Assertion,
  NodeId,
} from "../dialects/canonical-keywords.ts";
import type { SchemaNode } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import type { Conjunction, AnyKnownAssertion } from "./conjunction.ts";
import type { Models, Side, SidedSchema } from "./sides.ts";
import type { StructureClasses } from "./structure-classes.ts";

/** A place in a schema, with the assertion that stands there. */
export interface AssertedPlace {
  readonly side: Side;
  readonly node: SchemaNode;
  /** JSON Pointer from the schema to the place. */
  readonly path: string;
  readonly assertion: Assertion | undefined;
}

/** Something that a schema demands and that is not known to hold. */
export interface Obstacle {
  /** The keyword, or `property` where a property is declared or allowed on one side alone. */
  readonly aspect: AssertionKeyword | "property";
  /** What of it: the name of a property, a pattern; "" for the keyword as such. */
  readonly subject: string;
  readonly known: AssertedPlace;
  readonly demanded: AssertedPlace;
  /** Whether the two keywords by themselves tell that something is refused. */
  readonly isCertain: boolean;
  /** Of a property: the side that declares it. */
  readonly declaredOn?: Side;
  /** The declaration of the demanding side that has the obstacles, where it is referred to. */
  readonly through?: NodeId;
}

/** An assertion that is demanded of a value. */
export interface AnyDemand<Demanded extends Assertion = Assertion> {
  readonly side: Side;
  readonly node: SchemaNode;
  readonly assertion: Demanded;
}

/** An assertion of one keyword, or of one of several, that is demanded of a value. */
export type Demand<Keyword extends AssertionKeyword> = AnyDemand<AssertionOf<Keyword>>;

/** What the rules for keywords ask about other schemas. */
export interface Prover {
  readonly models: Models;
  readonly classOf: StructureClasses;
  /** Whether properties that a schema does not declare are taken not to be there. */
  readonly ignoresUndeclared: boolean;
  /** Whether obstacles are to be told, or only whether there are any. */
  readonly explains: boolean;
  /** Whether a schema is known to accept what is known. */
  readonly holds: (known: Conjunction, demanded: SidedSchema) => boolean;
  /** What keeps a schema from accepting what is known; one of them where none is to be explained. */
  readonly obstacles: (known: Conjunction, demanded: SidedSchema) => readonly Obstacle[];
  /** The declaration of the other side that is the same as one. */
  readonly partnerOf: (schema: SidedSchema) => NodeId | undefined;
}

/** What an obstacle has besides its demand. */
interface ObstacleDetails {
  readonly aspect?: Obstacle["aspect"];
  readonly subject?: string;
  readonly knownAssertion?: AnyKnownAssertion | undefined;
  /** Path from the anchor of what is known, where no assertion is known. */
  readonly knownPlace?: Pick<AssertedPlace, "node" | "path">;
  readonly demandedPath?: string;
  readonly isCertain?: boolean;
  readonly through?: NodeId;
  readonly declaredOn?: Side;
}

/**
 * Makes the obstacle that a demand is not known to be met.
 */
export function obstacleTo(
  { models }: Prover,
  known: Conjunction,
  { side, node, assertion }: AnyDemand,
  details: ObstacleDetails = {},
): Obstacle {
  const { knownAssertion, knownPlace, isCertain = true, through, declaredOn } = details;
  const place = knownPlace ??
    (knownAssertion && { node: knownAssertion.node, path: knownAssertion.assertion.path }) ?? {
      node: nodeOf(models[known.side], known.anchor),
      path: "",
    };
  return {
    aspect: details.aspect ?? assertion.keyword,
    subject: details.subject ?? "",
    known: { side: known.side, ...place, assertion: knownAssertion?.assertion },
    demanded: { side, node, path: details.demandedPath ?? assertion.path, assertion },
    isCertain,
    ...(through === undefined ? {} : { through }),
    ...(declaredOn === undefined ? {} : { declaredOn }),
  };
}
