import { findRelations } from "../cache/module-keys.ts";
import { leadsByName, type ModuleRow } from "../cache/module-rows.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { NodeId } from "../dialects/canonical-keywords.ts";
import type { InputSchema } from "../load/document.ts";
import type { NodeFacts, SchemaModel, SchemaModule, SchemaNode } from "../model/model.ts";
import { everyType } from "../model/type-sets.ts";
import type { GenerateOptions } from "../options.ts";
import { type LoadedRun, prepareLoaded } from "../prepare.ts";
import type { Resolution } from "../resolve/resolve.ts";
import type { ChangedModule } from "./changed-modules.ts";
import { declaresTheSame, moduleOfRow } from "./declarations.ts";
import type { ReachOfChange } from "./reach-of-change.ts";

/** The model of what a change has to do with. */
export interface FocusedModel {
  /** With the modules that are made anew alone, by their numbers in `numbers`. */
  readonly model: SchemaModel;
  readonly numbers: readonly number[];
  /** All modules, those that are not read as they were. */
  readonly modules: readonly SchemaModule[];
  readonly resolution: Resolution;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the model of the modules that a change has to do with. The declarations that refer to these from
 * elsewhere are in it by their names alone.
 *
 * @param schemas the input schemas, by the numbers of their modules
 * @returns `undefined` where another schema than the changed ones comes to be another
 * @throws DiagnosticsError where something is wrong with it
 */
export async function focusModel(
  loaded: LoadedRun,
  options: GenerateOptions,
  rows: readonly ModuleRow[],
  schemas: readonly InputSchema[],
  changed: ReadonlyMap<number, ChangedModule>,
  { affected, needed }: ReachOfChange,
): Promise<FocusedModel | undefined> {
  const numbered = new Map(schemas.map((schema, number) => [schema, number]));
  const read = loaded.inputs.schemas.filter((schema) => needed.has(numbered.get(schema) ?? -1));
  const inputs = { ...loaded.inputs, schemas: read };
  const { model, resolution, diagnostics } = await prepareLoaded({ ...loaded, inputs }, options);
  if (model.modules.length !== read.length || leadsByName(resolution)) return undefined;

  const known = new Map(model.modules.map((module) => [module.path, module]));
  const places = placeDeclarations(rows, known, model.nodes.length, affected);
  const modules = rows.map((row, number): SchemaModule | undefined => {
    const schema = schemas[number];
    const module = known.get(row.path);
    const nodes = places.nodes[number] ?? [];
    const before = schema && moduleOfRow(row, schema, nodes, (each) => places.node(each) ?? -1);
    if (module === undefined) return needed.has(number) ? undefined : before;
    return before !== undefined && declaresTheSame(module, before) ? module : undefined;
  });
  if (!modules.every((module) => module !== undefined)) return undefined;
  if (![...changed.keys()].every((number) => refersAsBefore(model, modules, rows, number)))
    return undefined;

  const declared = modules.flatMap((module) => module.declarations);
  const nodes = places.named.flatMap((number): SchemaNode[] => {
    const declaration = declared[number];
    const location = read[0];
    if (declaration === undefined || location === undefined) return [];
    const used = places.rows[number]?.uses ?? [];
    return [
      namedNode(
        declaration.node,
        location,
        used.flatMap((each) => places.node(each) ?? []),
      ),
    ];
  });
  const numbers = [...affected].sort((a, b) => a - b);
  return {
    model: {
      ...model,
      nodes: [...model.nodes, ...nodes],
      facts: [...model.facts, ...nodes.map((): NodeFacts => ({ types: everyType }))],
      modules: numbers.flatMap((number) => modules[number] ?? []),
      declarations: new Map(
        declared.flatMap((declaration) =>
          declaration.node < 0 ? [] : [[declaration.node, declaration] as const],
        ),
      ),
    },
    numbers,
    modules,
    resolution,
    diagnostics,
  };
}

/** Where declarations stand in a focused model. */
interface DeclarationPlaces {
  /** All of them, by their numbers. */
  readonly rows: readonly ModuleRow["declarations"][number][];
  /** By the numbers of their modules, the nodes of the declarations; -1 of one that is not in the model. */
  readonly nodes: readonly (readonly NodeId[])[];
  /** The node of a declaration that is in the model, by its number. */
  readonly node: (declaration: number) => NodeId | undefined;
  /** The declarations that are there by their names alone, by their numbers. */
  readonly named: readonly number[];
}

function placeDeclarations(
  rows: readonly ModuleRow[],
  known: ReadonlyMap<string, SchemaModule>,
  firstNamed: NodeId,
  affected: ReadonlySet<number>,
): DeclarationPlaces {
  const all = rows.flatMap((row, module) => row.declarations.map((row) => ({ row, module })));
  const isShown = (number: number) => affected.has(all[number]?.module ?? -1);
  const named: number[] = [];
  const byNumber: NodeId[] = [];
  const nodes = rows.map((row) => {
    const module = known.get(row.path);
    return row.declarations.map((declaration, index): NodeId => {
      const number = byNumber.length;
      // A type of this name would be taken for one of TypeScript's own, wherever it is.
      const isNamed = declaration.uses.some(isShown) || declaration.name === "Record";
      const node = module?.declarations[index]?.node;
      const place = module !== undefined ? (node ?? -1) : isNamed ? firstNamed + named.length : -1;
      if (module === undefined && isNamed) named.push(number);
      byNumber.push(place);
      return place;
    });
  });
  return {
    rows: all.map(({ row }) => row),
    nodes,
    node: (number) => {
      const node = byNumber[number];
      return node === undefined || node < 0 ? undefined : node;
    },
    named,
  };
}

/** Stands for a schema of which no more is known than what it refers to. */
function namedNode(id: NodeId, location: InputSchema, used: readonly NodeId[]): SchemaNode {
  const properties = used.map((node, index) => {
    const name = String(index);
    return { name, path: `/properties/${name}`, node };
  });
  const assertions = [{ keyword: "properties", path: "/properties", properties } as const];
  return { id, location, assertions, annotations: {}, ignored: [] };
}

/** Whether a module refers to the same as it did, in the same way. */
function refersAsBefore(
  model: SchemaModel,
  modules: readonly SchemaModule[],
  rows: readonly ModuleRow[],
  number: number,
): boolean {
  const [module, row] = [modules[number], rows[number]];
  if (module === undefined || row === undefined) return false;
  const { reaches, usedOf } = findRelations({ ...model, modules: [module] });
  const reach = reaches.get(module.path);
  const keys = rows.flatMap(({ declarations }) => declarations.map(({ key }) => key));
  const keysOf = (nodes: readonly NodeId[]) =>
    nodes.map((node) => model.declarations.get(node)?.key ?? "");
  const paths = (numbers: readonly number[]) => numbers.map((each) => rows[each]?.path ?? "");
  const before = [
    row.declarations.map(({ uses }) => uses.map((each) => keys[each] ?? "")),
    paths(row.used).sort(),
    paths(row.joined).sort(),
    row.discriminates,
  ];
  const now = [
    module.declarations.map(({ node }) => keysOf(usedOf(node))),
    [...(reach?.used ?? [])].sort(),
    [...(reach?.joined ?? [])].sort(),
    reach?.discriminates,
  ];
  return JSON.stringify(before) === JSON.stringify(now);
}
