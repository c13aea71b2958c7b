schemaloom.guards("vapi/CreateTwilioPhoneNumberDTO", ["vapi/PhoneNumberHookCallEnding", "vapi/PhoneNumberHookCallRinging", "vapi/Server", "vapi/TransferDestinationNumber", "vapi/TransferDestinationSip"], (runtime, from) => {
const { atMostCodePoints, hasOwn, report, reportMissing, typeIsArray, typeIsObject } = runtime;
const collectPhoneNumberHookCallEnding = (...given) => from("vapi/PhoneNumberHookCallEnding").collectPhoneNumberHookCallEnding(...given);
const collectPhoneNumberHookCallRinging = (...given) => from("vapi/PhoneNumberHookCallRinging").collectPhoneNumberHookCallRinging(...given);
const collectServer = (...given) => from("vapi/Server").collectServer(...given);
const collectTransferDestinationNumber = (...given) => from("vapi/TransferDestinationNumber").collectTransferDestinationNumber(...given);
const collectTransferDestinationSip = (...given) => from("vapi/TransferDestinationSip").collectTransferDestinationSip(...given);
const isPhoneNumberHookCallEnding = (...given) => from("vapi/PhoneNumberHookCallEnding").isPhoneNumberHookCallEnding(...given);
const isPhoneNumberHookCallRinging = (...given) => from("vapi/PhoneNumberHookCallRinging").isPhoneNumberHookCallRinging(...given);
const isServer = (...given) => from("vapi/Server").isServer(...given);
const isTransferDestinationNumber = (...given) => from("vapi/TransferDestinationNumber").isTransferDestinationNumber(...given);
const isTransferDestinationSip = (...given) => from("vapi/TransferDestinationSip").isTransferDestinationSip(...given);
function matchesFallbackDestination(value) {
  if (!typeIsObject(value)) return false;
  const type = value["type"];
  switch (type) {
    case "number":
      if (!isTransferDestinationNumber(value)) return false;
      break;
    case "sip":
      if (!isTransferDestinationSip(value)) return false;
      break;
    default:
      return false;
  }
  return true;
}
function matchesHooks(value) {
  if (!typeIsArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!typeIsObject(item)) return false;
    const on = item["on"];
    switch (on) {
      case "call.ringing":
        if (!isPhoneNumberHookCallRinging(item)) return false;
        break;
      case "call.ending":
        if (!isPhoneNumberHookCallEnding(item)) return false;
        break;
      default:
        return false;
    }
  }
  return true;
}
function inspectFallbackDestination(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "oneOf", "must be an object", {});
  } else {
    const type = value["type"];
    switch (type) {
      case "number":
        if (!isTransferDestinationNumber(value)) {
          collectTransferDestinationNumber(value, path, `${schemaPath}/oneOf/0/$ref`, issues);
        }
        break;
      case "sip":
        if (!isTransferDestinationSip(value)) {
          collectTransferDestinationSip(value, path, `${schemaPath}/oneOf/1/$ref`, issues);
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
            'must be one of "number", "sip"',
            { allowedValues: ["number", "sip"] },
          );
        }
    }
  }
}
function inspectHooks(value, path, schemaPath, issues) {
  if (!typeIsArray(value)) {
    report(issues, path, schemaPath, "type", "must be an array", { type: "array" });
  } else {
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index];
      if (!typeIsObject(item)) {
        report(issues, `${path}/${index}`, `${schemaPath}/items`, "oneOf", "must be an object", {});
      } else {
        const on = item["on"];
        switch (on) {
          case "call.ringing":
            if (!isPhoneNumberHookCallRinging(item)) {
              collectPhoneNumberHookCallRinging(
                item,
                `${path}/${index}`,
                `${schemaPath}/items/oneOf/0/$ref`,
                issues,
              );
            }
            break;
          case "call.ending":
            if (!isPhoneNumberHookCallEnding(item)) {
              collectPhoneNumberHookCallEnding(
                item,
                `${path}/${index}`,
                `${schemaPath}/items/oneOf/1/$ref`,
                issues,
              );
            }
            break;
          default:
            if (on === undefined) {
              report(
                issues,
                `${path}/${index}`,
                `${schemaPath}/items/oneOf/0/$ref`,
                "required",
                'must have the property "on"',
                { missingProperty: "on" },
              );
            } else {
              report(
                issues,
                `${path}/${index}/on`,
                `${schemaPath}/items/oneOf/0/$ref/properties/on`,
                "enum",
                'must be one of "call.ringing", "call.ending"',
                { allowedValues: ["call.ringing", "call.ending"] },
              );
            }
        }
      }
    }
  }
}
function isCreateTwilioPhoneNumberDTO(value) {
  if (!typeIsObject(value)) return false;
  let required = 0;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "fallbackDestination":
        if (matchesFallbackDestination(property)) continue;
        break;
      case "hooks":
        if (matchesHooks(property)) continue;
        break;
      case "provider":
        if (!hasOwn(value, key)) continue;
        if (property !== "twilio") return false;
        required += 1;
        continue;
      case "smsEnabled":
        if (typeof property === "boolean") continue;
        break;
      case "number":
      case "twilioAccountSid":
        if (!hasOwn(value, key)) continue;
        if (typeof property !== "string") return false;
        required += 1;
        continue;
      case "twilioAuthToken":
      case "twilioApiKey":
      case "twilioApiSecret":
      case "assistantId":
      case "workflowId":
      case "squadId":
        if (typeof property === "string") continue;
        break;
      case "name":
        if (typeof property === "string" && atMostCodePoints(property, 40)) continue;
        break;
      case "server":
        if (isServer(property)) continue;
        break;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  if (required < 3) return false;
  return true;
}
function collectCreateTwilioPhoneNumberDTO(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    let required = 0;
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      if (!hasOwn(value, key)) continue;
      switch (key) {
        case "fallbackDestination":
          if (!matchesFallbackDestination(property)) {
            inspectFallbackDestination(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              issues,
            );
          }
          break;
        case "hooks":
          if (!matchesHooks(property)) {
            inspectHooks(property, `${path}/${key}`, `${schemaPath}/properties/${key}`, issues);
          }
          break;
        case "provider":
          if (property !== "twilio") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be "twilio"',
              { allowedValues: ["twilio"] },
            );
          }
          required += 1;
          break;
        case "smsEnabled":
          if (typeof property !== "boolean") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a boolean",
              { type: "boolean" },
            );
          }
          break;
        case "number":
        case "twilioAccountSid":
          if (typeof property !== "string") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a string",
              { type: "string" },
            );
          }
          required += 1;
          break;
        case "twilioAuthToken":
        case "twilioApiKey":
        case "twilioApiSecret":
        case "assistantId":
        case "workflowId":
        case "squadId":
          if (typeof property !== "string") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a string",
              { type: "string" },
            );
          }
          break;
        case "name":
          if (typeof property !== "string") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a string",
              { type: "string" },
            );
          } else if (!atMostCodePoints(property, 40)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "maxLength",
              "must have at most 40 characters",
              { limit: 40 },
            );
          }
          break;
        case "server":
          if (!isServer(property)) {
            collectServer(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}/allOf/0/$ref`,
              issues,
            );
          }
          break;
      }
    }
    if (required < 3) {
      reportMissing(issues, path, schemaPath, value, ["provider", "number", "twilioAccountSid"]);
    }
  }
}
return { isCreateTwilioPhoneNumberDTO, collectCreateTwilioPhoneNumberDTO, declared: { "": [isCreateTwilioPhoneNumberDTO, collectCreateTwilioPhoneNumberDTO] } };
});
