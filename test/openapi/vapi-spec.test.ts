import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { build } from "../../generator/generate.ts";
import { optionsFor, type Project, writeProject } from "../harness/project.ts";
import { typeErrors } from "../types/type-check.ts";
import { dataAbsent, needingData, readVapiJson } from "../vapi/payloads.ts";
import { type Guard, guardOf, makeVapi, moduleOutputs } from "../vapi/twilio-guard.ts";

interface Specification {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: object }>>;
  };
}

/** The whole specification takes longer than other inputs, above all on a busy machine. */
const timeout = 300_000;

/** Values of every JSON type, and keys that JavaScript gives a meaning. */
const junk: readonly unknown[] = [
  null,
  false,
  -1.5,
  1e308,
  "",
  "\ud800",
  [],
  [null, [], {}],
  {},
  JSON.parse('{ "__proto__": null, "constructor": 1, "toString": {}, "length": -1 }'),
];

/** Junk, junk as each of the properties, and junk as all of them. */
function junkFor(properties: readonly string[]): unknown[] {
  const objects = junk.flatMap((value) => [
    ...properties.map((property) => ({ [property]: value })),
    Object.fromEntries(properties.map((property) => [property, value])),
  ]);
  return [...junk, ...objects];
}

/** The fault of a guard that throws, or whose validator has another verdict. */
function guardFault({ is, validate }: Guard, value: unknown): string | undefined {
  try {
    const verdict = is(value);
    const result = validate(value);
    if (verdict !== result.ok) return "guard and validator differ";
    return result.ok || result.issues.length > 0 ? undefined : "no issue tells what is wrong";
  } catch (thrown) {
    return String(thrown);
  }
}

describe.skipIf(dataAbsent)(needingData("the whole Vapi specification"), () => {
  let specification: Specification;
  let names: readonly string[];
  let project: Project;
  let modules: readonly (readonly [file: string, text: string])[];

  beforeAll(async () => {
    specification = readVapiJson("openapi.json") as Specification;
    names = Object.keys(specification.components.schemas).sort();
    project = await makeVapi("the OpenAPI document", "published");
    modules = [...project.files].filter(([file]) => file.endsWith(".ts"));
  }, timeout);

  test("all 981 components are made under their own names, each in a module of its own", () => {
    const { entries, failed } = project.manifest;
    expect(failed).toEqual([]);
    expect(names).toHaveLength(981);
    expect(entries.map(({ pointer }) => pointer)).toEqual(
      names.map((name) => `/components/schemas/${name}`),
    );
    expect(entries.map(({ name, type, module, root }) => [name, type, module, root])).toEqual(
      names.map((name) => [name, name, `${name}.ts`, true]),
    );
    expect(modules.map(([file]) => file).sort()).toEqual(
      [...names.map((name) => `${name}.ts`), "index.ts", "runtime.ts"].sort(),
    );
  });

  test("a module exports the type that it is named after, and such as have its name before theirs", () => {
    const exported = modules
      .filter(([file]) => file !== "runtime.ts")
      .map(([, text]) =>
        [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = ""]) => name),
      );
    expect(exported.flatMap(([first]) => first ?? []).sort()).toEqual(names);
    const inner = exported.flatMap(([first = "", ...others]) =>
      others.map((name) => ({ name, isBelow: name.startsWith(first) })),
    );
    expect(inner.filter(({ isBelow }) => !isBelow)).toEqual([]);
    expect(inner.filter(({ name }) => /\d$/.test(name))).toEqual([]);
  });

  test.each([
    ["typescript-7", "nodenext"],
    ["typescript", "bundler"],
  ] as const)(
    "it compiles with %s, %s",
    async (compiler, resolution) => {
      expect(await typeErrors(project.folder, { compiler, resolution })).toEqual([]);
    },
    timeout,
  );

  test(
    "from YAML it has the same modules",
    async () => {
      const folder = writeProject({ "openapi.yaml": stringify(specification) });
      const { files } = await build(
        optionsFor(folder, { outputs: moduleOutputs, defaultDialect: "openapi-3.0" }),
      );
      const differing = modules.filter(
        ([file, text]) => files.get(file)?.replaceAll("openapi.yaml", "openapi.json") !== text,
      );
      expect(differing.map(([file]) => file)).toEqual([]);
    },
    timeout,
  );

  test(
    "on junk, no guard throws or differs from its validator",
    async () => {
      const faults = new Set<string>();
      for (const name of names) {
        const guard = await guardOf(project, name);
        const { properties = {} } = specification.components.schemas[name] ?? {};
        for (const value of junkFor(Object.keys(properties))) {
          const fault = guardFault(guard, value);
          if (fault !== undefined) faults.add(`${name}: ${fault}: ${JSON.stringify(value)}`);
        }
      }
      expect([...faults]).toEqual([]);
    },
    timeout,
  );
});
