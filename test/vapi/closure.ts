import { readFileSync } from "node:fs";
import path from "node:path";
import { evaluatePointer, pointerTokens } from "../../generator/pointer/json-pointer.ts";
import { repository } from "../harness/project.ts";
import { type Mode, readVapiJson } from "./payloads.ts";

/** The name of the schema that every payload is judged by. */
export const rootName = "CreateTwilioPhoneNumberDTO";

/** The file of the seed in `schemas/vapi`. */
export const seedFile = "vapi-createtwiliophonenumberdto-schema.json";

/** The seed and all that it reaches as one document, whose root is the seed. */
export interface Closure {
  readonly $ref: string;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/**
 * Joins the seed and the published structure of the schemas that it reaches, which is kept apart
 * from the inputs under test. In the mode "repaired" the five misplaced keywords are mended here
 * once more, independent of the overlay.
 */
export function closureIn(mode: Mode): Closure {
  const seedText = readFileSync(path.join(repository, "schemas/vapi", seedFile), "utf8");
  const seed = JSON.parse(seedText) as Record<string, unknown>;
  // The seed's $id is only a fragment, which 2020-12 does not allow.
  delete seed["$id"];
  const schemas = { ...(readVapiJson("facts.json") as object), [rootName]: seed };
  const closure = { $ref: `#/components/schemas/${rootName}`, components: { schemas } };
  if (mode === "repaired") repair(closure);
  return closure;
}

function repair(closure: Closure): void {
  const schemaAt = (pointer: string) => {
    const found = evaluatePointer(closure.components.schemas, pointer);
    if (!found.found) throw new Error(`nothing to repair at ${pointer}`);
    return found.value as Record<string, unknown>;
  };
  schemaAt("/TransferPlan/properties/sipVerb")["type"] = "string";
  schemaAt("/BackoffPlan/properties/type")["type"] = "string";
  schemaAt("/BackoffPlan/properties/excludedStatusCodes/items")["type"] = "number";
  delete schemaAt("/PhoneNumberCallEndingHookFilter/properties/oneOf")["enum"];
  const startsWith = schemaAt("/PhoneNumberCallRingingHookFilter/properties/startsWith");
  startsWith["maxItems"] = startsWith["maxLength"];
  delete startsWith["maxLength"];
}

/**
 * Follows a schema path from the closure's root through its references.
 *
 * @returns whether it leads to a value
 */
export function holdsSchemaPath(closure: Closure, schemaPath: string): boolean {
  if (!schemaPath.startsWith("#")) return false;
  let place = closure.$ref.slice(1);
  for (const token of pointerTokens(schemaPath.slice(1))) {
    const { value } = valueAt(closure, place);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) return false;
    const next: unknown = (value as Record<string, unknown>)[token];
    place = token === "$ref" && typeof next === "string" ? next.slice(1) : `${place}/${token}`;
  }
  return evaluatePointer(closure, place).found;
}

function valueAt(closure: Closure, pointer: string): { value: unknown } {
  const found = evaluatePointer(closure, pointer);
  return { value: found.found ? found.value : undefined };
}
