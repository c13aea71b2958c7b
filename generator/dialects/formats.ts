/** Whether guards assert formats: always, never, or where the dialect says so. */
export const formatModes = ["dialect", "assert", "annotate"] as const;
export type FormatMode = (typeof formatModes)[number];

/** How a format is asserted. */
export interface FormatPredicate {
  /** The emitted module that exports the predicate, below the output folder, without extension. */
  readonly module: string;
  /** The name of the export, which tells whether a value has the format. */
  readonly name: string;
  /** The type of the values that the format says anything of; all others have it. */
  readonly constrains: "string" | "number";
  /** Absent of the formats that are known; else the module of the user's. */
  readonly source?: { readonly text: string };
}

/**
 * A text that is the same for formats that judge alike: those of a user by what their modules say,
 * wherever these stand.
 */
export function formatIdentity(
  format: string,
  { name, constrains, source }: FormatPredicate,
): string {
  return JSON.stringify([format, constrains, source === undefined ? name : source.text]);
}

/** Formats of OpenAPI's registry that every string has. */
export const unconstrainedFormats: ReadonlySet<string> = new Set(["binary", "password"]);

/**
 * The predicates of the formats that are known, by the format's name: those of JSON Schema (draft-04
 * to 2020-12) and of OpenAPI's format registry.
 */
export const formatPredicates: ReadonlyMap<string, FormatPredicate> = new Map([
  ofRuntime("byte", "byteFormat", "string"),
  ofRuntime("date", "dateFormat", "string"),
  ofRuntime("date-time", "dateTimeFormat", "string"),
  ofRuntime("double", "doubleFormat", "number"),
  ofRuntime("duration", "durationFormat", "string"),
  ofRuntime("email", "emailFormat", "string"),
  ofRuntime("float", "floatFormat", "number"),
  ofRuntime("hostname", "hostnameFormat", "string"),
  ofRuntime("idn-email", "idnEmailFormat", "string"),
  ofRuntime("idn-hostname", "idnHostnameFormat", "string"),
  ofRuntime("int32", "int32Format", "number"),
  ofRuntime("int64", "int64Format", "number"),
  ofRuntime("ipv4", "ipv4Format", "string"),
  ofRuntime("ipv6", "ipv6Format", "string"),
  ofRuntime("iri", "iriFormat", "string"),
  ofRuntime("iri-reference", "iriReferenceFormat", "string"),
  ofRuntime("json-pointer", "jsonPointerFormat", "string"),
  ofRuntime("regex", "regexFormat", "string"),
  ofRuntime("relative-json-pointer", "relativeJsonPointerFormat", "string"),
  ofRuntime("time", "timeFormat", "string"),
  ofRuntime("uri", "uriFormat", "string"),
  ofRuntime("uri-reference", "uriReferenceFormat", "string"),
  ofRuntime("uri-template", "uriTemplateFormat", "string"),
  ofRuntime("uuid", "uuidFormat", "string"),
]);

function ofRuntime(
  format: string,
  name: string,
  constrains: FormatPredicate["constrains"],
): readonly [string, FormatPredicate] {
  return [format, { module: "runtime", name, constrains }];
}
