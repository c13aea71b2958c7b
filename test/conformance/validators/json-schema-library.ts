import {
  type JsonSchema,
  compileSchema,
  draft04,
  draft06,
  draft07,
  draft2019,
  draft2020,
} from "json-schema-library";
import { addFormats } from "json-schema-library/formats";
import { isObject } from "../schema-resources.ts";
import { metaSchemaDocuments, remoteDocuments } from "../suite-documents.ts";
import type { SuiteValidator } from "../suite-run.ts";
import { withVersion } from "./version.ts";

/** json-schema-library with all its formats, set up as its own run of the suite is. */
export const jsonSchemaLibrary: SuiteValidator = {
  name: withVersion("json-schema-library"),
  compilerOf: ({ checkout, dialect, section }) => {
    addFormats([draft04, draft06, draft07, draft2019, draft2020]);
    const documents = [...metaSchemaDocuments(), ...remoteDocuments(checkout)];
    const $schema = dialect.uri;
    const formatAssertion = section.name !== "required";
    return ({ schema }) => {
      const remote = compileSchema({ $schema });
      for (const [uri, document] of documents) {
        const copy = structuredClone(document) as JsonSchema;
        remote.addRemoteSchema(uri, isObject(copy) ? { $schema, ...copy } : copy);
      }
      const node = compileSchema(isObject(schema) ? { $schema, ...schema } : (schema as boolean), {
        remote,
        draft: $schema,
        formatAssertion,
      });
      return (instance) => node.validate(instance).valid;
    };
  },
};
