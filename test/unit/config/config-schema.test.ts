import { expect, test } from "vitest";
import { declaredProperties, readConfigSchema } from "../../../generator/config/config-schema.ts";
import { outputKinds } from "../../../generator/config/config.ts";
import { contentModes } from "../../../generator/dialects/content.ts";
import { dialectNames } from "../../../generator/dialects/dialect-name.ts";
import { discriminatorModes } from "../../../generator/dialects/discriminator.ts";
import { formatModes } from "../../../generator/dialects/formats.ts";

const root = readConfigSchema();

function choicesOf(...options: readonly string[]): unknown {
  let schema = root;
  for (const option of options) schema = declaredProperties(root, schema).get(option) ?? {};
  const { $ref, items } = schema as { $ref?: string; items?: { $ref: string } };
  const [, , name] = ($ref ?? items?.$ref ?? "").split("/");
  const named = (root["$defs"] as Record<string, { enum?: unknown }>)[name ?? ""];
  return named?.enum ?? schema["enum"];
}

test.each([
  ["outputs", outputKinds],
  ["defaultDialect", dialectNames],
  ["formats", formatModes],
  ["content", contentModes],
  ["discriminator", discriminatorModes],
])("the schema of configs has the choices for %s that the program knows", (option, known) => {
  expect(choicesOf(option)).toEqual([...known]);
});
