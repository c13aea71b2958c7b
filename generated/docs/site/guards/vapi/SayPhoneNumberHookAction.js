schemaloom.guards("vapi/SayPhoneNumberHookAction", [], (runtime, from) => {
const { atMostCodePoints, ownProperties, report, typeIsObject } = runtime;
function isSayPhoneNumberHookAction(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "say") return false;
  const exact = record["exact"];
  if (typeof exact !== "string") return false;
  if (!atMostCodePoints(exact, 4000)) return false;
  return true;
}
function collectSayPhoneNumberHookAction(value, path, schemaPath, issues) {
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
    } else if (type !== "say") {
      report(
        issues,
        `${path}/type`,
        `${schemaPath}/properties/type`,
        "enum",
        'must be "say"',
        { allowedValues: ["say"] },
      );
    }
    const exact = record["exact"];
    if (exact === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "exact"',
        { missingProperty: "exact" },
      );
    } else {
      if (typeof exact !== "string") {
        report(
          issues,
          `${path}/exact`,
          `${schemaPath}/properties/exact`,
          "type",
          "must be a string",
          { type: "string" },
        );
      } else if (!atMostCodePoints(exact, 4000)) {
        report(
          issues,
          `${path}/exact`,
          `${schemaPath}/properties/exact`,
          "maxLength",
          "must have at most 4000 characters",
          { limit: 4000 },
        );
      }
    }
  }
}
return { isSayPhoneNumberHookAction, collectSayPhoneNumberHookAction, declared: { "": [isSayPhoneNumberHookAction, collectSayPhoneNumberHookAction] } };
});
