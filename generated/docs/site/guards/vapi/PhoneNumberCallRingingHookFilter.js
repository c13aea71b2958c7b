schemaloom.guards("vapi/PhoneNumberCallRingingHookFilter", [], (runtime, from) => {
const { atMostCodePoints, ownProperties, report, typeIsArray, typeIsObject } = runtime;
function isPhoneNumberCallRingingHookFilter(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "startsWith") return false;
  const key = record["key"];
  if (key !== "number") return false;
  const startsWith = record["startsWith"];
  if (!typeIsArray(startsWith)) return false;
  if (startsWith.length > 20) return false;
  for (let index = 0; index < startsWith.length; index += 1) {
    const item = startsWith[index];
    if (typeof item !== "string") return false;
    if (!atMostCodePoints(item, 20)) return false;
  }
  return true;
}
function collectPhoneNumberCallRingingHookFilter(value, path, schemaPath, issues) {
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
      if (type !== "startsWith") {
        report(
          issues,
          `${path}/type`,
          `${schemaPath}/properties/type`,
          "enum",
          'must be "startsWith"',
          { allowedValues: ["startsWith"] },
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
      if (key !== "number") {
        report(
          issues,
          `${path}/key`,
          `${schemaPath}/properties/key`,
          "enum",
          'must be "number"',
          { allowedValues: ["number"] },
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
    const startsWith = record["startsWith"];
    if (startsWith === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "startsWith"',
        { missingProperty: "startsWith" },
      );
    } else {
      if (!typeIsArray(startsWith)) {
        report(
          issues,
          `${path}/startsWith`,
          `${schemaPath}/properties/startsWith`,
          "type",
          "must be an array",
          { type: "array" },
        );
      } else {
        if (startsWith.length > 20) {
          report(
            issues,
            `${path}/startsWith`,
            `${schemaPath}/properties/startsWith`,
            "maxItems",
            "must have at most 20 items",
            { limit: 20 },
          );
        }
        for (let index = 0; index < startsWith.length; index += 1) {
          const item = startsWith[index];
          if (typeof item !== "string") {
            report(
              issues,
              `${path}/startsWith/${index}`,
              `${schemaPath}/properties/startsWith/items`,
              "type",
              "must be a string",
              { type: "string" },
            );
          } else if (!atMostCodePoints(item, 20)) {
            report(
              issues,
              `${path}/startsWith/${index}`,
              `${schemaPath}/properties/startsWith/items`,
              "maxLength",
              "must have at most 20 characters",
              { limit: 20 },
            );
          }
        }
      }
    }
  }
}
return { isPhoneNumberCallRingingHookFilter, collectPhoneNumberCallRingingHookFilter, declared: { "": [isPhoneNumberCallRingingHookFilter, collectPhoneNumberCallRingingHookFilter] } };
});
