/** What of the runtime is of use to who imports a module. */
const publicNames: ReadonlySet<string> = new Set([
  "Issue",
  "Result",
  "SchemaError",
  "StandardSchemaV1",
  "ValidationOptions",
]);

/**
 * Joins an emitted module and the runtime that it imports into one module that imports nothing.
 *
 * @param runtime `undefined` where the module needs none, since it has types alone
 */
export function joinRuntime(module: string, runtime: string | undefined): string {
  if (runtime === undefined) return module;
  const imported = new Map<string, string>();
  const body = module.replaceAll(
    /^import (?:type )?\{([^}]*)\} from "\.\/runtime[^"]*";\n/gm,
    (_, members: string) => {
      for (const member of members.split(",")) {
        const [name = "", local = name] = member.trim().split(/\s+as\s+/);
        if (name !== "") imported.set(name, local);
      }
      return "";
    },
  );
  // A name of the runtime that the module does not import may be one that it declares.
  const declared = declaredNames(body);
  for (const name of declaredNames(runtime)) {
    if (!imported.has(name) && declared.has(name)) imported.set(name, `${name}OfRuntime`);
  }
  const [banner, rest] = splitBanner(withoutInternals(body));
  const [, helpers] = splitBanner(renamed(runtime, imported));
  return `${banner}\n${helpers.trim()}\n\n${rest.trim()}\n`;
}

/** No other module is there to call the collectors and the guards of what is nested. */
function withoutInternals(body: string): string {
  return body.replaceAll(/^export (?=function (?:collect|nested)\w+\()/gm, "");
}

function declaredNames(text: string): ReadonlySet<string> {
  const declarations = text.matchAll(
    /^(?:export )?(?:async )?(?:function|const|class|interface|type) (\w+)/gm,
  );
  return new Set([...declarations].map(([, name = ""]) => name));
}

/** The comments that a module starts with, and what follows. */
function splitBanner(text: string): readonly [string, string] {
  const [banner = ""] = /^(?:(?:\/\/.*|\/\*.*\*\/)\n)*/.exec(text) ?? [];
  return [banner, text.slice(banner.length)];
}

/** The runtime with the names that the module has for its exports, of which only some stay exported. */
function renamed(runtime: string, imported: ReadonlyMap<string, string>): string {
  const hidden = runtime.replaceAll(
    /^export (?=(?:abstract )?(?:async )?(?:function|const|class|interface|type) (\w+))/gm,
    (keyword, name: string) => (publicNames.has(imported.get(name) ?? name) ? keyword : ""),
  );
  return [...imported]
    .filter(([name, local]) => name !== local)
    .reduce(
      (text, [name, local]) =>
        text.replaceAll(new RegExp(String.raw`(?<![\w.$"'])${name}(?![\w$"'])`, "g"), local),
      hidden,
    );
}
