import { issueFaults } from "../issue-faults.ts";
import { indexResources } from "../schema-resources.ts";
import { metaSchemaDocuments, remoteDocuments } from "../suite-documents.ts";
import type { SuiteValidator } from "../suite-run.ts";
import { schemaUri, suiteCompiler } from "../suite.ts";

/**
 * Our own guards and validators: both must give the verdict, and what is rejected must come with
 * issues that have their places in instance and schema.
 */
export const schemaloom: SuiteValidator = {
  name: "schemaloom",
  compilerOf: ({ checkout, dialect, section }) => {
    const compile = suiteCompiler(dialect.name, section.formats, section.content, checkout);
    const documents = new Map([...metaSchemaDocuments(), ...remoteDocuments(checkout)]);
    return async (group) => {
      const { isSchema, validateSchema } = await compile(group);
      const resources = indexResources(group.schema, schemaUri, dialect.uri, (uri) =>
        documents.get(uri),
      );
      return (instance) => {
        const result = validateSchema(instance);
        if (result.ok !== isSchema(instance)) return { fault: "guard and validator disagree" };
        const faults = result.ok ? [] : issueFaults(result.issues, instance, resources);
        return faults.length === 0 ? result.ok : { fault: faults.join("; ") };
      };
    };
  },
};
