schemaloom.guards("Example", [], (runtime, from) => {
const { hasOwn, report, typeIsObject } = runtime;
function isExample(value) {
  if (!typeIsObject(value)) return false;
  const text = value["text"];
  if (
    text !== undefined &&
    text !== "*/" &&
    text !== "`${x}`" &&
    text !== "a\u2028b" &&
    text !== 'q"q' &&
    text !== "\\" &&
    hasOwn(value, "text")
  ) {
    return false;
  }
  return true;
}
function collectExample(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "type", "must be an object", { type: "object" });
  } else {
    const text = value["text"];
    if (text !== undefined) {
      if (
        text !== "*/" &&
        text !== "`${x}`" &&
        text !== "a\u2028b" &&
        text !== 'q"q' &&
        text !== "\\" &&
        hasOwn(value, "text")
      ) {
        report(
          issues,
          `${path}/text`,
          `${schemaPath}/properties/text`,
          "enum",
          'must be one of "*/", "`${x}`", "a\u2028b", "q\\"q", "\\\\"',
          { allowedValues: ["*/", "`${x}`", "a\u2028b", 'q"q', "\\"] },
        );
      }
    }
  }
}
return { isExample, collectExample, declared: { "": [isExample, collectExample] } };
});
