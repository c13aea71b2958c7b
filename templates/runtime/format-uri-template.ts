const templateExpression = /\{[+#./;?&=,!@|]?([^{}]*)\}/g;
const templateModifier = /(?::[1-9]\d{0,3}|\*)$/;
const notInVariableName = /[^\w.%]|%(?![\dA-Fa-f]{2})|^(?:\.|$)|\.\.|\.$/;

const notInTemplateLiteral =
  /[\0- "<>\\^`{|}\x7F-\x9F\uFFF0-\uFFFF\u{E0000}-\u{E0FFF}\p{Cs}\p{Noncharacter_Code_Point}]|%(?![\dA-Fa-f]{2})/u;

/**
 * Whether a text is a URI Template of any level (RFC 6570 §2), where the apostrophe is a literal
 * as its errata have it.
 */
export function uriTemplateFormat(text: string): boolean {
  const literals = text.replace(templateExpression, (expression, variables: string) =>
    variables.split(",").every(isTemplateVariable) ? "/" : expression,
  );
  return !notInTemplateLiteral.test(literals);
}

function isTemplateVariable(text: string): boolean {
  return !notInVariableName.test(text.replace(templateModifier, ""));
}
