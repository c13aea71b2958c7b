/**
 * What tests import as `vitest` while mutants are judged: as much of it as those tests need, in the process
 * that holds the mutants, so that none of them costs a start of one.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";
import { namesOf, openGroup, registry, type Step } from "./registry.ts";

type Body = (...values: never[]) => unknown;

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
chai.use(({ Assertion }) => {
  Assertion.addMethod("toMatchFileSnapshot", function (this: Chai.AssertionStatic, file: string) {
    const folder = path.dirname(fileURLToPath(registry.file.split("?")[0] ?? ""));
    const actual = (this as unknown as { _obj: unknown })._obj;
    if (readFileSync(path.join(folder, file), "utf8") !== actual) {
      throw new Error(`${file} is another`);
    }
  });
});

/** Asserts of a value what the methods of the result say. */
export const expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT],
);
(chai.expect as unknown as { extend: (own: object, matchers: object) => void }).extend(
  expect,
  customMatchers,
);

function registerTest(name: string, body: Step): void {
  const { file, group } = registry;
  const names = [...namesOf(group), name].join(" > ");
  const base = `${path.basename(file).split("?")[0] ?? ""} > ${names}`;
  const twins = registry.tests.filter(({ id }) => id === base || id.startsWith(`${base} #`)).length;
  const id = twins === 0 ? base : `${base} #${String(twins + 1)}`;
  registry.tests.push({ id, file, group, run: body });
}

function registerGroup(name: string, body: Step): void {
  const { group } = registry;
  registry.group = openGroup(name, group);
  body();
  registry.group = group;
}

type Register = (name: string, body: Step) => void;

/** The function that registers a test or a group: options that only tell of time are not looked at. */
function registrar(register: Register) {
  const plain = (name: string, ...rest: readonly unknown[]) => {
    const body = rest.find((each) => typeof each === "function") as Step;
    register(name, body);
  };
  const skipIf = (isSkipped: unknown) => (isSkipped ? () => undefined : forms);
  const forms = Object.assign(plain, {
    skipIf,
    runIf: (isRun: unknown) => skipIf(!isRun),
    each: eachOf(register),
  });
  return forms;
}

function eachOf(register: Register) {
  return (table: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]) => {
      const body = rest.find((each) => typeof each === "function") as Body;
      table.forEach((row, index) => {
        const values = Array.isArray(row) ? (row as unknown[]) : [row];
        const [first] = values;
        const title = typeof first === "string" ? name.replace("%s", () => first) : name;
        register(table.length > 1 ? `${title} [${String(index)}]` : title, () =>
          body(...(values as never[])),
        );
      });
    };
}

export const test = registrar(registerTest);
export const it = registrar(registerTest);
export const describe = registrar(registerGroup);

export const beforeAll = (step: Step) => void registry.group.beforeAll.push(step);
export const afterAll = (step: Step) => void registry.group.afterAll.push(step);
export const beforeEach = (step: Step) => void registry.group.beforeEach.push(step);
export const afterEach = (step: Step) => void registry.group.afterEach.push(step);
