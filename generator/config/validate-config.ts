import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { appendTokens, evaluatePointer, pointerTokens } from "../pointer/json-pointer.ts";
import { nearestNames } from "../text/nearest.ts";
import type { ConfigFile } from "./config-file.ts";
import {
  declaredProperties,
  expectedValue,
  readConfigSchema,
  type Schema,
  schemaOfKeyword,
} from "./config-schema.ts";
import type { Config } from "./config.ts";
import { validateConfig as validate } from "./generated/Config.ts";
import type { Issue } from "./generated/runtime.ts";

/** A config that may be used, or what is wrong with it. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly Diagnostic[] };

/** What is wrong, and how to mend it. */
interface Fault {
  readonly message: string;
  readonly help: string;
  /** The member whose key is at fault, where it is a key. */
  readonly key?: string;
}

/**
 * Checks a config against `config.schema.json`, by the validator that schemaloom makes of that. All
 * faults are told (`config-invalid`), each at its place.
 */
export function validateConfig({ file, value }: ConfigFile): ConfigResult {
  const result = validate(value);
  if (result.ok) {
    const faults = idleEmitters(file, result.value);
    return faults.length === 0 ? { ok: true, config: result.value } : { ok: false, faults };
  }
  const root = readConfigSchema();
  const faults = result.issues.map((issue) => {
    const { message, help, key } = explainIssue(issue, value, root);
    const pointer = key ?? issue.instancePath;
    const range = key === undefined ? undefined : file.keyRangeOf?.(key);
    const location = { file, pointer, ...(range && { range }) };
    return diagnose("config-invalid", message, { help, location });
  });
  return { ok: false, faults };
}

/** What no schema can say: that an emitter has functions. JSON has none. */
function idleEmitters(file: ConfigFile["file"], { emitters, targets = {} }: Config): Diagnostic[] {
  const lists = [
    { pointer: "", emitters },
    ...Object.entries(targets).map(([name, target]) => ({
      pointer: appendTokens("", "targets", name),
      emitters: target.emitters,
    })),
  ];
  return lists.flatMap(({ pointer, emitters: list = [] }) =>
    list.flatMap((emitter, index) => {
      const { name, emitModule, emitAll } = emitter;
      const given = [emitModule, emitAll].filter((each: unknown) => each !== undefined);
      if (given.length > 0 && given.every((each) => typeof each === "function")) return [];
      return diagnose("config-invalid", `The emitter "${name}" makes nothing`, {
        help: "give it a function `emitModule` or `emitAll`, in a config that is a module: schemaloom.config.ts",
        location: { file, pointer: appendTokens(pointer, "emitters", String(index)) },
      });
    }),
  );
}

function explainIssue(issue: Issue, config: unknown, root: Schema): Fault {
  const schema = schemaOfKeyword(root, issue.schemaPath);
  const option = optionName(issue.instancePath);
  const value = valueAt(config, issue.instancePath);
  switch (issue.keyword) {
    case "unevaluatedProperties":
    case "additionalProperties":
      return unknownOption(issue.instancePath, schema, root);
    case "enum":
      return wrongChoice(option, value, schema["enum"] as readonly string[]);
    case "type":
      return {
        message: `${option} is ${typeName(value)}`,
        help: `give ${expectedValue(root, schema)}`,
      };
    case "anyOf":
      return {
        message: `${option} is ${typeName(value)}`,
        help: issue.message.replace(/^must be/, "give"),
      };
    case "required":
      return { message: `${option} ${issue.message}`, help: "add that property" };
    case "minItems":
    case "minProperties":
    case "minLength":
      return {
        message: `${option} is ${typeName(value).replace(/^an? /, "an empty ")}`,
        help: "name at least one member, or leave the option out to have its default",
      };
    case "pattern": {
      const { description = "another" } = schema as { description?: string };
      return { message: `${option} has a value that it cannot have`, help: `give ${description}` };
    }
    case "propertyNames":
      return wrongKey(issue, schema);
    default:
      return { message: `${option} ${issue.message}`, help: "mend its value" };
  }
}

function unknownOption(pointer: string, schema: Schema, root: Schema): Fault {
  const name = lastToken(pointer);
  const properties = declaredProperties(root, schema);
  const names = [...properties.keys()].filter((key) => key !== "$schema");
  const nested = [...properties].flatMap(([key, value]) =>
    declaredProperties(root, value).has(name) ? [`${key}.${name}`] : [],
  );
  const [meant] = [...nearestNames(name, names, 1), ...nested];
  const help =
    meant === undefined ? `the options here are ${names.join(", ")}` : `did you mean "${meant}"?`;
  const option = pointerTokens(pointer).join(".");
  return { message: `The config has no option "${option}"`, help, key: pointer };
}

function wrongChoice(option: string, value: unknown, choices: readonly string[]): Fault {
  const [nearest] = typeof value === "string" ? nearestNames(value, choices, 1) : [];
  const expected = `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
  const hint = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
  return { message: `${option} has a value that it cannot have`, help: `give ${expected}${hint}` };
}

function wrongKey({ instancePath, params }: Issue, schema: Schema): Fault {
  const key = String(params["propertyName"]);
  const { description = "another name" } = schema["propertyNames"] as { description?: string };
  return {
    message: `${optionName(instancePath)} cannot have the key ${JSON.stringify(key)}`,
    help: `give ${description}`,
    key: appendTokens(instancePath, key),
  };
}

function optionName(pointer: string): string {
  return pointer === "" ? "The config" : `The option at ${pointer}`;
}

function valueAt(config: unknown, pointer: string): unknown {
  const found = evaluatePointer(config, pointer);
  return found.found ? found.value : undefined;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function lastToken(pointer: string): string {
  return pointerTokens(pointer).at(-1) ?? "";
}
