schemaloom.guards("Example", [], (runtime, from) => {
const { deepEqual, hasOwn, report, reportMissing, typeIsObject } = runtime;
const MANY_VALUES = /* @__PURE__ */ new Set(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
const STRUCTURES_VALUE = { "a": [1, { "b": null }] };
const STRUCTURES_VALUE2 = [];
function isExample(value) {
  if (!typeIsObject(value)) return false;
  let required = 0;
  for (const key in value) {
    const property = value[key];
    if (property === undefined) continue;
    switch (key) {
      case "few":
        if (property === "a" || property === 1 || property === null || property === true) continue;
        break;
      case "many":
        if (MANY_VALUES.has(property)) continue;
        break;
      case "structures":
        if (deepEqual(property, STRUCTURES_VALUE) || deepEqual(property, STRUCTURES_VALUE2)) {
          continue;
        }
        break;
      case "fixed":
        if (!hasOwn(value, key)) continue;
        if (property !== "only") return false;
        required += 1;
        continue;
      default:
        continue;
    }
    if (hasOwn(value, key)) return false;
  }
  if (required < 1) return false;
  return true;
}
function collectExample(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    let required = 0;
    for (const key in value) {
      const property = value[key];
      if (property === undefined) continue;
      if (!hasOwn(value, key)) continue;
      switch (key) {
        case "few":
          if (property !== "a" && property !== 1 && property !== null && property !== true) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be one of "a", 1, null, true',
              { allowedValues: ["a", 1, null, true] },
            );
          }
          break;
        case "many":
          if (!MANY_VALUES.has(property)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              "must be one of the 10 allowed values",
              { allowedValues: [...MANY_VALUES] },
            );
          }
          break;
        case "structures":
          if (!deepEqual(property, STRUCTURES_VALUE) && !deepEqual(property, STRUCTURES_VALUE2)) {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "enum",
              'must be one of {"a":[1,{"b":null}]}, []',
              { allowedValues: [{ "a": [1, { "b": null }] }, []] },
            );
          }
          break;
        case "fixed":
          if (property !== "only") {
            report(
              issues,
              `${path}/${key}`,
              `${schemaPath}/properties/${key}`,
              "const",
              'must be "only"',
              { allowedValue: "only" },
            );
          }
          required += 1;
          break;
      }
    }
    if (required < 1) reportMissing(issues, path, schemaPath, value, ["fixed"]);
  }
}
return { isExample, collectExample, declared: { "": [isExample, collectExample] } };
});
