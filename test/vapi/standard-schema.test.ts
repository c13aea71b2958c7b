import { sValidator } from "@hono/standard-validator";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { Hono } from "hono";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type CreateTwilioPhoneNumberDTO,
  CreateTwilioPhoneNumberDTOSchema,
} from "../../generated/vapi/index.ts";

/** The assignment is the test: the compiler holds our inlined interface against the real one. */
const schema: StandardSchemaV1<unknown, CreateTwilioPhoneNumberDTO> =
  CreateTwilioPhoneNumberDTOSchema;

const valid = {
  provider: "twilio",
  number: "+14155550100",
  twilioAccountSid: "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0",
  hooks: [{ on: "call.ringing", do: [{ type: "say", exact: "Hello" }] }],
};

const invalid = {
  ...valid,
  provider: "vonage",
  hooks: [{ on: "call.ringing", do: [{ type: "say", exact: "Hello" }, { type: "say" }] }],
  server: { headers: { "a/b~c": 1 }, encryptedPaths: ["$.a", 2] },
};

describe("a generated Standard Schema", () => {
  test("infers unknown as its input and the generated type as its output", () => {
    type Schema = typeof CreateTwilioPhoneNumberDTOSchema;
    expectTypeOf<StandardSchemaV1.InferInput<Schema>>().toEqualTypeOf<unknown>();
    expectTypeOf<
      StandardSchemaV1.InferOutput<Schema>
    >().toEqualTypeOf<CreateTwilioPhoneNumberDTO>();
  });

  test("is of version 1 and names its vendor", () => {
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "schemaloom" });
  });

  test("gives a valid value back as it is", async () => {
    const result = await schema["~standard"].validate(valid);
    expect(result.issues).toBeUndefined();
    expect(result).toHaveProperty("value", valid);
  });

  test("gives the path of each issue as property names and array indices", async () => {
    const { issues = [] } = await schema["~standard"].validate(invalid);
    expect(issues.map((issue) => issue.path)).toEqual([
      ["provider"],
      ["hooks", 0, "do", 1],
      ["server", "encryptedPaths", 1],
    ]);
    expect(issues.map((issue) => issue.message)).toEqual([
      'must be "twilio"',
      'must have the property "exact"',
      "must be a string",
    ]);
  });

  test("gives the empty path for a value that is wrong as a whole", async () => {
    const { issues = [] } = await schema["~standard"].validate("twilio");
    expect(issues).toEqual([{ message: "must be an object", path: [] }]);
  });
});

describe("a Hono route that validates by a generated Standard Schema", () => {
  const application = new Hono().post(
    "/phone-number",
    sValidator("json", CreateTwilioPhoneNumberDTOSchema),
    (context) => {
      const body: CreateTwilioPhoneNumberDTO = context.req.valid("json");
      return context.json({ registered: body.number });
    },
  );

  const post = async (body: unknown) =>
    application.request("/phone-number", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  test("hands a valid body to the handler", async () => {
    const response = await post(valid);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ registered: "+14155550100" });
  });

  test("answers an invalid body with 400 and its issues", async () => {
    const response = await post(invalid);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      success: false,
      error: [{ path: ["provider"] }, { path: ["hooks", 0, "do", 1] }, {}],
    });
  });
});
