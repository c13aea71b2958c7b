import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import Handlebars from "handlebars";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { inlinePartials } from "./inline-partials.ts";
import { ownTemplates } from "./own-templates.ts";
import { missingFolder, templateFault } from "./template-fault.ts";

/** The templates of emitted files, by their path below the folder of templates without `.hbs`. */
export type TemplateName =
  | "module.ts"
  | "format.ts"
  | "keyword.ts"
  | "index.ts"
  | "runtime.ts"
  | "docs/page.md"
  | "docs/entry.md"
  | "docs/single.md"
  | "docs/site/index.html"
  | "docs/site/page.html"
  | "docs/site/rows.html"
  | "docs/site/search.html";

/** Writes the text of an emitted file from its view. */
export type RenderTemplate = (template: TemplateName, view: object) => string;

/** Our own templates do not change while the process runs, in which much can be generated. */
let ownRenderer: RenderTemplate | undefined;

/**
 * Compiles the templates and partials.
 *
 * @param overrides a folder whose files replace those of the same relative path
 * @throws DiagnosticsError where there is no such folder; what is returned throws it where a
 * template cannot be read or parsed, or names what its view has not
 */
export function loadTemplates(overrides: string | undefined): RenderTemplate {
  if (overrides === undefined) return (ownRenderer ??= createRenderer(undefined));
  if (!existsSync(overrides)) throw new DiagnosticsError([missingFolder(overrides)]);
  return createRenderer(overrides);
}

function createRenderer(overrides: string | undefined): RenderTemplate {
  const folders = overrides === undefined ? [ownTemplates] : [ownTemplates, overrides];
  const isOwn = overrides === undefined;
  const plain = createEnvironment(folders, { noEscape: true, isOwn });
  const escaping = createEnvironment(folders, { noEscape: false, isOwn });
  const compiled = new Map<TemplateName, Handlebars.TemplateDelegate>();
  return (template, view) => {
    const render =
      compiled.get(template) ??
      (template.endsWith(".html") ? escaping : plain)(templateFile(template, overrides));
    compiled.set(template, render);
    return render(view);
  };
}

/**
 * Whether a folder of overrides has a template that modules are made by, not docs alone.
 */
export function overridesModules(overrides: string): boolean {
  return (
    ["module.ts.hbs", "runtime.ts.hbs"].some((file) => existsSync(path.join(overrides, file))) ||
    partialFiles(path.join(overrides, "partials")).some(([name]) => !name.startsWith("docs/"))
  );
}

/** Compiles a template file. */
type CompileFile = (file: string) => Handlebars.TemplateDelegate;

/**
 * @param options `isOwn` where none but our own templates are there: they are known to have no faults
 * to be told by file, and no helpers but those of Handlebars
 */
function createEnvironment(
  folders: readonly string[],
  { noEscape, isOwn }: { readonly noEscape: boolean; readonly isOwn: boolean },
): CompileFile {
  const handlebars = Handlebars.create();
  const partials = folders.flatMap((folder) => partialFiles(path.join(folder, "partials")));
  const inlined = new Map(
    isOwn ? partials.map(([name, file]) => [name, readFileSync(file, "utf8")]) : [],
  );
  const options = { strict: true, noEscape, knownHelpersOnly: isOwn };
  const compileFile: CompileFile = (file) => {
    const text = readFileSync(file, "utf8");
    const render = handlebars.compile<unknown>(inlinePartials(text, inlined), options);
    return (view, given) => {
      try {
        return render(view, given);
      } catch (fault) {
        // A partial at fault has been named already.
        throw fault instanceof DiagnosticsError ? fault : templateFault({ file, text }, fault);
      }
    };
  };
  for (const [name, file] of partials) handlebars.registerPartial(name, compileFile(file));
  return compileFile;
}

function templateFile(template: TemplateName, overrides: string | undefined): string {
  const override = overrides === undefined ? undefined : path.join(overrides, `${template}.hbs`);
  return override !== undefined && existsSync(override)
    ? override
    : path.join(ownTemplates, `${template}.hbs`);
}

/** The partials of a folder, by their paths below it without `.hbs`. */
function partialFiles(folder: string): [name: string, file: string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".hbs"))
    .map((file) => [
      file.slice(0, -".hbs".length).replaceAll(path.sep, "/"),
      path.join(folder, file),
    ]);
}
