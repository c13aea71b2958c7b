import type { NodeId } from "../../dialects/canonical-keywords.ts";
import type { Document } from "../../load/document.ts";
import type { SchemaLocation } from "../../model/model.ts";
import type { TypeSource } from "../../types/type-source.ts";
import type { PageMaterial } from "../pages.ts";
import type { MadeShare } from "./shares.ts";

/** What a thread that makes pages is told. */
export type WorkerRequest = BeginRequest | TypesRequest | { readonly kind: "finish" };

/** What it answers: each share that it has made, and at last that it has nothing more to make. */
export type WorkerAnswer =
  { readonly kind: "made"; readonly share: MadeShare } | { readonly kind: "finished" };

/** What pages are made of. */
export interface BeginRequest {
  readonly kind: "begin";
  readonly material: PageMaterial;
  /** The documents of the material; see {@link restoreDocuments}. */
  readonly documents: readonly Document[];
  /** A folder of templates that replace our own. */
  readonly templates: string | undefined;
  /** Which shares are taken; see `openClaims`. */
  readonly claims: Int32Array;
}

/** What more is known by now. */
export interface TypesRequest {
  readonly kind: "types";
  /** The texts of types, by their declarations. */
  readonly types: ReadonlyMap<NodeId, string>;
  /** How many shares can be made. */
  readonly ready: number;
}

/**
 * The message that hands over what pages are made of. Messages carry no functions, so that documents
 * come without what tells the places of their parts; pages do not ask for those.
 */
export function beginMessage(
  material: PageMaterial,
  templates: string | undefined,
  claims: Int32Array,
): BeginRequest {
  const sent = new Map<Document, Document>();
  const located = <Part extends { readonly location: SchemaLocation }>(part: Part): Part => {
    const { document, pointer } = part.location;
    const plain = sent.get(document) ?? withoutFunctions(document);
    sent.set(document, plain);
    return { ...part, location: { document: plain, pointer } };
  };
  const { source } = material;
  const plainSource: TypeSource = {
    ...source,
    nodes: source.nodes.map(located),
    modules: source.modules.map(located),
  };
  return {
    kind: "begin",
    material: { ...material, source: plainSource },
    documents: [...sent.values()],
    templates,
    claims,
  };
}

function withoutFunctions(document: Document): Document {
  const members = Object.entries(document).filter(([, value]) => typeof value !== "function");
  return Object.fromEntries(members) as unknown as Document;
}

/** Makes documents that came in a message whole, as far as can be: they know no places. */
export function restoreDocuments(documents: readonly Document[]): void {
  for (const document of documents) Object.assign(document, { rangeOf: () => undefined });
}
