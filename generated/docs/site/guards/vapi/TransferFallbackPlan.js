schemaloom.guards("vapi/TransferFallbackPlan", ["vapi/CustomMessage"], (runtime, from) => {
const { ownProperties, report, typeIsObject } = runtime;
const collectCustomMessage = (...given) => from("vapi/CustomMessage").collectCustomMessage(...given);
const isCustomMessage = (...given) => from("vapi/CustomMessage").isCustomMessage(...given);
function isTransferFallbackPlan(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const message = record["message"];
  if (typeof message !== "string" && !isCustomMessage(message)) return false;
  const endCallEnabled = record["endCallEnabled"];
  if (endCallEnabled !== undefined && typeof endCallEnabled !== "boolean") return false;
  return true;
}
function collectTransferFallbackPlan(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    const record = ownProperties(value);
    const message = record["message"];
    if (message === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "message"',
        { missingProperty: "message" },
      );
    } else {
      if (typeof message !== "string" && !isCustomMessage(message)) {
        if (typeIsObject(message)) {
          collectCustomMessage(
            message,
            `${path}/message`,
            `${schemaPath}/properties/message/oneOf/1/$ref`,
            issues,
          );
        } else {
          report(
            issues,
            `${path}/message`,
            `${schemaPath}/properties/message`,
            "oneOf",
            "must be a string or an object",
            { type: ["string", "object"] },
          );
        }
      }
    }
    const endCallEnabled = record["endCallEnabled"];
    if (endCallEnabled !== undefined) {
      if (typeof endCallEnabled !== "boolean") {
        report(
          issues,
          `${path}/endCallEnabled`,
          `${schemaPath}/properties/endCallEnabled`,
          "type",
          "must be a boolean",
          { type: "boolean" },
        );
      }
    }
  }
}
return { isTransferFallbackPlan, collectTransferFallbackPlan, declared: { "": [isTransferFallbackPlan, collectTransferFallbackPlan] } };
});
