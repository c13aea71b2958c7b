schemaloom.guards("vapi/BackoffPlan", [], (runtime, from) => {
const { ownProperties, report, typeIsArray, typeIsObject } = runtime;
function isBackoffPlan(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "fixed" && type !== "exponential") return false;
  const maxRetries = record["maxRetries"];
  if (typeof maxRetries !== "number" || !Number.isFinite(maxRetries)) return false;
  if (maxRetries < 0) return false;
  if (maxRetries > 10) return false;
  const baseDelaySeconds = record["baseDelaySeconds"];
  if (typeof baseDelaySeconds !== "number" || !Number.isFinite(baseDelaySeconds)) return false;
  if (baseDelaySeconds < 0) return false;
  if (baseDelaySeconds > 10) return false;
  const excludedStatusCodes = record["excludedStatusCodes"];
  if (excludedStatusCodes !== undefined) {
    if (!typeIsArray(excludedStatusCodes)) return false;
    for (let index = 0; index < excludedStatusCodes.length; index += 1) {
      const item = excludedStatusCodes[index];
      if (!Number.isFinite(item)) return false;
    }
  }
  return true;
}
function collectBackoffPlan(value, path, schemaPath, issues) {
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
    } else if (type !== "fixed" && type !== "exponential") {
      report(
        issues,
        `${path}/type`,
        `${schemaPath}/properties/type`,
        "enum",
        'must be one of "fixed", "exponential"',
        { allowedValues: ["fixed", "exponential"] },
      );
    }
    const maxRetries = record["maxRetries"];
    if (maxRetries === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "maxRetries"',
        { missingProperty: "maxRetries" },
      );
    } else {
      if (typeof maxRetries !== "number" || !Number.isFinite(maxRetries)) {
        report(
          issues,
          `${path}/maxRetries`,
          `${schemaPath}/properties/maxRetries`,
          "type",
          "must be a number",
          { type: "number" },
        );
      } else {
        if (maxRetries < 0) {
          report(
            issues,
            `${path}/maxRetries`,
            `${schemaPath}/properties/maxRetries`,
            "minimum",
            "must be at least 0",
            { limit: 0 },
          );
        }
        if (maxRetries > 10) {
          report(
            issues,
            `${path}/maxRetries`,
            `${schemaPath}/properties/maxRetries`,
            "maximum",
            "must be at most 10",
            { limit: 10 },
          );
        }
      }
    }
    const baseDelaySeconds = record["baseDelaySeconds"];
    if (baseDelaySeconds === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "baseDelaySeconds"',
        { missingProperty: "baseDelaySeconds" },
      );
    } else {
      if (typeof baseDelaySeconds !== "number" || !Number.isFinite(baseDelaySeconds)) {
        report(
          issues,
          `${path}/baseDelaySeconds`,
          `${schemaPath}/properties/baseDelaySeconds`,
          "type",
          "must be a number",
          { type: "number" },
        );
      } else {
        if (baseDelaySeconds < 0) {
          report(
            issues,
            `${path}/baseDelaySeconds`,
            `${schemaPath}/properties/baseDelaySeconds`,
            "minimum",
            "must be at least 0",
            { limit: 0 },
          );
        }
        if (baseDelaySeconds > 10) {
          report(
            issues,
            `${path}/baseDelaySeconds`,
            `${schemaPath}/properties/baseDelaySeconds`,
            "maximum",
            "must be at most 10",
            { limit: 10 },
          );
        }
      }
    }
    const excludedStatusCodes = record["excludedStatusCodes"];
    if (excludedStatusCodes !== undefined) {
      if (!typeIsArray(excludedStatusCodes)) {
        report(
          issues,
          `${path}/excludedStatusCodes`,
          `${schemaPath}/properties/excludedStatusCodes`,
          "type",
          "must be an array",
          { type: "array" },
        );
      } else {
        for (let index = 0; index < excludedStatusCodes.length; index += 1) {
          const item = excludedStatusCodes[index];
          if (!Number.isFinite(item)) {
            report(
              issues,
              `${path}/excludedStatusCodes/${index}`,
              `${schemaPath}/properties/excludedStatusCodes/items`,
              "type",
              "must be a number",
              { type: "number" },
            );
          }
        }
      }
    }
  }
}
return { isBackoffPlan, collectBackoffPlan, declared: { "": [isBackoffPlan, collectBackoffPlan] } };
});
