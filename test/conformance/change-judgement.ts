import { compareModels } from "../../generator/compare/compare-models.ts";
import type { SchemaComparison } from "../../generator/compare/comparison.ts";
import type { DialectName } from "../../generator/dialects/dialect-name.ts";
import { chooseStrategy } from "../../generator/guards/object-strategy.ts";
import { reportCycles } from "../../generator/model/cycles.ts";
import type { SchemaModel } from "../../generator/model/model.ts";
import { nameDeclarations } from "../../generator/names/declarations.ts";
import { runOnSchema } from "../unit/model/inputs.ts";
import type { Json } from "./random-values.ts";
import { suiteCompiler } from "./suite.ts";

/** A schema, what it was changed to, and instances to judge both by. */
export interface JudgedChange {
  readonly dialect: DialectName;
  readonly schema: Json;
  readonly changed: Json;
  readonly instances: readonly Json[];
}

/** What came of one changed schema. */
export interface ChangeJudgement {
  /** For how many sides the change is called safe; `undefined` where a schema could not be made. */
  readonly safe: number | undefined;
  /** How many of the instances the guards of both schemas disagree on. */
  readonly differing: number;
  /** What is called safe and is not. */
  readonly faults: readonly unknown[];
}

/**
 * The model of one schema; `undefined` where it is malformed.
 */
export function modelOf(schema: Json, dialect: DialectName): SchemaModel | undefined {
  const outcome = runOnSchema(schema, dialect);
  const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
  reportCycles(outcome.graph.nodes, (diagnostic) => errors.push(diagnostic));
  if (errors.length > 0) return undefined;
  return nameDeclarations(outcome.graph, { by: "file", rename: new Map() });
}

/**
 * Makes a judge of changes: what is called safe is held against the guards of both schemas.
 */
export function changeJudge(): (each: JudgedChange) => Promise<ChangeJudgement> {
  const compilers = new Map<DialectName, ReturnType<typeof suiteCompiler>>();
  const compilerOf = (dialect: DialectName) => {
    // With the choice named that guards make anyway, no more than they is made.
    const found =
      compilers.get(dialect) ??
      suiteCompiler(dialect, "dialect", "annotate", undefined, chooseStrategy);
    compilers.set(dialect, found);
    return found;
  };
  return async ({ dialect, schema, changed, instances }) => {
    const [old, later] = [modelOf(schema, dialect), modelOf(changed, dialect)];
    if (old === undefined || later === undefined)
      return { safe: undefined, differing: 0, faults: [] };
    const comparison = rootComparison(old, later);
    const safe = [comparison?.producers, comparison?.consumers].filter(
      (effect) => effect === undefined || effect === "safe",
    ).length;
    // Of what is called breaking on both sides, nothing is claimed.
    if (safe === 0 || JSON.stringify(schema) === JSON.stringify(changed))
      return { safe, differing: 0, faults: [] };
    const [before, after] = await Promise.all(
      [schema, changed].map((each) =>
        compilerOf(dialect)({ file: "change", description: "", schema: each, tests: [] }),
      ),
    );
    let differing = 0;
    const faults = instances.flatMap((instance) => {
      const was = before?.isSchema(instance);
      const is = after?.isSchema(instance);
      if (was === is) return [];
      differing += 1;
      const side = was === true ? "producers" : "consumers";
      if ((comparison?.[side] ?? "safe") !== "safe") return [];
      return [{ dialect, schema, changed, instance, side, comparison }];
    });
    return { safe, differing, faults };
  };
}

/** What became of the root; `undefined` where it is as it was. */
function rootComparison(old: SchemaModel, later: SchemaModel): SchemaComparison | undefined {
  const { schemas } = compareModels(old, later, { ignoreUndeclared: false });
  return schemas.find(({ new: schema }) => schema?.pointer === "");
}
