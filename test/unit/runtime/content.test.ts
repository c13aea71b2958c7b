import { describe, expect, test } from "vitest";
import { makeProject } from "../../harness/project.ts";

const encoded = (text: string) => Buffer.from(text).toString("base64");

type Validate = (value: unknown) => {
  readonly ok: boolean;
  readonly issues?: readonly { readonly instancePath: string; readonly keyword: string }[];
};

async function validatorOf(properties: object, content: "annotate" | "assert"): Promise<Validate> {
  const schema = { $schema: "http://json-schema.org/draft-07/schema#", properties };
  const project = await makeProject({ "content.json": schema }, { content, formats: "assert" });
  return (await project.importModule("Content.ts"))["validateContent"] as Validate;
}

const properties = {
  base64: { contentEncoding: "base64" },
  json: { contentMediaType: "application/json" },
  problem: { contentMediaType: "application/problem+json; charset=utf-8" },
  both: { contentMediaType: "application/json", contentEncoding: "base64" },
  unknown: { contentMediaType: "text/html", contentEncoding: "base32" },
  undecided: { contentMediaType: "application/json", contentEncoding: "base32" },
};

describe("content", () => {
  test.each<[keyof typeof properties, string, readonly string[]]>([
    ["base64", "eyJmb28iOiAiYmFyIn0K", []],
    ["base64", "eyJmb28iOi%iYmFyIn0K", ["contentEncoding"]],
    ["base64", "eyJmb28iOiAiYmFyIn0", ["contentEncoding"]],
    ["json", '{"a":[1]}', []],
    ["json", "{:}", ["contentMediaType"]],
    ["json", "", ["contentMediaType"]],
    ["problem", "{}", []],
    ["problem", "<a/>", ["contentMediaType"]],
    ["both", encoded('"é ☃ 𝒳"'), []],
    ["both", encoded("{:}"), ["contentMediaType"]],
    ["both", Buffer.from([0x22, 0xc3, 0x22]).toString("base64"), ["contentMediaType"]],
    ["both", "{}", ["contentEncoding"]],
    ["unknown", "{:}", []],
    ["undecided", "{:}", []],
  ])("of %s, where it is asserted: %j fails %j", async (name, text, keywords) => {
    const validate = await validatorOf(properties, "assert");
    const { issues = [] } = validate({ [name]: text });
    expect(issues.map(({ keyword }) => keyword)).toEqual(keywords);
    expect(issues.every(({ instancePath }) => instancePath === `/${name}`)).toBe(true);
    expect(validate({ [name]: 1 }).ok).toBe(true);
  });

  test("is an annotation unless the config asserts it", async () => {
    const validate = await validatorOf(properties, "annotate");
    expect(validate({ base64: "%", json: "{:}", both: "{}" }).ok).toBe(true);
  });

  test("and formats are judged in properties that are called as what judges them", async () => {
    const validate = await validatorOf(
      {
        byteFormat: { type: "string", format: "byte" },
        holdsJson: { type: "string", contentMediaType: "application/json" },
      },
      "assert",
    );
    expect(validate({ byteFormat: "AAAA", holdsJson: "{}" }).ok).toBe(true);
    expect(validate({ byteFormat: "AAA", holdsJson: "{" }).issues).toHaveLength(2);
  });
});
