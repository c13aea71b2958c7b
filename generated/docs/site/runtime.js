schemaloom.runtime(() => {
/** A text, where it is longer than a limit without its beginning or its end. */
function shortened(text, limit, kept) {
  if (text.length <= limit) return text;
  return kept === "end" ? `…${text.slice(1 - limit)}` : `${text.slice(0, limit - 1)}…`;
}

/** Thrown by an `assert…` function for a value that its schema rejects. */
class SchemaError extends Error {
  name = "SchemaError";
  issues;

  constructor(schema, issues) {
    const first = issues[0];
    const place =
      first === undefined || first.instancePath === ""
        ? "the value"
        : shortened(first.instancePath, 100, "end");
    const reason = shortened(first?.message ?? "is rejected", 200, "beginning");
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
    super(`not a valid ${schema}: ${place} ${reason}${more}`);
    this.issues = issues;
  }
}

/** Whether a string has at most `limit` characters, counted in code points. */
function atMostCodePoints(text, limit) {
  return text.length <= limit || (text.length <= 2 * limit && codePointCount(text) <= limit);
}

/** Whether a string has at least `limit` characters, counted in code points. */
function atLeastCodePoints(text, limit) {
  return text.length >= limit && (text.length >= 2 * limit || codePointCount(text) >= limit);
}

function codePointCount(text) {
  let count = text.length;
  // Of text without such characters an engine knows that at once.
  if (!/[\uD800-\uDBFF]/.test(text)) return count;
  for (let index = 1; index < text.length; index += 1) {
    const isPair =
      (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 &&
      (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    if (isPair) count -= 1;
  }
  return count;
}

/**
 * Whether an object itself has a property. The function is called by its whole name: so an engine knows
 * it, and inside a walk over the object's properties compares nothing but shapes.
 */
function hasOwn(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

/**
 * An object as its own properties alone: a copy, where its prototype may add others. That of objects
 * which a parser made adds none.
 */
function ownProperties(object) {
  return Object.getPrototypeOf(object) === Object.prototype
    ? object
    : { __proto__: null, ...object };
}

/**
 * The verdict on a value that was rejected, with its issues.
 *
 * @param collect adds the issues of the value to a list
 */
function rejected(collect, value, options) {
  let issues = [];
  if (options?.first) {
    // Ends the collector, which adds what it finds to the first list.
    issues.push = (issue) => {
      issues = [issue];
      throw issues;
    };
  }
  try {
    collect(value, "", "#", issues);
  } catch (thrown) {
    if (thrown !== issues) throw thrown;
  }
  return { ok: false, issues };
}

/** Adds an issue to a list, which takes no more than ten thousand. */
function addIssue(issues, issue) {
  if (issues.length < 10_000) issues.push(issue);
}

/**
 * Adds an issue to a list.
 *
 * @param schemaPath the place of the schema that the keyword stands in
 */
function report(issues, instancePath, schemaPath, keyword, message, params) {
  const place = `${schemaPath}/${keyword}`;
  addIssue(issues, { instancePath, schemaPath: place, keyword, message, params });
}

/** Adds an issue for each of some properties that an object itself does not have. */
function reportMissing(issues, instancePath, schemaPath, object, names) {
  const own = { __proto__: null, ...object };
  for (const name of names) {
    if (own[name] === undefined) {
      const message = `must have the property ${JSON.stringify(name)}`;
      report(issues, instancePath, schemaPath, "required", message, { missingProperty: name });
    }
  }
}

/** The unescaped reference tokens of a JSON Pointer (RFC 6901 §3). */
function pointerTokens(pointer) {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
}

/** Makes a Standard Schema of a validator. */
function standardSchema(validate) {
  return {
    "~standard": {
      version: 1,
      vendor: "schemaloom",
      validate: (value) => {
        const result = validate(value);
        if (result.ok) return { value: result.value };
        return { issues: result.issues.map((issue) => standardIssue(issue, value)) };
      },
    },
  };
}

function standardIssue(issue, root) {
  const path = [];
  let value = root;
  for (const token of pointerTokens(issue.instancePath)) {
    const inArray = Array.isArray(value);
    path.push(inArray ? Number(token) : token);
    value =
      typeof value === "object" && value !== null
        ? value[token]
        : undefined;
  }
  return { message: issue.message, path };
}

/** Whether a value is an array. */
function typeIsArray(value) {
  return Array.isArray(value);
}

/** Whether a value is a JSON object: neither `null` nor an array. */
function typeIsObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

return { SchemaError, atLeastCodePoints, atMostCodePoints, hasOwn, ownProperties, rejected, report, reportMissing, standardSchema, typeIsArray, typeIsObject };
});
