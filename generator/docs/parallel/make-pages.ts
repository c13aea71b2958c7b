import type { NodeId } from "../../dialects/canonical-keywords.ts";
import type { RenderTemplate } from "../../render/templates.ts";
import { type EmittedCode, type ModulePages, openPages, type PageMaterial } from "../pages.ts";
import { startPageWorkers } from "./page-workers.ts";
import { makeShares, openClaims, readyShares } from "./shares.ts";

/** What makes the pages that are wanted, in several threads where there are many. */
export interface PageWork {
  /** Tells the texts of types, by their declarations, as they become known. */
  readonly addTypes: (types: ReadonlyMap<NodeId, string>) => void;
  /**
   * Gives the pages, by the paths of the modules.
   *
   * @throws DiagnosticsError where a template cannot be rendered
   */
  readonly finish: (code: EmittedCode) => Promise<ReadonlyMap<string, ModulePages>>;
  /** Ends the threads. */
  readonly end: () => Promise<void>;
}

/**
 * Begins to make pages: others do while this thread makes the modules, and then it takes its part.
 *
 * @param surroundings a folder of templates that replace our own, and the folder that the run was
 *   started in
 */
export function beginPages(
  material: PageMaterial,
  render: RenderTemplate,
  surroundings: { readonly templates: string | undefined; readonly cwd: string },
): PageWork {
  const { source, wanted } = material;
  const claims = openClaims();
  const workers = startPageWorkers(material, claims, surroundings);
  const finish = async (code: EmittedCode) => {
    if (wanted.length === 0) return new Map();
    const make = await openPages(material, code, render);
    const own = [...makeShares(material, claims, readyShares(material, code.types), make)];
    const made = new Map([...own, ...(await workers.finish())].flat());
    return new Map(
      wanted.flatMap((index) => {
        const module = source.modules[index];
        // What a thread has failed at fails here again, or is made.
        return module === undefined
          ? []
          : [[module.path, made.get(index) ?? make(module)] as const];
      }),
    );
  };
  return { addTypes: workers.addTypes, finish, end: workers.end };
}
