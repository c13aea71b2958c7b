import {
  registerSchema,
  setShouldValidateFormat,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/draft-2019-09";
import "@hyperjump/json-schema/draft-07";
import "@hyperjump/json-schema/draft-06";
import "@hyperjump/json-schema/draft-04";
import "@hyperjump/json-schema/formats";
import { remoteDocuments } from "../suite-documents.ts";
import type { SuiteValidator } from "../suite-run.ts";
import { type SuiteDialect, suiteDialects } from "../suite-tests.ts";
import { remotePrefix } from "../suite.ts";
import { withVersion } from "./version.ts";

type Registered = Parameters<typeof registerSchema>[0];

/** hyperjump with its own formats, and with every remote schema registered. */
export const hyperjump: SuiteValidator = {
  name: withVersion("@hyperjump/json-schema"),
  compilerOf: ({ checkout, dialect, section }) => {
    setShouldValidateSchema(false);
    // The dialect decides where it is undefined, as the optional tests of $vocabulary want it.
    const optional = section.formats === "assert" ? true : undefined;
    const asserted = section.name === "required" ? false : optional;
    const remotes = [...remoteDocuments(checkout)].map(
      ([uri, schema]) => [uri, schema, dialectOf(uri, dialect)] as const,
    );
    return async ({ schema }) => {
      const uri = "https://schemaloom.invalid/suite";
      const registered = [uri];
      for (const [remoteUri, remote, { uri: remoteDialect }] of remotes) {
        if (tryRegistering(remote as Registered, remoteUri, remoteDialect))
          registered.push(remoteUri);
      }
      try {
        setShouldValidateFormat(asserted);
        registerSchema(schema as Registered, uri, dialect.uri);
        const judge = await validate(uri);
        return (instance) => judge(instance as Parameters<typeof judge>[0]).valid;
      } finally {
        for (const each of registered) unregisterSchema(each);
      }
    };
  },
};

/** The dialect of a remote schema: that of its folder, else the one of the tests. */
function dialectOf(uri: string, dialect: SuiteDialect): SuiteDialect {
  return suiteDialects.find(({ folder }) => uri.startsWith(`${remotePrefix}${folder}/`)) ?? dialect;
}

/** Whether a schema could be registered; those of dialects that hyperjump has not, cannot. */
function tryRegistering(schema: Registered, uri: string, dialect: string): boolean {
  try {
    registerSchema(structuredClone(schema), uri, dialect);
    return true;
  } catch {
    return false;
  }
}
