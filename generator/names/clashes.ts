import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic, Report, SourceFile } from "../diagnostics/diagnostic.ts";
import type { NamesLock } from "../load/names-lock.ts";
import type { SchemaGraph } from "../model/graph.ts";
import { nodeOf } from "../model/node-of.ts";
import type { NameOptions } from "../options.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import { fixModules, type NameConflict } from "./fixed-names.ts";
import { findModulePlaces, type ModulePlaces } from "./module-places.ts";
import { nameNamespaces } from "./namespaces.ts";

/**
 * Reports each root whose module another root of its folder has taken, by a name that differs in
 * case at most; and each name that the config gives to two schemas of one module.
 *
 * @param locked the names that an earlier run gave: of two roots, the one that it knew keeps its name
 */
export function reportNameClashes(
  graph: SchemaGraph,
  options: NameOptions,
  locked: ReadonlyMap<string, string>,
  report: Report,
): void {
  const modules = findModulePlaces(graph, options);
  const isKnown = ({ key, name }: ModulePlaces) => locked.get(key) === name;
  const takers = new Map<string, ModulePlaces>();
  for (const module of [...modules.filter(isKnown), ...modules.filter((each) => !isKnown(each))]) {
    const path = module.path.toLowerCase();
    const taker = takers.get(path);
    if (taker === undefined) takers.set(path, module);
    else report(moduleClash(module, taker));
  }
  for (const { module, conflicts } of fixModules(modules, { rename: options.rename, locked })) {
    for (const conflict of conflicts)
      if (conflict.settler === "rename") report(renameClash(graph, module, conflict));
  }
}

function moduleClash(module: ModulePlaces, taker: ModulePlaces): Diagnostic {
  const { document, pointer } = module.root.schema;
  const clashing = `${renameKey(taker.key)} and ${renameKey(module.key)}`;
  const rename = `${JSON.stringify(renameKey(module.key))}: ${JSON.stringify(`Other${module.name}`)}`;
  return diagnose("name-clash", `two inputs would be the module ${module.path}.ts: ${clashing}`, {
    help: `rename one in the config, as in "names": { "rename": { ${rename} } }`,
    location: { file: document, pointer },
  });
}

function renameClash(
  graph: SchemaGraph,
  module: ModulePlaces,
  { name, place, holder }: NameConflict,
): Diagnostic {
  const { document, pointer } = nodeOf(graph, place.node).location;
  const clashing = `${renameKey(holder)} and ${renameKey(place.key)}`;
  return diagnose(
    "name-clash",
    `two schemas of the module ${module.path}.ts would be ${name}: ${clashing}`,
    {
      help: `give one another name in "names": { "rename": { … } } of the config`,
      location: { file: document, pointer },
    },
  );
}

/** A file is renamed by its source alone. */
function renameKey(key: string): string {
  return key.replace(/#$/, "");
}

/**
 * Reports each name that the lock has for two schemas of one module, or for two folders of one, as a
 * merge of two locks can.
 *
 * @returns whether there was none
 */
export function reportLockClashes(
  graph: SchemaGraph,
  options: NameOptions,
  { file, names: locked }: NamesLock,
  report: Report,
): boolean {
  const modules = findModulePlaces(graph, options);
  const fixed = fixModules(modules, { rename: options.rename, locked });
  const clashes = fixed.flatMap(({ module, conflicts }) =>
    // What comes into a module that was not there, or gives way to a rename, has met no other before.
    locked.get(module.key) === module.name
      ? conflicts.filter(
          ({ settler, name, holder }) => settler === "locked" && locked.get(holder) === name,
        )
      : [],
  );
  const folders = nameNamespaces(
    modules.map(({ path }) => path),
    locked,
  );
  for (const { name, place, holder } of clashes)
    report(lockClash(file, `two schemas of one module have the name ${name}`, [holder, place.key]));
  for (const pair of folders.conflicts)
    report(lockClash(file, `two folders of one have the name ${locked.get(pair[0]) ?? ""}`, pair));
  return clashes.length + folders.conflicts.length === 0;
}

function lockClash(
  file: SourceFile,
  fault: string,
  [holder, other]: readonly [string, string],
): Diagnostic {
  return diagnose("names-lock-invalid", `${fault}: ${holder} and ${other}`, {
    help: "remove the line of the one whose name nobody uses yet; it gets another",
    location: { file, pointer: appendTokens("/names", other) },
  });
}
