schemaloom.guards("vapi/ContextEngineeringPlanAll", [], (runtime, from) => {
const { ownProperties, report, typeIsObject } = runtime;
function isContextEngineeringPlanAll(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "all") return false;
  return true;
}
function collectContextEngineeringPlanAll(value, path, schemaPath, issues) {
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
    } else if (type !== "all") {
      report(
        issues,
        `${path}/type`,
        `${schemaPath}/properties/type`,
        "enum",
        'must be "all"',
        { allowedValues: ["all"] },
      );
    }
  }
}
return { isContextEngineeringPlanAll, collectContextEngineeringPlanAll, declared: { "": [isContextEngineeringPlanAll, collectContextEngineeringPlanAll] } };
});
