schemaloom.guards("Example", ["Circle", "Square"], (runtime, from) => {
const { report, typeIsObject } = runtime;
const collectCircle = (...given) => from("Circle").collectCircle(...given);
const collectSquare = (...given) => from("Square").collectSquare(...given);
const isCircle = (...given) => from("Circle").isCircle(...given);
const isSquare = (...given) => from("Square").isSquare(...given);
function isExample(value) {
  if (!typeIsObject(value)) return false;
  const kind = value["kind"];
  switch (kind) {
    case "circle":
      if (!isCircle(value)) return false;
      break;
    case "square":
    case "box":
      if (!isSquare(value)) return false;
      break;
    default:
      return false;
  }
  return true;
}
function collectExample(value, path, schemaPath, issues) {
  if (!typeIsObject(value)) {
    report(issues, path, schemaPath, "oneOf", "must be an object", {});
  } else {
    const kind = value["kind"];
    switch (kind) {
      case "circle":
        if (!isCircle(value)) collectCircle(value, path, `${schemaPath}/oneOf/0/$ref`, issues);
        break;
      case "square":
      case "box":
        if (!isSquare(value)) collectSquare(value, path, `${schemaPath}/oneOf/1/$ref`, issues);
        break;
      default:
        if (kind === undefined) {
          report(
            issues,
            path,
            `${schemaPath}/oneOf/0/$ref`,
            "required",
            'must have the property "kind"',
            { missingProperty: "kind" },
          );
        } else {
          report(
            issues,
            `${path}/kind`,
            `${schemaPath}/oneOf/0/$ref/properties/kind`,
            "const",
            'must be one of "circle", "square", "box"',
            { allowedValues: ["circle", "square", "box"] },
          );
        }
    }
  }
}
return { isExample, collectExample, declared: { "": [isExample, collectExample] } };
});
