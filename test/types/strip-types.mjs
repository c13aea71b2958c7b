// Runs the generated modules as they stand, by the type stripping of Node.js itself.
import assert from "node:assert/strict";
import {
  assertCreateTwilioPhoneNumberDTO,
  CreateTwilioPhoneNumberDTOSchema,
  isCreateTwilioPhoneNumberDTO,
  validateCreateTwilioPhoneNumberDTO,
} from "../../generated/vapi/index.ts";

/** A phone number that says something when it rings. */
function phoneNumber(action) {
  return {
    provider: "twilio",
    number: "+14155550100",
    twilioAccountSid: "AC0f",
    hooks: [{ on: "call.ringing", do: [action] }],
  };
}

const valid = phoneNumber({ type: "say", exact: "Welcome." });
const invalid = phoneNumber({ type: "say" });

assert.equal(process.features.typescript, "strip", "this version of Node.js strips no types");
assert.equal(isCreateTwilioPhoneNumberDTO(valid), true);
assert.equal(isCreateTwilioPhoneNumberDTO(invalid), false);
assert.deepEqual(validateCreateTwilioPhoneNumberDTO(valid), { ok: true, value: valid });
assert.throws(() => assertCreateTwilioPhoneNumberDTO(invalid), { name: "SchemaError" });
const { issues } = CreateTwilioPhoneNumberDTOSchema["~standard"].validate(invalid);
assert.deepEqual(
  issues.map(({ message, path }) => [message, path]),
  [['must have the property "exact"', ["hooks", 0, "do", 0]]],
);
console.log(`Node.js ${process.version} runs the generated modules as they stand`);
