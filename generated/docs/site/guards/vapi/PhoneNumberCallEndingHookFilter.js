schemaloom.guards("vapi/PhoneNumberCallEndingHookFilter", [], (runtime, from) => {
const { atMostCodePoints, ownProperties, report, typeIsArray, typeIsObject } = runtime;
function isPhoneNumberCallEndingHookFilter(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "oneOf") return false;
  const key = record["key"];
  if (key !== "call.endedReason") return false;
  const oneOf = record["oneOf"];
  if (!typeIsArray(oneOf)) return false;
  for (let index = 0; index < oneOf.length; index += 1) {
    const item = oneOf[index];
    if (
      item !== "assistant-request-failed" &&
      item !== "assistant-request-returned-error" &&
      item !== "assistant-request-returned-unspeakable-error" &&
      item !== "assistant-request-returned-invalid-assistant" &&
      item !== "assistant-request-returned-no-assistant" &&
      item !== "assistant-request-returned-forwarding-phone-number"
    ) {
      return false;
    }
  }
  return true;
}
function collectPhoneNumberCallEndingHookFilter(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    const record = ownProperties(value);
    const type = record["type"];
    if (type === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "type"',
        { missingProperty: "type" },
      );
    } else {
      if (type !== "oneOf") {
        report(
          issues,
          `${path}/type`,
          `${schemaPath}/properties/type`,
          "enum",
          'must be "oneOf"',
          { allowedValues: ["oneOf"] },
        );
      }
      if (typeof type !== "string") {
        report(
          issues,
          `${path}/type`,
          `${schemaPath}/properties/type`,
          "type",
          "must be a string",
          { type: "string" },
        );
      } else if (!atMostCodePoints(type, 1000)) {
        report(
          issues,
          `${path}/type`,
          `${schemaPath}/properties/type`,
          "maxLength",
          "must have at most 1000 characters",
          { limit: 1000 },
        );
      }
    }
    const key = record["key"];
    if (key === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "key"',
        { missingProperty: "key" },
      );
    } else {
      if (key !== "call.endedReason") {
        report(
          issues,
          `${path}/key`,
          `${schemaPath}/properties/key`,
          "enum",
          'must be "call.endedReason"',
          { allowedValues: ["call.endedReason"] },
        );
      }
      if (typeof key !== "string") {
        report(
          issues,
          `${path}/key`,
          `${schemaPath}/properties/key`,
          "type",
          "must be a string",
          { type: "string" },
        );
      } else if (!atMostCodePoints(key, 1000)) {
        report(
          issues,
          `${path}/key`,
          `${schemaPath}/properties/key`,
          "maxLength",
          "must have at most 1000 characters",
          { limit: 1000 },
        );
      }
    }
    const oneOf = record["oneOf"];
    if (oneOf === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "oneOf"',
        { missingProperty: "oneOf" },
      );
    } else {
      if (!typeIsArray(oneOf)) {
        report(
          issues,
          `${path}/oneOf`,
          `${schemaPath}/properties/oneOf`,
          "type",
          "must be an array",
          { type: "array" },
        );
      } else {
        for (let index = 0; index < oneOf.length; index += 1) {
          const item = oneOf[index];
          if (
            item !== "assistant-request-failed" &&
            item !== "assistant-request-returned-error" &&
            item !== "assistant-request-returned-unspeakable-error" &&
            item !== "assistant-request-returned-invalid-assistant" &&
            item !== "assistant-request-returned-no-assistant" &&
            item !== "assistant-request-returned-forwarding-phone-number"
          ) {
            report(
              issues,
              `${path}/oneOf/${index}`,
              `${schemaPath}/properties/oneOf/items`,
              "enum",
              'must be one of "assistant-request-failed", "assistant-request-returned-error", "assistant-request-returned-unspeakable-error", "assistant-request-returned-invalid-assistant", "assistant-request-returned-no-assistant", "assistant-request-returned-forwarding-phone-number"',
              { allowedValues: ["assistant-request-failed", "assistant-request-returned-error", "assistant-request-returned-unspeakable-error", "assistant-request-returned-invalid-assistant", "assistant-request-returned-no-assistant", "assistant-request-returned-forwarding-phone-number"] },
            );
          }
        }
      }
    }
  }
}
return { isPhoneNumberCallEndingHookFilter, collectPhoneNumberCallEndingHookFilter, declared: { "": [isPhoneNumberCallEndingHookFilter, collectPhoneNumberCallEndingHookFilter] } };
});
