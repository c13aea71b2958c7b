schemaloom.guards("vapi/CustomMessage", ["vapi/TextContent"], (runtime, from) => {
const { atMostCodePoints, hasOwn, report, reportMissing, typeIsArray, typeIsObject } = runtime;
const collectTextContent = (...given) => from("vapi/TextContent").collectTextContent(...given);
const isTextContent = (...given) => from("vapi/TextContent").isTextContent(...given);
function matchesContents(value) {
  if (!typeIsArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item = value[index];
    if (!isTextContent(item)) return false;
  }
  return true;
}
function inspectContents(value, path, schemaPath, issues) {
  if (!typeIsArray(value)) {
    report(issues, path, schemaPath, "type", "must be an array", { type: "array" });
  } else {
    for (let index = 0; index < value.length; index += 1) {
      const item = value[index];
      if (!isTextContent(item)) {
        collectTextContent(item, `${path}/${index}`, `${schemaPath}/items/oneOf/0/$ref`, issues);
      }
    }
  }
}
function isCustomMessage(value) {
  if (!typeIsObject(value)) return false;
  let required = 0;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "contents":
        if (matchesContents(property)) continue;
        break;
      case "type":
        if (!hasOwn(value, key)) continue;
        if (property !== "custom-message") return false;
        required += 1;
        continue;
      case "content":
        if (typeof property === "string" && atMostCodePoints(property, 1000)) continue;
        break;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  if (required < 1) return false;
  return true;
}
function collectCustomMessage(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    let required = 0;
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      if (!hasOwn(value, key)) continue;
      switch (key) {
        case "contents":
          if (!matchesContents(property)) {
            inspectContents(property, `${path}/${key}`, `${schemaPath}/properties/${key}`, issues);
          }
          break;
        case "type":
          if (property !== "custom-message") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be "custom-message"',
              { allowedValues: ["custom-message"] },
            );
          }
          required += 1;
          break;
        case "content":
          if (typeof property !== "string") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "type",
              "must be a string",
              { type: "string" },
            );
          } else if (!atMostCodePoints(property, 1000)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "maxLength",
              "must have at most 1000 characters",
              { limit: 1000 },
            );
          }
          break;
      }
    }
    if (required < 1) reportMissing(issues, path, schemaPath, value, ["type"]);
  }
}
return { isCustomMessage, collectCustomMessage, declared: { "": [isCustomMessage, collectCustomMessage] } };
});
