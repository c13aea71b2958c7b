import type { DiagnosticCode } from "../diagnostics/catalogue.ts";
import { appendTokens, evaluatePointer } from "../pointer/json-pointer.ts";
import type { Document, DocumentKind, InputSchema } from "./document.ts";

/** What a value is as a document, or why it is none; `pointer` is the place of what shows it. */
export type Recognition =
  | { readonly ok: true; readonly kind: DocumentKind }
  | {
      readonly ok: false;
      readonly code: DiagnosticCode;
      readonly message: string;
      readonly help: string;
      readonly pointer: string;
    };

const openApiKinds = ["openapi-3.0", "openapi-3.1", "openapi-3.2"] as const;

/**
 * Tells by the top level of a value whether it is a schema (JSON Schema core §4.3: an object or a
 * boolean) or an OpenAPI document of a version that has a schema dialect.
 */
export function recogniseDocument(value: unknown): Recognition {
  if (typeof value === "boolean") return { ok: true, kind: "schema" };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return {
      ok: false,
      code: "not-a-schema",
      message: `the file holds ${describeType(value)}, not a schema`,
      help: "a schema is an object or a boolean",
      pointer: "",
    };
  }
  const swagger = evaluatePointer(value, "/swagger");
  // YAML reads an unquoted 2.0 as the number 2.
  if (swagger.found && (swagger.value === "2.0" || swagger.value === 2)) {
    return {
      ok: false,
      code: "openapi-unsupported",
      message: "Swagger 2.0 is not supported",
      help: "convert the document to OpenAPI 3, as with: npx swagger2openapi --outfile openapi.json swagger.json",
      pointer: "/swagger",
    };
  }
  const openapi = evaluatePointer(value, "/openapi");
  if (!openapi.found || (typeof openapi.value !== "string" && typeof openapi.value !== "number")) {
    return { ok: true, kind: "schema" };
  }
  const [, minor] = /^3\.([012])\.\d+(?:-.+)?$/.exec(String(openapi.value)) ?? [];
  const kind = openApiKinds.find((known) => known === `openapi-3.${minor}`);
  if (kind !== undefined) return { ok: true, kind };
  return {
    ok: false,
    code: "openapi-unsupported",
    message: `OpenAPI version ${JSON.stringify(openapi.value)} is not supported`,
    help: 'the versions supported are "3.0.x", "3.1.x" and "3.2.x", as text',
    pointer: "/openapi",
  };
}

function describeType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}

/** Where an OpenAPI document keeps the schemas that it names (OpenAPI 3.1 §4.8.7). */
export const componentSchemas = "/components/schemas";

/**
 * The schemas that a document brings: the whole of a schema file, each component schema of an
 * OpenAPI document.
 */
export function schemasOf(document: Document): InputSchema[] {
  if (document.kind === "schema") return [{ document, pointer: "" }];
  const schemas = evaluatePointer(document.value, componentSchemas);
  if (!schemas.found || typeof schemas.value !== "object" || schemas.value === null) return [];
  return Object.keys(schemas.value).map((name) => ({
    document,
    pointer: appendTokens(componentSchemas, name),
  }));
}
