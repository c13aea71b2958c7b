/** Keywords that are read together, by the name of what they are. */
const groups = {
  reference: "$ref $dynamicRef $recursiveRef",
  type: "type nullable properties",
  values: "enum const",
  limits:
    "multipleOf minimum exclusiveMinimum maximum exclusiveMaximum minLength maxLength pattern format " +
    "contentEncoding contentMediaType",
  arrays:
    "minItems maxItems uniqueItems items additionalItems prefixItems contains minContains maxContains " +
    "unevaluatedItems",
  objects:
    "required minProperties maxProperties properties patternProperties additionalProperties " +
    "propertyNames unevaluatedProperties dependentSchemas dependentRequired dependencies",
  logic: "allOf anyOf oneOf not if then else",
} as const;

/** A group of keywords. */
export type KeywordGroup = keyof typeof groups;

const groupsByKeyword = new Map<string, KeywordGroup[]>();
for (const group of Object.keys(groups) as KeywordGroup[]) {
  for (const keyword of groups[group].split(" ")) {
    groupsByKeyword.set(keyword, [...(groupsByKeyword.get(keyword) ?? []), group]);
  }
}

/**
 * The groups that some keyword of a schema belongs to: most schemas have keywords of few, so that
 * nothing need be read for the others.
 */
export function keywordGroups(
  schema: Readonly<Record<string, unknown>>,
): ReadonlySet<KeywordGroup> {
  const found = new Set<KeywordGroup>();
  for (const keyword of Object.keys(schema)) {
    for (const group of groupsByKeyword.get(keyword) ?? []) found.add(group);
  }
  return found;
}
