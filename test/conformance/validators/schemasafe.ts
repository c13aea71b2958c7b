import { type Schema, validator } from "@exodus/schemasafe";
import { metaSchemaDocuments, remoteDocuments } from "../suite-documents.ts";
import type { SuiteValidator } from "../suite-run.ts";
import { withVersion } from "./version.ts";

/** Formats that it refuses to compile unless it is told them: they are ignored, as by the others. */
const ignored = ["idn-email", "idn-hostname", "iri", "iri-reference", "unknown"];

/** schemasafe in the mode for what the specification allows, where it asserts contents by itself. */
export const schemasafe: SuiteValidator = {
  name: withVersion("@exodus/schemasafe"),
  compilerOf: ({ checkout, dialect, section }) => {
    const documents = new Map([...metaSchemaDocuments(), ...remoteDocuments(checkout)]);
    const options = {
      mode: "spec",
      isJSON: true,
      $schemaDefault: dialect.uri,
      formats: Object.fromEntries(ignored.map((name) => [name, () => true])),
      schemas: documents as Map<string, Schema>,
      ...(section.name === "optional" ? {} : { formatAssertion: section.formats === "assert" }),
    };
    return ({ schema }) => {
      const judge = validator(schema as Schema, options);
      return (instance) => judge(instance as Parameters<typeof judge>[0]);
    };
  },
};
