/** A property in which the SDK's type of a schema may differ from ours. */
export interface Exception {
  readonly schema: string;
  readonly property: string;
  readonly reason: string;
}

/** A tag, and the value that it has in a schema. */
export interface TagException extends Exception {
  readonly value: string;
}

const inTheBranch =
  "the SDK writes the tag into the branch of the union that the schema stands in, not into its type";

/** Properties that only our type has, and that the SDK's to our type is judged with. */
export const tags: readonly TagException[] = [
  ["ContextEngineeringPlanAll", "type", "all"] as const,
  ["ContextEngineeringPlanLastNMessages", "type", "lastNMessages"] as const,
  ["ContextEngineeringPlanNone", "type", "none"] as const,
  ["CreateTwilioPhoneNumberDTO", "provider", "twilio"] as const,
  ["PhoneNumberHookCallEnding", "on", "call.ending"] as const,
  ["PhoneNumberHookCallRinging", "on", "call.ringing"] as const,
  ["SayPhoneNumberHookAction", "type", "say"] as const,
  ["TransferDestinationNumber", "type", "number"] as const,
  ["TransferDestinationSip", "type", "sip"] as const,
  ["TransferPhoneNumberHookAction", "type", "transfer"] as const,
].map(([schema, property, value]) => ({ schema, property, value, reason: inTheBranch }));

/** Properties that only the SDK's type has. */
export const furtherProperties: readonly Exception[] = [
  "TransferDestinationNumber",
  "TransferDestinationSip",
].map((schema) => ({
  schema,
  property: "name",
  reason: "the published schema has no such property",
}));

/** Properties that are `never` in our type. */
export const contradictions: readonly Exception[] = [
  {
    schema: "BackoffPlan",
    property: "type",
    reason: "published as an object whose enum lists strings; the SDK drops the enum",
  },
  {
    schema: "PhoneNumberCallEndingHookFilter",
    property: "oneOf",
    reason: "published as an array whose enum lists strings; the SDK drops the enum",
  },
  {
    schema: "TransferPlan",
    property: "sipVerb",
    reason: "published as an object whose enum lists strings; the SDK drops the enum",
  },
];

/** The union of the properties that exceptions name for a schema, as TypeScript. */
export function exceptedKeys(exceptions: readonly Exception[], schema: string): string {
  const keys = exceptions.filter((exception) => exception.schema === schema);
  return keys.map(({ property }) => JSON.stringify(property)).join(" | ") || "never";
}
