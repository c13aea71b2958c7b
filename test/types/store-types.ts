import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  compileStored,
  store,
  storeInstances,
  storeNames,
  storeTarget,
  type StoreGuards,
  withoutTargets,
} from "../conformance/store.ts";
import { valueDeclaration } from "../unit/types/value-declaration.ts";
import { type CompilerError, typeErrors } from "./type-check.ts";

/** A published instance, and what TypeScript says of it as a value of its schema's type. */
export interface JudgedInstance {
  readonly name: string;
  readonly file: string;
  readonly value: unknown;
  /** Whether the schema is published to accept it. */
  readonly isPositive: boolean;
  /** The codes of the errors of the instance as a literal. */
  readonly codes: readonly string[];
}

/** What TypeScript says of the modules of published schemas, and of their instances. */
export interface JudgedStore {
  /** Errors in the modules themselves. */
  readonly faults: readonly CompilerError[];
  readonly instances: readonly JudgedInstance[];
}

/** The codes of the error that an undeclared property in a literal is, which open objects may have. */
const surplusCodes: ReadonlySet<string> = new Set(["TS2353", "TS2561"]);

const check = { compiler: "typescript-7", resolution: "nodenext" } as const;

/** What the store serves its schemas as. */
const storeUri = "https://json.schemastore.org/";

/** A module that states that each instance of a schema is a value of its type, one a line. */
const claims = "claims.ts";

/**
 * Makes the modules of all published schemas whose targets are there, and lets a function see the
 * guards of each.
 *
 * @returns the folder that holds them, each schema's in a folder of its name
 */
export async function makeStore(
  see: (name: string, guards: StoreGuards) => void = () => undefined,
): Promise<string> {
  const output = mkdtempSync(path.join(tmpdir(), "schemaloom-store-"));
  writeFileSync(path.join(output, "package.json"), '{ "type": "module" }');
  for (const name of storeNames().filter((each) => !withoutTargets.has(each))) {
    const guards = await compileStored(name, output);
    const statements = instancesOf(name).map(
      ({ value }) => `{ const value: Root = ${text(value)}; }`,
    );
    writeFileSync(path.join(output, name, claims), [...statements, importOf(guards)].join("\n"));
    see(name, guards);
  }
  return output;
}

/**
 * Lets TypeScript judge the folder that {@link makeStore} has made, as one program.
 */
export async function judgeStore(output: string): Promise<JudgedStore> {
  const faults: CompilerError[] = [];
  const codes = new Map<string, string[]>();
  for (const error of await typeErrors(output, check)) {
    const name = path.dirname(error.file);
    if (path.basename(error.file) !== claims) {
      faults.push(error);
      continue;
    }
    const key = `${name}:${String(error.line)}`;
    codes.set(key, [...(codes.get(key) ?? []), error.code]);
  }
  const instances = storeNames()
    .filter((name) => !withoutTargets.has(name))
    .flatMap((name) =>
      instancesOf(name).map((instance, index): JudgedInstance => {
        return { ...instance, name, codes: codes.get(`${name}:${String(index + 1)}`) ?? [] };
      }),
    );
  return { faults, instances };
}

/**
 * Whether TypeScript has no more against an instance than that an open object has properties which
 * its type does not declare.
 */
export function isAdmitted({ codes }: JudgedInstance): boolean {
  return codes.every((code) => surplusCodes.has(code));
}

/**
 * Judges instances again which TypeScript refuses as literals: as values, of which it does not mind
 * undeclared properties. In a union of objects it tells of those by other codes.
 *
 * @returns those which it still refuses
 */
export async function refusedValues(
  output: string,
  instances: readonly JudgedInstance[],
): Promise<readonly JudgedInstance[]> {
  const values = instances.map(({ name, value }, index) => {
    const text = readFileSync(path.join(store, "schemas", `${name}.json`), "utf8");
    const targets = [...text.matchAll(/"\$ref": *"([^"#]+)/g)]
      .map(([, reference = ""]) => new URL(reference, storeUri).href)
      .filter((uri) => uri.startsWith(storeUri));
    const schema = [JSON.parse(text), ...[...new Set(targets)].map(storeTarget)] as unknown;
    const file = `value${String(index)}.ts`;
    const root =
      readFileSync(path.join(output, name, claims), "utf8")
        .split("\n")
        .at(-1) ?? "";
    const statement = valueDeclaration("value", value, schema);
    writeFileSync(path.join(output, name, file), `${root}\n${statement}`);
    return `${name}/${file}`;
  });
  if (values.length === 0) return [];
  const errors = await typeErrors(output, { ...check, files: values });
  return instances.filter((_, index) => errors.some(({ file }) => file === values[index]));
}

function instancesOf(name: string): readonly Omit<JudgedInstance, "name" | "codes">[] {
  const { positive, negative } = storeInstances(name);
  return [
    ...positive.map((instance) => ({ ...instance, isPositive: true })),
    ...negative.map((instance) => ({ ...instance, isPositive: false })),
  ];
}

function importOf({ entry }: StoreGuards): string {
  const { type = "", module = "" } = entry;
  return `import type { ${type} as Root } from "./${module.replace(/\.ts$/, ".js")}";`;
}

function text(value: unknown): string {
  return JSON.stringify(value).replaceAll('"__proto__":', '["__proto__"]:');
}
