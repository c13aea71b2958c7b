schemaloom.guards("vapi/PhoneNumberHookCallRinging", ["vapi/PhoneNumberCallRingingHookFilter", "vapi/SayPhoneNumberHookAction", "vapi/TransferPhoneNumberHookAction"], (runtime, from) => {
const { atMostCodePoints, ownProperties, report, typeIsArray, typeIsObject } = runtime;
const collectPhoneNumberCallRingingHookFilter = (...given) => from("vapi/PhoneNumberCallRingingHookFilter").collectPhoneNumberCallRingingHookFilter(...given);
const collectSayPhoneNumberHookAction = (...given) => from("vapi/SayPhoneNumberHookAction").collectSayPhoneNumberHookAction(...given);
const collectTransferPhoneNumberHookAction = (...given) => from("vapi/TransferPhoneNumberHookAction").collectTransferPhoneNumberHookAction(...given);
const isPhoneNumberCallRingingHookFilter = (...given) => from("vapi/PhoneNumberCallRingingHookFilter").isPhoneNumberCallRingingHookFilter(...given);
const isSayPhoneNumberHookAction = (...given) => from("vapi/SayPhoneNumberHookAction").isSayPhoneNumberHookAction(...given);
const isTransferPhoneNumberHookAction = (...given) => from("vapi/TransferPhoneNumberHookAction").isTransferPhoneNumberHookAction(...given);
function isPhoneNumberHookCallRinging(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const on = record["on"];
  if (on !== "call.ringing") return false;
  const filters = record["filters"];
  if (filters !== undefined) {
    if (!typeIsArray(filters)) return false;
    for (let index = 0; index < filters.length; index += 1) {
      const item = filters[index];
      if (!isPhoneNumberCallRingingHookFilter(item)) return false;
    }
  }
  const doValue = record["do"];
  if (!typeIsArray(doValue)) return false;
  for (let index = 0; index < doValue.length; index += 1) {
    const item = doValue[index];
    if (!typeIsObject(item)) return false;
    const itemRecord = ownProperties(item);
    const type = itemRecord["type"];
    switch (type) {
      case "transfer":
        if (!isTransferPhoneNumberHookAction(item)) return false;
        break;
      case "say":
        if (!isSayPhoneNumberHookAction(item)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}
function collectPhoneNumberHookCallRinging(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    const record = ownProperties(value);
    const on = record["on"];
    if (on === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "on"',
        { missingProperty: "on" },
      );
    } else {
      if (on !== "call.ringing") {
        report(
          issues,
          `${path}/on`,
          `${schemaPath}/properties/on`,
          "enum",
          'must be "call.ringing"',
          { allowedValues: ["call.ringing"] },
        );
      }
      if (typeof on !== "string") {
        report(
          issues,
          `${path}/on`,
          `${schemaPath}/properties/on`,
          "type",
          "must be a string",
          { type: "string" },
        );
      } else if (!atMostCodePoints(on, 1000)) {
        report(
          issues,
          `${path}/on`,
          `${schemaPath}/properties/on`,
          "maxLength",
          "must have at most 1000 characters",
          { limit: 1000 },
        );
      }
    }
    const filters = record["filters"];
    if (filters !== undefined) {
      if (!typeIsArray(filters)) {
        report(
          issues,
          `${path}/filters`,
          `${schemaPath}/properties/filters`,
          "type",
          "must be an array",
          { type: "array" },
        );
      } else {
        for (let index = 0; index < filters.length; index += 1) {
          const item = filters[index];
          if (!isPhoneNumberCallRingingHookFilter(item)) {
            collectPhoneNumberCallRingingHookFilter(
              item,
              `${path}/filters/${index}`,
              `${schemaPath}/properties/filters/items/$ref`,
              issues,
            );
          }
        }
      }
    }
    const doValue = record["do"];
    if (doValue === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "do"',
        { missingProperty: "do" },
      );
    } else {
      if (!typeIsArray(doValue)) {
        report(
          issues,
          `${path}/do`,
          `${schemaPath}/properties/do`,
          "type",
          "must be an array",
          { type: "array" },
        );
      } else {
        for (let index = 0; index < doValue.length; index += 1) {
          const item = doValue[index];
          if (!typeIsObject(item)) {
            report(
              issues,
              `${path}/do/${index}`,
              `${schemaPath}/properties/do/items`,
              "oneOf",
              "must be an object",
              {},
            );
          } else {
            const itemRecord = ownProperties(item);
            const type = itemRecord["type"];
            switch (type) {
              case "transfer":
                if (!isTransferPhoneNumberHookAction(item)) {
                  collectTransferPhoneNumberHookAction(
                    item,
                    `${path}/do/${index}`,
                    `${schemaPath}/properties/do/items/oneOf/0/$ref`,
                    issues,
                  );
                }
                break;
              case "say":
                if (!isSayPhoneNumberHookAction(item)) {
                  collectSayPhoneNumberHookAction(
                    item,
                    `${path}/do/${index}`,
                    `${schemaPath}/properties/do/items/oneOf/1/$ref`,
                    issues,
                  );
                }
                break;
              default:
                if (type === undefined) {
                  report(
                    issues,
                    `${path}/do/${index}`,
                    `${schemaPath}/properties/do/items/oneOf/0/$ref`,
                    "required",
                    'must have the property "type"',
                    { missingProperty: "type" },
                  );
                } else {
                  report(
                    issues,
                    `${path}/do/${index}/type`,
                    `${schemaPath}/properties/do/items/oneOf/0/$ref/properties/type`,
                    "enum",
                    'must be one of "transfer", "say"',
                    { allowedValues: ["transfer", "say"] },
                  );
                }
            }
          }
        }
      }
    }
  }
}
return { isPhoneNumberHookCallRinging, collectPhoneNumberHookCallRinging, declared: { "": [isPhoneNumberHookCallRinging, collectPhoneNumberHookCallRinging] } };
});
