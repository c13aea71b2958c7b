schemaloom.guards("vapi/TransferPlan", ["vapi/ContextEngineeringPlanAll", "vapi/ContextEngineeringPlanLastNMessages", "vapi/ContextEngineeringPlanNone", "vapi/CustomMessage", "vapi/SummaryPlan", "vapi/TransferFallbackPlan"], (runtime, from) => {
const { atMostCodePoints, hasOwn, report, reportMissing, typeIsObject } = runtime;
const collectContextEngineeringPlanAll = (...given) => from("vapi/ContextEngineeringPlanAll").collectContextEngineeringPlanAll(...given);
const collectContextEngineeringPlanLastNMessages = (...given) => from("vapi/ContextEngineeringPlanLastNMessages").collectContextEngineeringPlanLastNMessages(...given);
const collectContextEngineeringPlanNone = (...given) => from("vapi/ContextEngineeringPlanNone").collectContextEngineeringPlanNone(...given);
const collectCustomMessage = (...given) => from("vapi/CustomMessage").collectCustomMessage(...given);
const collectSummaryPlan = (...given) => from("vapi/SummaryPlan").collectSummaryPlan(...given);
const collectTransferFallbackPlan = (...given) => from("vapi/TransferFallbackPlan").collectTransferFallbackPlan(...given);
const isContextEngineeringPlanAll = (...given) => from("vapi/ContextEngineeringPlanAll").isContextEngineeringPlanAll(...given);
const isContextEngineeringPlanLastNMessages = (...given) => from("vapi/ContextEngineeringPlanLastNMessages").isContextEngineeringPlanLastNMessages(...given);
const isContextEngineeringPlanNone = (...given) => from("vapi/ContextEngineeringPlanNone").isContextEngineeringPlanNone(...given);
const isCustomMessage = (...given) => from("vapi/CustomMessage").isCustomMessage(...given);
const isSummaryPlan = (...given) => from("vapi/SummaryPlan").isSummaryPlan(...given);
const isTransferFallbackPlan = (...given) => from("vapi/TransferFallbackPlan").isTransferFallbackPlan(...given);
function matchesMessage(value) {
  return typeof value === "string" || isCustomMessage(value);
}
function matchesContextEngineeringPlan(value) {
  if (!typeIsObject(value)) return false;
  const type = value["type"];
  switch (type) {
    case "lastNMessages":
      if (!isContextEngineeringPlanLastNMessages(value)) return false;
      break;
    case "none":
      if (!isContextEngineeringPlanNone(value)) return false;
      break;
    case "all":
      if (!isContextEngineeringPlanAll(value)) return false;
      break;
    default:
      return false;
  }
  return true;
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
function inspectContextEngineeringPlan(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "oneOf", "must be an object", {});
  } else {
    const type = value["type"];
    switch (type) {
      case "lastNMessages":
        if (!isContextEngineeringPlanLastNMessages(value)) {
          collectContextEngineeringPlanLastNMessages(
            value,
            path,
            `${schemaPath}/oneOf/0/$ref`,
            issues,
          );
        }
        break;
      case "none":
        if (!isContextEngineeringPlanNone(value)) {
          collectContextEngineeringPlanNone(value, path, `${schemaPath}/oneOf/1/$ref`, issues);
        }
        break;
      case "all":
        if (!isContextEngineeringPlanAll(value)) {
          collectContextEngineeringPlanAll(value, path, `${schemaPath}/oneOf/2/$ref`, issues);
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
            'must be one of "lastNMessages", "none", "all"',
            { allowedValues: ["lastNMessages", "none", "all"] },
          );
        }
    }
  }
}
function isTransferPlan(value) {
  if (!typeIsObject(value)) return false;
  let required = 0;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "mode":
        if (!hasOwn(value, key)) continue;
        if (
          property !== "blind-transfer" &&
          property !== "blind-transfer-add-summary-to-sip-header" &&
          property !== "warm-transfer-say-message" &&
          property !== "warm-transfer-say-summary" &&
          property !== "warm-transfer-twiml" &&
          property !== "warm-transfer-wait-for-operator-to-speak-first-and-then-say-message" &&
          property !== "warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary" &&
          property !== "warm-transfer-experimental"
        ) {
          return false;
        }
        required += 1;
        continue;
      case "message":
        if (matchesMessage(property)) continue;
        break;
      case "timeout":
      case "dialTimeout":
        if (
          typeof property === "number" &&
          Number.isFinite(property) &&
          property >= 1 &&
          property <= 600
        ) {
          continue;
        }
        break;
      case "sipVerb":
        if (property === "refer" || property === "bye" || property === "dial") continue;
        break;
      case "holdAudioUrl":
      case "transferCompleteAudioUrl":
        if (typeof property === "string") continue;
        break;
      case "contextEngineeringPlan":
        if (matchesContextEngineeringPlan(property)) continue;
        break;
      case "twiml":
        if (typeof property === "string" && atMostCodePoints(property, 4096)) continue;
        break;
      case "summaryPlan":
        if (isSummaryPlan(property)) continue;
        break;
      case "sipHeadersInReferToEnabled":
        if (typeof property === "boolean") continue;
        break;
      case "fallbackPlan":
        if (isTransferFallbackPlan(property)) continue;
        break;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  if (required < 1) return false;
  return true;
}
function collectTransferPlan(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    let required = 0;
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      if (!hasOwn(value, key)) continue;
      switch (key) {
        case "mode":
          if (
            property !== "blind-transfer" &&
            property !== "blind-transfer-add-summary-to-sip-header" &&
            property !== "warm-transfer-say-message" &&
            property !== "warm-transfer-say-summary" &&
            property !== "warm-transfer-twiml" &&
            property !== "warm-transfer-wait-for-operator-to-speak-first-and-then-say-message" &&
            property !== "warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary" &&
            property !== "warm-transfer-experimental"
          ) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be one of "blind-transfer", "blind-transfer-add-summary-to-sip-header", "warm-transfer-say-message", "warm-transfer-say-summary", "warm-transfer-twiml", "warm-transfer-wait-for-operator-to-speak-first-and-then-say-message", "warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary", "warm-transfer-experimental"',
              { allowedValues: ["blind-transfer", "blind-transfer-add-summary-to-sip-header", "warm-transfer-say-message", "warm-transfer-say-summary", "warm-transfer-twiml", "warm-transfer-wait-for-operator-to-speak-first-and-then-say-message", "warm-transfer-wait-for-operator-to-speak-first-and-then-say-summary", "warm-transfer-experimental"] },
            );
          }
          required += 1;
          break;
        case "message":
          if (!matchesMessage(property)) {
            inspectMessage(property, `${path}/${key}`, `${schemaPath}/properties/${key}`, issues);
          }
          break;
        case "timeout":
        case "dialTimeout":
          if (typeof property !== "number" || !Number.isFinite(property)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a number",
              { type: "number" },
            );
          } else {
            if (property < 1) {
              report(
                issues,
                `${path}/${key}`,
                `${schemaPath}/properties/${key}`,
                "minimum",
                "must be at least 1",
                { limit: 1 },
              );
            }
            if (property > 600) {
              report(
                issues,
                `${path}/${key}`,
                `${schemaPath}/properties/${key}`,
                "maximum",
                "must be at most 600",
                { limit: 600 },
              );
            }
          }
          break;
        case "sipVerb":
          if (property !== "refer" && property !== "bye" && property !== "dial") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be one of "refer", "bye", "dial"',
              { allowedValues: ["refer", "bye", "dial"] },
            );
          }
          break;
        case "holdAudioUrl":
        case "transferCompleteAudioUrl":
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
        case "contextEngineeringPlan":
          if (!matchesContextEngineeringPlan(property)) {
            inspectContextEngineeringPlan(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              issues,
            );
          }
          break;
        case "twiml":
          if (typeof property !== "string") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a string",
              { type: "string" },
            );
          } else if (!atMostCodePoints(property, 4096)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "maxLength",
              "must have at most 4096 characters",
              { limit: 4096 },
            );
          }
          break;
        case "summaryPlan":
          if (!isSummaryPlan(property)) {
            collectSummaryPlan(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}/allOf/0/$ref`,
              issues,
            );
          }
          break;
        case "sipHeadersInReferToEnabled":
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
        case "fallbackPlan":
          if (!isTransferFallbackPlan(property)) {
            collectTransferFallbackPlan(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}/allOf/0/$ref`,
              issues,
            );
          }
          break;
      }
    }
    if (required < 1) reportMissing(issues, path, schemaPath, value, ["mode"]);
  }
}
return { isTransferPlan, collectTransferPlan, declared: { "": [isTransferPlan, collectTransferPlan] } };
});
