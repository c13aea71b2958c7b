/** One reason why a value was rejected. */
export interface Issue {
  /** JSON Pointer to the offending value: "" for the value as a whole. */
  readonly instancePath: string;
  /** The keyword's place as a JSON Pointer from the schema, through each `$ref` on the way. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}
