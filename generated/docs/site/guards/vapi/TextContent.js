schemaloom.guards("vapi/TextContent", [], (runtime, from) => {
const { ownProperties, report, typeIsObject } = runtime;
const LANGUAGE_VALUES = /* @__PURE__ */ new Set([
  "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bh",
  "bi", "bm", "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da",
  "de", "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr",
  "fy", "ga", "gd", "gl", "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy", "hz",
  "ia", "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj",
  "kk", "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln",
  "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb",
  "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi",
  "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc", "sd", "se", "sg", "si", "sk",
  "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta", "te", "tg", "th", "ti",
  "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve", "vi", "vo",
  "wa", "wo", "xh", "yi", "yue", "yo", "za", "zh", "zu",
]);
function isTextContent(value) {
  if (!typeIsObject(value)) return false;
  const record = ownProperties(value);
  const type = record["type"];
  if (type !== "text") return false;
  const text = record["text"];
  if (typeof text !== "string") return false;
  const language = record["language"];
  if (!LANGUAGE_VALUES.has(language)) return false;
  return true;
}
function collectTextContent(value, path, schemaPath, issues) {
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
    } else if (type !== "text") {
      report(
        issues,
        `${path}/type`,
        `${schemaPath}/properties/type`,
        "enum",
        'must be "text"',
        { allowedValues: ["text"] },
      );
    }
    const text = record["text"];
    if (text === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "text"',
        { missingProperty: "text" },
      );
    } else {
      if (typeof text !== "string") {
        report(
          issues,
          `${path}/text`,
          `${schemaPath}/properties/text`,
          "type",
          "must be a string",
          { type: "string" },
        );
      }
    }
    const language = record["language"];
    if (language === undefined) {
      report(
        issues,
        path,
        schemaPath,
        "required",
        'must have the property "language"',
        { missingProperty: "language" },
      );
    } else if (!LANGUAGE_VALUES.has(language)) {
      report(
        issues,
        `${path}/language`,
        `${schemaPath}/properties/language`,
        "enum",
        "must be one of the 185 allowed values",
        { allowedValues: [...LANGUAGE_VALUES] },
      );
    }
  }
}
return { isTextContent, collectTextContent, declared: { "": [isTextContent, collectTextContent] } };
});
