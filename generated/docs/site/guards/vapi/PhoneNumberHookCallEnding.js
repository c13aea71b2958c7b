schemaloom.guards("vapi/PhoneNumberHookCallEnding", ["vapi/PhoneNumberCallEndingHookFilter", "vapi/SayPhoneNumberHookAction", "vapi/TransferPhoneNumberHookAction"], (runtime, from) => {
const { atMostCodePoints, hasOwn, report, reportMissing, typeIsArray, typeIsObject } = runtime;
const collectPhoneNumberCallEndingHookFilter = (...given) => from("vapi/PhoneNumberCallEndingHookFilter").collectPhoneNumberCallEndingHookFilter(...given);
const collectSayPhoneNumberHookAction = (...given) => from("vapi/SayPhoneNumberHookAction").collectSayPhoneNumberHookAction(...given);
const collectTransferPhoneNumberHookAction = (...given) => from("vapi/TransferPhoneNumberHookAction").collectTransferPhoneNumberHookAction(...given);
const isPhoneNumberCallEndingHookFilter = (...given) => from("vapi/PhoneNumberCallEndingHookFilter").isPhoneNumberCallEndingHookFilter(...given);
const isSayPhoneNumberHookAction = (...given) => from("vapi/SayPhoneNumberHookAction").isSayPhoneNumberHookAction(...given);
const isTransferPhoneNumberHookAction = (...given) => from("vapi/TransferPhoneNumberHookAction").isTransferPhoneNumberHookAction(...given);
function matchesFilters(value) {
  if (!typeIsArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!isPhoneNumberCallEndingHookFilter(item)) return false;
  }
  return true;
}
function matchesDo(value) {
  if (!typeIsObject(value)) return false;
  const type = value["type"];
  switch (type) {
    case "transfer":
      if (!isTransferPhoneNumberHookAction(value)) return false;
      break;
    case "say":
      if (!isSayPhoneNumberHookAction(value)) return false;
      break;
    default:
      return false;
  }
  return true;
}
function inspectFilters(value, path, schemaPath, issues) {
  if (!typeIsArray(value)) {
    report(issues, path, schemaPath, "type", "must be an array", { type: "array" });
  } else {
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index];
      if (!isPhoneNumberCallEndingHookFilter(item)) {
        collectPhoneNumberCallEndingHookFilter(
          item,
          `${path}/${index}`,
          `${schemaPath}/items/$ref`,
          issues,
        );
      }
    }
  }
}
function inspectDo(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "oneOf", "must be an object", {});
  } else {
    const type = value["type"];
    switch (type) {
      case "transfer":
        if (!isTransferPhoneNumberHookAction(value)) {
          collectTransferPhoneNumberHookAction(value, path, `${schemaPath}/oneOf/0/$ref`, issues);
        }
        break;
      case "say":
        if (!isSayPhoneNumberHookAction(value)) {
          collectSayPhoneNumberHookAction(value, path, `${schemaPath}/oneOf/1/$ref`, issues);
        }
        break;
      default:
        if (type === undefined) {
          report(
            issues,
            path,
            `${schemaPath}/oneOf/0/$ref`,
            "required",
            'must have the property "type"',
            { missingProperty: "type" },
          );
        } else {
          report(
            issues,
            `${path}/type`,
            `${schemaPath}/oneOf/0/$ref/properties/type`,
            "enum",
            'must be one of "transfer", "say"',
            { allowedValues: ["transfer", "say"] },
          );
        }
    }
  }
}
function isPhoneNumberHookCallEnding(value) {
  if (!typeIsObject(value)) return false;
  let required = 0;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "on":
        if (!hasOwn(value, key)) continue;
        if (property !== "call.ending") return false;
        required += 1;
        continue;
      case "filters":
        if (matchesFilters(property)) continue;
        break;
      case "do":
        if (matchesDo(property)) continue;
        break;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  if (required < 1) return false;
  return true;
}
function collectPhoneNumberHookCallEnding(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    let required = 0;
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      if (!hasOwn(value, key)) continue;
      switch (key) {
        case "on":
          if (property !== "call.ending") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be "call.ending"',
              { allowedValues: ["call.ending"] },
            );
          }
          if (typeof property !== "string") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a string",
              { type: "string" },
            );
          } else if (!atMostCodePoints(property, 1000)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "maxLength",
              "must have at most 1000 characters",
              { limit: 1000 },
            );
          }
          required += 1;
          break;
        case "filters":
          if (!matchesFilters(property)) {
            inspectFilters(property, `${path}/${key}`, `${schemaPath}/properties/${key}`, issues);
          }
          break;
        case "do":
          if (!matchesDo(property)) {
            inspectDo(property, `${path}/${key}`, `${schemaPath}/properties/${key}`, issues);
          }
          break;
      }
    }
    if (required < 1) reportMissing(issues, path, schemaPath, value, ["on"]);
  }
}
return { isPhoneNumberHookCallEnding, collectPhoneNumberHookCallEnding, declared: { "": [isPhoneNumberHookCallEnding, collectPhoneNumberHookCallEnding] } };
});
