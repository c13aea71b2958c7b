import { hashJson, hashText } from "../write/content-hash.ts";
import { structuralSchema, words } from "./structural-schema.ts";

/** What a schema as it is written comes to, each as a hash. */
export interface SchemaHashes {
  /** Of its text, by which the others are known again. */
  readonly text: string;
  /** Of the schema whatever the order of its keys, as a manifest has it. */
  readonly canonical: string;
  /** Of the schema without annotations. */
  readonly structure: string;
  /** Of the same without those that are words alone: with the values that examples are made of. */
  readonly values: string;
  /** The keywords by which it may be known elsewhere, or be read otherwise, with their values. */
  readonly marks: string;
}

/** What identifies a schema, and what says how it is read; wherever something is called so, too. */
const mark =
  /"(?:\$?id|\$anchor|\$dynamicAnchor|\$recursiveAnchor|\$dynamicRef|\$recursiveRef|\$schema|\$vocabulary)":(?:"(?:[^"\\]|\\.)*"|true|\{"http)/g;

/** Hashes schemas; what is known of one with the same text is not worked out again. */
export interface SchemaHashing {
  readonly hashesOf: (schema: unknown) => SchemaHashes;
  /** Those that were asked for. */
  readonly asked: () => SchemaHashes[];
}

/**
 * Makes what hashes schemas.
 *
 * @param known the hashes of an earlier run
 */
export function schemaHashing(known: readonly SchemaHashes[]): SchemaHashing {
  const byText = new Map(known.map((hashes) => [hashes.text, hashes]));
  const asked = new Map<unknown, SchemaHashes>();
  const work = (schema: unknown): SchemaHashes => {
    const written = JSON.stringify(schema);
    const text = hashText(written);
    return (
      byText.get(text) ?? {
        text,
        canonical: hashJson(schema),
        structure: hashText(JSON.stringify(structuralSchema(schema))),
        values: hashText(JSON.stringify(structuralSchema(schema, words))),
        marks: (written.match(mark) ?? []).join(),
      }
    );
  };
  return {
    hashesOf: (schema) => {
      const hashes = asked.get(schema) ?? work(schema);
      asked.set(schema, hashes);
      return hashes;
    },
    asked: () => [...new Map([...asked.values()].map((each) => [each.text, each])).values()],
  };
}
