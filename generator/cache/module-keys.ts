import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { Declaration, SchemaLocation, SchemaModel, SchemaModule } from "../model/model.ts";
import { nodeOf } from "../model/node-of.ts";
import { usedDeclarations } from "../model/users.ts";
import { evaluatePointer } from "../pointer/json-pointer.ts";
import { hashText } from "../write/content-hash.ts";
import { closureHashes } from "./closure-hashes.ts";
import { type ModuleReach, moduleReaches } from "./module-reach.ts";
import type { SchemaHashing } from "./schema-hashes.ts";

/** What a module and its page were made from, each as a hash. */
export interface ModuleKeys {
  /** Of all that decides its text. */
  readonly module: string;
  /** Of all that decides its page: the schemas that refer to its own are told there, too. */
  readonly page: string;
}

/** How the modules and declarations of a model refer to each other. */
export interface ModelRelations {
  readonly reaches: ReadonlyMap<string, ModuleReach>;
  /** The declarations that one refers to, each once. */
  readonly usedOf: (declaration: NodeId) => readonly NodeId[];
}

/**
 * Finds how the modules and declarations of a model refer to each other.
 */
export function findRelations(model: SchemaModel): ModelRelations {
  const used = new Map<NodeId, readonly NodeId[]>();
  const usedOf = (declaration: NodeId) => {
    const known = used.get(declaration) ?? [...new Set(usedDeclarations(model, declaration))];
    used.set(declaration, known);
    return known;
  };
  return { reaches: moduleReaches(model), usedOf };
}

/** What a schema resource brings to the modules that are made of it. */
interface ModuleHashes {
  /** Of its schemas as they are written. */
  readonly whole: string;
  /** Of the same without annotations. */
  readonly structure: string;
  /** Of the same without those that are words alone: with the values that examples are made of. */
  readonly values: string;
  /** Which declarations each of its own refers to, which the pages of those tell. */
  readonly references: string;
}

/**
 * Hashes what each module is made from: its own schemas as they are written, those that it refers to
 * with all that they are extended by, and of every other that it comes to by references what values it
 * accepts; with the dialects that they are read in and the names of what they declare. Two runs of the
 * same options that give a module the same key give it the same text.
 *
 * @param dialectOf what tells the dialect of a schema from every other
 * @param hashing hashes the schemas as they are written
 * @returns by the paths of the modules
 */
export function moduleKeys(
  model: SchemaModel,
  { reaches, usedOf }: ModelRelations,
  dialectOf: (location: SchemaLocation) => string,
  hashing: SchemaHashing,
): ReadonlyMap<string, ModuleKeys> {
  const { modules } = model;
  const hashes = new Map(
    modules.map((each) => [each.path, hashesOf(model, each, usedOf, dialectOf, hashing)]),
  );
  const names = new Map(modules.map((each) => [each.path, declaredNames(each)]));
  const users = new Map<string, string[]>();
  for (const [user, { used }] of reaches) {
    for (const path of used) {
      const others = users.get(path);
      if (others === undefined) users.set(path, [user]);
      else others.push(user);
    }
  }
  const closures = (kind: "structure" | "values") =>
    closureHashes(
      modules.map(({ path }) => path),
      (path) => reaches.get(path)?.used ?? [],
      (path) => hashes.get(path)?.[kind] ?? "",
    );
  const [structures, values] = [closures("structure"), closures("values")];
  return new Map(
    modules.map(({ path }): [string, ModuleKeys] => {
      const shown = [...shownModules(path, reaches, users)].sort();
      const parts = (reached: ReadonlyMap<string, string>) =>
        shown.map((each) => `${each} ${hashes.get(each)?.whole ?? ""} ${reached.get(each) ?? ""}`);
      const told = (users.get(path) ?? []).map(
        (each) => `${names.get(each) ?? ""} ${hashes.get(each)?.references ?? ""}`,
      );
      return [
        path,
        {
          module: hashText(parts(structures).join("\n")),
          page: hashText([...parts(values), ...told.sort()].join("\n")),
        },
      ];
    }),
  );
}

/**
 * The modules whose texts show what a module's schemas say: its own, those that it refers to, and those
 * that judge the same values as they do.
 */
function shownModules(
  path: string,
  reaches: ReadonlyMap<string, ModuleReach>,
  users: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reach = reaches.get(path);
  // The schemas that extend one with a discriminator are among its values.
  const extending = reach?.discriminates === true ? (users.get(path) ?? []) : [];
  const start = [path, ...(reach?.used ?? []), ...extending];
  return reachable(start, (each) => reaches.get(each)?.joined ?? []);
}

/** Some modules and all that they lead to. */
function reachable(
  start: readonly string[],
  next: (path: string) => Iterable<string>,
): ReadonlySet<string> {
  const reached = new Set(start);
  for (const path of reached) {
    for (const each of next(path)) reached.add(each);
  }
  return reached;
}

function hashesOf(
  model: SchemaModel,
  module: SchemaModule,
  usedOf: ModelRelations["usedOf"],
  dialectOf: (location: SchemaLocation) => string,
  { hashesOf: hashesOfSchema }: SchemaHashing,
): ModuleHashes {
  const { document, pointer } = module.location;
  const named = JSON.stringify([
    document.source,
    pointer,
    module.declarations.map((declaration) => {
      const { location } = nodeOf(model, declaration.node);
      return [declarationNames(declaration), dialectOf(location)];
    }),
    module.inlineTypes.map(({ key, name }) => [key, name]),
  ]);
  const written = module.declarations.map(({ node }) =>
    hashesOfSchema(writtenSchema(nodeOf(model, node).location)),
  );
  const hash = (kind: "text" | "structure" | "values") =>
    hashText([named, ...written.map((each) => each[kind])].join("\n"));
  return {
    whole: hash("text"),
    structure: hash("structure"),
    values: hash("values"),
    references: JSON.stringify(
      module.declarations.map(({ node }) =>
        usedOf(node).map((used) => model.declarations.get(used)?.key ?? ""),
      ),
    ),
  };
}

function declaredNames({ declarations }: SchemaModule): string {
  return JSON.stringify(declarations.map(declarationNames));
}

function declarationNames(declaration: Declaration): unknown {
  // The number of a node is not the same in every run.
  return { ...declaration, node: undefined, variant: declaration.variant?.kind };
}

/**
 * A schema as its document has it, overlays applied.
 */
export function writtenSchema({ document, pointer }: SchemaLocation): unknown {
  const found = evaluatePointer(document.value, pointer);
  return found.found ? found.value : null;
}
