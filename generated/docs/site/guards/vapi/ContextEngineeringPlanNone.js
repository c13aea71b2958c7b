schemaloom.guards("vapi/ContextEngineeringPlanNone", [], (runtime, from) => {
const { ownProperties, report, typeIsObject } = runtime;
function isContextEngineeringPlanNone(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "none") return false;
  return true;
}
function collectContextEngineeringPlanNone(value, path, schemaPath, issues) {
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
    } else if (type !== "none") {
      report(
        issues,
        `${path}/type`,
        `${schemaPath}/properties/type`,
        "enum",
        'must be "none"',
        { allowedValues: ["none"] },
      );
    }
  }
}
return { isContextEngineeringPlanNone, collectContextEngineeringPlanNone, declared: { "": [isContextEngineeringPlanNone, collectContextEngineeringPlanNone] } };
});
