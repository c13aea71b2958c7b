import type { SchemaModule } from "../model/model.ts";

/** Path of the page that all schemas share, below the output folder. */
export const singlePage = "docs/README.md";

/**
 * Puts the docs of all modules on one page: each declaration has an anchor there that no other has.
 */
export function onSinglePage(modules: readonly SchemaModule[]): SchemaModule[] {
  const taken = new Set<string>();
  return modules.map((module) => {
    const base = module.path.toLowerCase().replaceAll("/", "-");
    let root = base;
    for (let suffix = 2; taken.has(root); suffix += 1) root = `${base}-${String(suffix)}`;
    taken.add(root);
    const declarations = module.declarations.map((declaration) => ({
      ...declaration,
      docsPage: singlePage,
      // No anchor of a part has a tilde, which stands in links as it is.
      docsAnchor: declaration.docsAnchor === "" ? root : `${root}~${declaration.docsAnchor}`,
    }));
    return { ...module, declarations };
  });
}
