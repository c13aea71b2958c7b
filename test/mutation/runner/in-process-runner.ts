import * as modules from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  INSTRUMENTER_CONSTANTS,
  type InstrumenterContext,
  type StrykerOptions,
} from "@stryker-mutator/api/core";
import { commonTokens, declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { isDrawn, shareWanted } from "../draw.ts";
import { openGroup, type RegisteredTest, registry } from "./registry.ts";
import { runTests } from "./run-tests.ts";

/** What Node.js 22 has, and the types of Node.js 20 do not. */
interface ModuleHooks {
  readonly registerHooks: (hooks: {
    resolve: (specifier: string, context: unknown, next: NextResolve) => ResolvedModule;
  }) => void;
}
type NextResolve = (specifier: string, context: unknown) => ResolvedModule;
interface ResolvedModule {
  readonly url: string;
  readonly shortCircuit?: boolean;
}

interface QuickOptions {
  /** The files of tests, in the order in which they are run. */
  readonly quickTests: readonly string[];
}

/**
 * Runs tests in the process that holds the mutants. A mutant that acts when modules are loaded has them loaded
 * again, under other addresses; all others cost the run of their tests alone.
 */
class InProcessRunner implements TestRunner {
  readonly #context: InstrumenterContext;
  readonly #files: readonly string[];
  readonly #folder = pathToFileURL(`${process.cwd()}/`).href;
  #generation = 0;
  #tests: readonly RegisteredTest[] = [];

  constructor(files: readonly string[]) {
    this.#files = files;
    const globals = globalThis as unknown as Record<string, InstrumenterContext>;
    this.#context = globals[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init(): Promise<void> {
    const shim = new URL("vitest.ts", import.meta.url).href;
    (modules as unknown as ModuleHooks).registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === "vitest") return { url: shim, shortCircuit: true };
        const resolved = next(specifier, context);
        const isOurs = resolved.url.startsWith(this.#folder) && resolved.url.endsWith(".ts");
        return isOurs &&
          !/\/node_modules\/|\/mutation\/runner\//.test(resolved.url.slice(this.#folder.length - 1))
          ? { ...resolved, url: `${resolved.url}?${String(this.#generation)}` }
          : resolved;
      },
    });
    return Promise.resolve();
  }

  async dryRun(): Promise<DryRunResult> {
    delete this.#context.activeMutant;
    await this.#load();
    const tests = await runTests(this.#tests, {
      bails: false,
      onTest: (id) => {
        if (id === undefined) delete this.#context.currentTestId;
        else this.#context.currentTestId = id;
      },
    });
    const { mutantCoverage } = this.#context;
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(mutantCoverage === undefined ? {} : { mutantCoverage }),
    };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, testFilter } = options;
    if (!isDrawn(activeMutant.id, shareWanted())) {
      return { status: MutantRunStatus.Error, errorMessage: "not drawn" };
    }
    const context = this.#context;
    context.hitCount = 0;
    if (hitLimit === undefined) delete context.hitLimit;
    else context.hitLimit = hitLimit;
    const isStatic = mutantActivation === "static";
    context.activeMutant = activeMutant.id;
    try {
      if (isStatic || this.#tests.length === 0) {
        if (!isStatic) delete context.activeMutant;
        await this.#load();
        context.activeMutant = activeMutant.id;
      }
      const wanted = new Set(testFilter ?? this.#tests.map(({ id }) => id));
      const tests = await runTests(
        this.#tests.filter(({ id }) => wanted.has(id)),
        { bails: true },
      );
      const limit = determineHitLimitReached(context.hitCount, hitLimit);
      return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests });
    } catch (fault) {
      // The modules of a mutant may not even load.
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: [failureOf(fault)],
      });
    } finally {
      delete context.activeMutant;
      if (isStatic) this.#tests = [];
    }
  }

  async #load(): Promise<void> {
    this.#generation += 1;
    registry.tests.length = 0;
    for (const file of this.#files) {
      registry.file = pathToFileURL(path.resolve(file)).href;
      registry.group = openGroup("", undefined);
      await import(`${registry.file}?${String(this.#generation)}`);
    }
    this.#tests = [...registry.tests];
  }
}

function failureOf(fault: unknown): TestResult {
  return {
    id: "load",
    name: "the modules load",
    timeSpentMs: 0,
    status: TestStatus.Failed,
    failureMessage: String(fault),
  };
}

function createRunner(options: StrykerOptions): TestRunner {
  return new InProcessRunner((options as unknown as QuickOptions).quickTests);
}
createRunner.inject = [commonTokens.options] as [typeof commonTokens.options];

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, "in-process", createRunner),
];
