import { evaluatePointer } from "../../generator/pointer/json-pointer.ts";
import { followLocation } from "./keyword-location.ts";
import type { SchemaResources } from "./schema-resources.ts";

/**
 * Says what is wrong with the issues that a validator gives for an instance which it rejects: there
 * must be one, and of each the places must be there in instance and schema, and the keyword be the
 * last on the way to its place. Empty where nothing is.
 */
export function issueFaults(
  issues: readonly unknown[],
  instance: unknown,
  resources: SchemaResources,
): readonly string[] {
  if (issues.length === 0) return ["the validator rejects without an issue"];
  return issues.flatMap((issue) => {
    const { instancePath, schemaPath, keyword } = issue as Readonly<Record<string, string>>;
    const place = followLocation(resources, schemaPath ?? "");
    const faults: string[] = [];
    if (!evaluatePointer(instance, instancePath ?? "-").found) {
      faults.push(`the instance has no ${instancePath}`);
    }
    if (!place.found) faults.push(place.reason);
    // A schema that is `false` is no keyword, but where it stands is a place.
    else if (keyword === "false" ? place.value !== false : place.keyword !== keyword) {
      faults.push(`${schemaPath} is no place of ${keyword}`);
    }
    return faults;
  });
}
