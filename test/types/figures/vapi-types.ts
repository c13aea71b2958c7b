import path from "node:path";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { makeOutput, writeProject, writeText } from "../../harness/project.ts";
import { readVapiJson } from "../../vapi/payloads.ts";
import { vapiOptions } from "../../vapi/twilio-guard.ts";

/** Types that were made of the whole Vapi specification. */
export interface VapiTypes {
  /** The folder that holds them, and no other TypeScript. */
  readonly folder: string;
  /** The text of each module. */
  readonly modules: ReadonlyMap<string, string>;
}

/** The parts of an OpenAPI document that types are made of. */
export interface VapiDocument {
  readonly components: { readonly schemas: Readonly<Record<string, JSONSchema>> };
}

/**
 * Reads the specification.
 *
 * @throws Error where the test data is not at hand
 */
export function readVapiDocument(): VapiDocument {
  return readVapiJson("openapi.json") as VapiDocument;
}

/**
 * Makes the types of the specification as it is published, and nothing else.
 */
export async function makeOwnTypes(): Promise<VapiTypes> {
  const options = vapiOptions("the OpenAPI document", "published");
  const { files, folder } = await makeOutput(options.cwd, {
    ...options,
    outputs: new Set(["types"]),
  });
  return { folder, modules: new Map([...files].filter(([file]) => file.endsWith(".ts"))) };
}

/**
 * Lets json-schema-to-typescript make the types of the specification. It reads JSON Schema, where
 * schemas that others refer to are called definitions.
 */
export async function makePeerTypes(): Promise<VapiTypes> {
  const definitions = withDefinitions(readVapiDocument().components.schemas);
  const text = await compile({ definitions }, "Vapi", {
    unreachableDefinitions: true,
    format: false,
  });
  const folder = writeProject({});
  writeText(path.join(folder, "vapi.ts"), text);
  return { folder, modules: new Map([["vapi.ts", text]]) };
}

/** Schemas that refer to each other as JSON Schema has it. */
export function withDefinitions(schemas: VapiDocument["components"]["schemas"]): typeof schemas {
  const text = JSON.stringify(schemas);
  return JSON.parse(text.replaceAll('"#/components/schemas/', '"#/definitions/')) as typeof schemas;
}
