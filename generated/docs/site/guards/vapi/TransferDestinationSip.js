schemaloom.guards("vapi/TransferDestinationSip", ["vapi/CustomMessage", "vapi/TransferPlan"], (runtime, from) => {
const { atMostCodePoints, hasOwn, report, reportMissing, typeIsObject } = runtime;
const collectCustomMessage = (...given) => from("vapi/CustomMessage").collectCustomMessage(...given);
const collectTransferPlan = (...given) => from("vapi/TransferPlan").collectTransferPlan(...given);
const isCustomMessage = (...given) => from("vapi/CustomMessage").isCustomMessage(...given);
const isTransferPlan = (...given) => from("vapi/TransferPlan").isTransferPlan(...given);
function matchesMessage(value) {
  return typeof value === "string" || isCustomMessage(value);
}
function inspectMessage(value, path, schemaPath, issues) {
  if (typeof value !== "string" && !isCustomMessage(value)) {
    if (typeIsObject(value)) {
      collectCustomMessage(value, path, `${schemaPath}/oneOf/1/$ref`, issues);
    } else {
      report(
        issues,
        path,
        schemaPath,
        "oneOf",
        "must be a string or an object",
        { type: ["string", "object"] },
      );
    }
  }
}
function isTransferDestinationSip(value) {
  if (!typeIsObject(value)) return false;
  let required = 0;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "message":
        if (matchesMessage(property)) continue;
        break;
      case "type":
        if (!hasOwn(value, key)) continue;
        if (property !== "sip") return false;
        required += 1;
        continue;
      case "sipUri":
        if (!hasOwn(value, key)) continue;
        if (typeof property !== "string") return false;
        required += 1;
        continue;
      case "callerId":
        if (typeof property === "string" && atMostCodePoints(property, 40)) continue;
        break;
      case "transferPlan":
        if (isTransferPlan(property)) continue;
        break;
      case "sipHeaders":
        if (typeIsObject(property)) continue;
        break;
      case "description":
        if (typeof property === "string") continue;
        break;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  if (required < 2) return false;
  return true;
}
function collectTransferDestinationSip(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    let required = 0;
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      if (!hasOwn(value, key)) continue;
      switch (key) {
        case "message":
          if (!matchesMessage(property)) {
            inspectMessage(property, `${path}/${key}`, `${schemaPath}/properties/${key}`, issues);
          }
          break;
        case "type":
          if (property !== "sip") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be "sip"',
              { allowedValues: ["sip"] },
            );
          }
          required += 1;
          break;
        case "sipUri":
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
        case "callerId":
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
        case "transferPlan":
          if (!isTransferPlan(property)) {
            collectTransferPlan(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}/allOf/0/$ref`,
              issues,
            );
          }
          break;
        case "sipHeaders":
          if (!typeIsObject(property)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be an object",
              { type: "object" },
            );
          }
          break;
        case "description":
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
      }
    }
    if (required < 2) reportMissing(issues, path, schemaPath, value, ["type", "sipUri"]);
  }
}
return { isTransferDestinationSip, collectTransferDestinationSip, declared: { "": [isTransferDestinationSip, collectTransferDestinationSip] } };
});
