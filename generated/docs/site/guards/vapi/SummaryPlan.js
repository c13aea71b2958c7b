schemaloom.guards("vapi/SummaryPlan", [], (runtime, from) => {
const { hasOwn, report, typeIsArray, typeIsObject } = runtime;
function matchesMessages(value) {
  if (!typeIsArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!typeIsObject(item)) return false;
  }
  return true;
}
function inspectMessages(value, path, schemaPath, issues) {
  if (!typeIsArray(value)) {
    report(issues, path, schemaPath, "type", "must be an array", { type: "array" });
  } else {
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index];
      if (!typeIsObject(item)) {
        report(
          issues,
          `${path}/${index}`,
          `${schemaPath}/items`,
          "type",
          "must be an object",
          { type: "object" },
        );
      }
    }
  }
}
function isSummaryPlan(value) {
  if (!typeIsObject(value)) return false;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "messages":
        if (matchesMessages(property)) continue;
        break;
      case "enabled":
        if (typeof property === "boolean") continue;
        break;
      case "timeoutSeconds":
        if (
          typeof property === "number" &&
          Number.isFinite(property) &&
          property >= 1 &&
          property <= 60
        ) {
          continue;
        }
        break;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  return true;
}
function collectSummaryPlan(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      switch (key) {
        case "messages":
          if (!matchesMessages(property) && hasOwn(value, key)) {
            inspectMessages(property, `${path}/${key}`, `${schemaPath}/properties/${key}`, issues);
          }
          break;
        case "enabled":
          if (typeof property !== "boolean" && hasOwn(value, key)) {
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
        case "timeoutSeconds":
          if (typeof property !== "number" || !Number.isFinite(property)) {
            if (hasOwn(value, key)) {
              report(
                issues,
                `${path}/${key}`,
                `${schemaPath}/properties/${key}`,
                "type",
                "must be a number",
                { type: "number" },
              );
            }
          } else {
            if (property < 1 && hasOwn(value, key)) {
              report(
                issues,
                `${path}/${key}`,
                `${schemaPath}/properties/${key}`,
                "minimum",
                "must be at least 1",
                { limit: 1 },
              );
            }
            if (property > 60 && hasOwn(value, key)) {
              report(
                issues,
                `${path}/${key}`,
                `${schemaPath}/properties/${key}`,
                "maximum",
                "must be at most 60",
                { limit: 60 },
              );
            }
          }
          break;
      }
    }
  }
}
return { isSummaryPlan, collectSummaryPlan, declared: { "": [isSummaryPlan, collectSummaryPlan] } };
});
