import "@hyperjump/json-schema/draft-07";
import "@hyperjump/json-schema/draft-2019-09";
import {
  registerSchema,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { RandomDialect } from "./random-keywords.ts";
import type { Json } from "./random-values.ts";

/** The verdict of a validator on an instance, or the message of what it threw instead of one. */
export type Verdict = boolean | string;

/** Judges instances by one schema. */
export type Judge = (instance: Json) => Verdict;

/**
 * Makes a judge of what compiles a schema, whose failure to do so is its verdict on any instance.
 */
async function judgeBy(
  compile: () => Promise<(instance: Json) => boolean> | ((instance: Json) => boolean),
): Promise<Judge> {
  try {
    const judge = await compile();
    return (instance) => {
      try {
        return judge(instance);
      } catch (error) {
        return messageOf(error);
      }
    };
  } catch (error) {
    const message = messageOf(error);
    return () => message;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What declares each dialect. */
export const dialectUris: Readonly<Record<RandomDialect, string>> = {
  "draft-07": "http://json-schema.org/draft-07/schema",
  "2019-09": "https://json-schema.org/draft/2019-09/schema",
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
};

const validators = { "draft-07": Ajv, "2019-09": Ajv2019, "2020-12": Ajv2020 } as const;

/** Has ajv judge instances by a schema. */
export function ajvJudge(dialect: RandomDialect, schema: Json): Promise<Judge> {
  const options = {
    strict: false,
    ownProperties: true,
    logger: false as const,
    validateFormats: false,
    validateSchema: false,
    ignoreKeywordsWithRef: dialect === "draft-07",
  };
  const Validator = validators[dialect];
  return judgeBy(() => {
    const judge = new Validator(options).compile(schema as object);
    return (instance) => judge(instance);
  });
}

/** Has hyperjump judge instances by a schema. */
export function hyperjumpJudge(dialect: RandomDialect, schema: Json): Promise<Judge> {
  const uri = "https://schemaloom.invalid/random/root";
  setShouldValidateSchema(false);
  return judgeBy(async () => {
    const copy = structuredClone(schema) as Parameters<typeof registerSchema>[0];
    registerSchema(copy, uri, dialectUris[dialect]);
    try {
      const judge = await validate(uri);
      return (instance) => judge(instance as Parameters<typeof judge>[0]).valid;
    } finally {
      unregisterSchema(uri);
    }
  });
}
