schemaloom.guards("Example", [], (runtime, from) => {
const { outOfStack, ownProperties, recalledIssues, recalledVerdict, repeats, report, reportTooDeep, tooDeep, typeIsArray, typeIsObject } = runtime;
function isExample(value) {
  return isTree(value);
}
function collectExample(value, path, schemaPath, issues) {
  if (!isTree(value)) collectTree(value, path, `${schemaPath}/$ref`, issues);
}
/** @internal Whether a value that is nested so deep is a valid `Tree`. */
function nestedTree(value, depth, isRepeat = false) {
  if (depth > 1000) return tooDeep();
  if (!isRepeat && repeats()) return recalledVerdict(nestedTree, value, depth);
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  if (record["value"] === undefined) return false;
  const children = record["children"];
  if (children !== undefined) {
    if (!typeIsArray(children)) return false;
    for (let index = 0; index < children.length; index += 1) {
      const item = children[index];
      if (!nestedTree(item, depth + 2)) return false;
    }
  }
  return true;
}
function isTree(value) {
  try {
    return nestedTree(value, 0);
  } catch (error) {
    return outOfStack(error);
  }
}
function collectTree(value, path, schemaPath, issues, depth = 0, isRepeat = false) {
  if (depth > 1000) {
    reportTooDeep(issues, path, schemaPath, 1000);
    return;
  }
  if (!isRepeat && (depth === 0 || repeats())) {
    recalledIssues(collectTree, value, path, schemaPath, issues, depth);
    return;
  }
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    const record = ownProperties(value);
    if (record["value"] === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "value"',
        { missingProperty: "value" },
      );
    }
    const children = record["children"];
    if (children !== undefined) {
      if (!typeIsArray(children)) {
        report(
          issues,
          `${path}/children`,
          `${schemaPath}/properties/children`,
          "type",
          "must be an array",
          { type: "array" },
        );
      } else {
        for (let index = 0; index < children.length; index += 1) {
          const item = children[index];
          collectTree(
            item,
            `${path}/children/${index}`,
            `${schemaPath}/properties/children/items/$ref`,
            issues,
            depth + 2,
          );
        }
      }
    }
  }
}
function isUnused(value) {
  return typeof value === "string";
}
function collectUnused(value, path, schemaPath, issues) {
  if (typeof value !== "string") {
    report(issues, path, schemaPath, "type", "must be a string", { type: "string" });
  }
}
return { isExample, collectExample, isTree, collectTree, nestedTree, isUnused, collectUnused, declared: { "": [isExample, collectExample], "tree": [isTree, collectTree], "unused": [isUnused, collectUnused] } };
});
