import { readFileSync } from "node:fs";
import path from "node:path";
import formats from "ajv-formats";
import { ajvMakers } from "../conformance/validators/ajv.ts";
import { store, storeTarget } from "../conformance/store.ts";
import { dialectByUri } from "../../generator/dialects/dialect.ts";

/**
 * Tells by which keyword ajv refuses the instances of a published schema first.
 *
 * @returns a function of an instance, which gives `undefined` for one that ajv accepts; `undefined`
 *   itself where ajv does not compile the schema
 */
export async function firstKeyword(
  name: string,
): Promise<((instance: unknown) => string | undefined) | undefined> {
  const text = readFileSync(path.join(store, "schemas", `${name}.json`), "utf8");
  const schema = JSON.parse(text) as { readonly $schema?: string };
  const ajv = ajvMakers.get(dialectByUri(schema.$schema ?? "")?.name ?? "draft-07")?.({
    strict: false,
    logger: false,
    // Better code takes longer to make than these few instances to judge.
    code: { optimize: false },
    loadSchema: (uri: string) => Promise.resolve(storeTarget(uri) as object),
  });
  if (ajv === undefined) return undefined;
  formats.default(ajv);
  try {
    const validate = await ajv.compileAsync(schema);
    return (instance) => (validate(instance) ? undefined : validate.errors?.[0]?.keyword);
  } catch {
    return undefined;
  }
}
