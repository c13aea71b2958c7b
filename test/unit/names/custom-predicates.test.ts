import { expect, test } from "vitest";
import type { FormatModule } from "../../../generator/load/predicate-module.ts";
import { nameFormats } from "../../../generator/names/custom-predicates.ts";

function moduleOf(format: string, text = ""): FormatModule {
  return { format, path: "/x.ts", typed: true, text, predicate: "isX", constrains: "string" };
}

/** The names of each format, as `module name`. */
function namesOf(...modules: readonly FormatModule[]): Record<string, string> {
  return Object.fromEntries(
    [...nameFormats(modules)].map(([format, { module, name }]) => [format, `${module} ${name}`]),
  );
}

test("a module and its export have the words of the format", () => {
  expect(namesOf(moduleOf("phone-e164"), moduleOf("x.y/Z"), moduleOf("../.."))).toEqual({
    "../..": "format-schema hasSchemaFormat",
    "phone-e164": "format-phone-e164 hasPhoneE164Format",
    "x.y/Z": "format-xyz hasXYZFormat",
  });
});

test("formats of the same words are told apart, whatever their order", () => {
  const formats = [moduleOf("a-b"), moduleOf("aB"), moduleOf("a b")];
  const expected = {
    "a b": "format-ab hasABFormat",
    "a-b": "format-ab2 hasAB2Format",
    aB: "format-ab3 hasAB3Format",
  };
  expect(namesOf(...formats)).toEqual(expected);
  expect(namesOf(...formats.toReversed())).toEqual(expected);
});

test("an export has no name that its module uses", () => {
  const text = "const hasIbanFormat = 1;";
  expect(namesOf(moduleOf("iban", text))).toEqual({ iban: "format-iban2 hasIban2Format" });
});
