schemaloom.guards("vapi/Server", ["vapi/BackoffPlan"], (runtime, from) => {
const { hasOwn, report, typeIsArray, typeIsObject } = runtime;
const collectBackoffPlan = (...given) => from("vapi/BackoffPlan").collectBackoffPlan(...given);
const isBackoffPlan = (...given) => from("vapi/BackoffPlan").isBackoffPlan(...given);
function matchesEncryptedPaths(value) {
  if (!typeIsArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (typeof item !== "string") return false;
  }
  return true;
}
function inspectEncryptedPaths(value, path, schemaPath, issues) {
  if (!typeIsArray(value)) {
    report(issues, path, schemaPath, "type", "must be an array", { type: "array" });
  } else {
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index];
      if (typeof item !== "string") {
        report(
          issues,
          `${path}/${index}`,
          `${schemaPath}/items`,
          "type",
          "must be a string",
          { type: "string" },
        );
      }
    }
  }
}
function isServer(value) {
  if (!typeIsObject(value)) return false;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "timeoutSeconds":
        if (
          typeof property === "number" &&
          Number.isFinite(property) &&
          property >= 1 &&
          property <= 300
        ) {
          continue;
        }
        break;
      case "credentialId":
      case "url":
        if (typeof property === "string") continue;
        break;
      case "staticIpAddressesEnabled":
        if (typeof property === "boolean") continue;
        break;
      case "encryptedPaths":
        if (matchesEncryptedPaths(property)) continue;
        break;
      case "headers":
        if (typeIsObject(property)) continue;
        break;
      case "backoffPlan":
        if (isBackoffPlan(property)) continue;
        break;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  return true;
}
function collectServer(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      switch (key) {
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
            if (property > 300 && hasOwn(value, key)) {
              report(
                issues,
                `${path}/${key}`,
                `${schemaPath}/properties/${key}`,
                "maximum",
                "must be at most 300",
                { limit: 300 },
              );
            }
          }
          break;
        case "credentialId":
        case "url":
          if (typeof property !== "string" && hasOwn(value, key)) {
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
        case "staticIpAddressesEnabled":
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
        case "encryptedPaths":
          if (!matchesEncryptedPaths(property) && hasOwn(value, key)) {
            inspectEncryptedPaths(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              issues,
            );
          }
          break;
        case "headers":
          if (!typeIsObject(property) && hasOwn(value, key)) {
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
        case "backoffPlan":
          if (!isBackoffPlan(property) && hasOwn(value, key)) {
            collectBackoffPlan(
              property,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}/allOf/0/$ref`,
              issues,
            );
          }
          break;
      }
    }
  }
}
return { isServer, collectServer, declared: { "": [isServer, collectServer] } };
});
