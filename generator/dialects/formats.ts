/** Whether guards assert formats: always, never, or where the dialect says so. */
export const formatModes = ["dialect", "assert", "annotate"] as const;
export type FormatMode = (typeof formatModes)[number];

/** How a format is asserted. */
export interface FormatPredicate {
  /** The export of the runtime that tells whether a value has the format. */
  readonly runtime: string;
  /** The type of the values that the format says anything of; all others have it. */
  readonly constrains: "string" | "number";
}

/**
 * The predicates of the formats that can be asserted, by the format's name: those of JSON Schema
 * (draft-04 to 2020-12) and of OpenAPI's format registry. OpenAPI's `binary` and `password` allow
 * every string.
 */
export const formatPredicates: ReadonlyMap<string, FormatPredicate> = new Map([
  ["byte", { runtime: "byteFormat", constrains: "string" }],
  ["date", { runtime: "dateFormat", constrains: "string" }],
  ["date-time", { runtime: "dateTimeFormat", constrains: "string" }],
  ["double", { runtime: "doubleFormat", constrains: "number" }],
  ["duration", { runtime: "durationFormat", constrains: "string" }],
  ["email", { runtime: "emailFormat", constrains: "string" }],
  ["float", { runtime: "floatFormat", constrains: "number" }],
  ["hostname", { runtime: "hostnameFormat", constrains: "string" }],
  ["idn-email", { runtime: "idnEmailFormat", constrains: "string" }],
  ["idn-hostname", { runtime: "idnHostnameFormat", constrains: "string" }],
  ["int32", { runtime: "int32Format", constrains: "number" }],
  ["int64", { runtime: "int64Format", constrains: "number" }],
  ["ipv4", { runtime: "ipv4Format", constrains: "string" }],
  ["ipv6", { runtime: "ipv6Format", constrains: "string" }],
  ["iri", { runtime: "iriFormat", constrains: "string" }],
  ["iri-reference", { runtime: "iriReferenceFormat", constrains: "string" }],
  ["json-pointer", { runtime: "jsonPointerFormat", constrains: "string" }],
  ["regex", { runtime: "regexFormat", constrains: "string" }],
  ["relative-json-pointer", { runtime: "relativeJsonPointerFormat", constrains: "string" }],
  ["time", { runtime: "timeFormat", constrains: "string" }],
  ["uri", { runtime: "uriFormat", constrains: "string" }],
  ["uri-reference", { runtime: "uriReferenceFormat", constrains: "string" }],
  ["uri-template", { runtime: "uriTemplateFormat", constrains: "string" }],
  ["uuid", { runtime: "uuidFormat", constrains: "string" }],
]);
