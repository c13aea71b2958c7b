schemaloom.guards("vapi/ContextEngineeringPlanLastNMessages", [], (runtime, from) => {
const { ownProperties, report, typeIsObject } = runtime;
function isContextEngineeringPlanLastNMessages(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "lastNMessages") return false;
  const maxMessages = record["maxMessages"];
  if (typeof maxMessages !== "number" || !Number.isFinite(maxMessages)) return false;
  if (maxMessages < 0) return false;
  return true;
}
function collectContextEngineeringPlanLastNMessages(value, path, schemaPath, issues) {
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
    } else if (type !== "lastNMessages") {
      report(
        issues,
        `${path}/type`,
        `${schemaPath}/properties/type`,
        "enum",
        'must be "lastNMessages"',
        { allowedValues: ["lastNMessages"] },
      );
    }
    const maxMessages = record["maxMessages"];
    if (maxMessages === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "maxMessages"',
        { missingProperty: "maxMessages" },
      );
    } else {
      if (typeof maxMessages !== "number" || !Number.isFinite(maxMessages)) {
        report(
          issues,
          `${path}/maxMessages`,
          `${schemaPath}/properties/maxMessages`,
          "type",
          "must be a number",
          { type: "number" },
        );
      } else if (maxMessages < 0) {
        report(
          issues,
          `${path}/maxMessages`,
          `${schemaPath}/properties/maxMessages`,
          "minimum",
          "must be at least 0",
          { limit: 0 },
        );
      }
    }
  }
}
return { isContextEngineeringPlanLastNMessages, collectContextEngineeringPlanLastNMessages, declared: { "": [isContextEngineeringPlanLastNMessages, collectContextEngineeringPlanLastNMessages] } };
});
