import fc from "fast-check";

/** Pieces that mean something to a reader of Markdown, HTML, templates, tables, Mermaid or a URI. */
export const hostilePieces: readonly string[] = [
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "<a href='javascript:alert(1)'>x</a>",
  "<details open ontoggle=alert(1)>",
  "<!-- ",
  "-->",
  "</details>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:x)",
  "[x]: javascript:alert(1)",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "](",
  "[",
  "```",
  "~~~",
  "`",
  "| a | b |",
  "|",
  "\n| --- | --- |\n",
  "\n",
  "\r\n",
  "\u2028",
  "\n\n    code",
  "\n# heading",
  "\n> quote",
  "\n- item",
  "\n1. item",
  "***",
  "__",
  "~~",
  "{{name}}",
  "{{{name}}}",
  "{{#each this}}",
  "${name}",
  '"]; click s0 call alert(1)',
  'click s0 "javascript:alert(1)"',
  "%%{init: {}}%%",
  "\ngraph TD\n",
  "end",
  "&lt;script&gt;",
  "&#60;b&#62;",
  "\\",
  "$x$",
  "@user",
  "#1",
  "\0",
  "word",
  " ",
];

/** Four texts that are put together from pieces. */
export function hostileTexts(pieces: readonly string[]): fc.Arbitrary<readonly string[]> {
  const text = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 })
    .map((list) => list.join(""));
  return fc.tuple(text, text, text, text);
}

/** A schema that has a text wherever one can stand, and a twin of harmless ones. */
export function schemaWith([a = "", b = "", c = "", d = ""]: readonly string[]): object {
  return {
    title: a,
    description: b,
    type: "object",
    examples: [{ given: c }],
    required: ["given"],
    properties: {
      given: { type: "string", description: c, title: d, default: a },
      [`p${a}`]: { const: b, description: d },
      [`q${b}`]: { description: c, properties: { [`in${c}`]: { enum: [a, `${a}2`, d] } } },
      many: { enum: Array.from({ length: 12 }, (_, index) => `${c}${String(index)}`) },
      union: {
        oneOf: [
          { title: a, type: "string", format: d },
          { description: b, type: "number" },
        ],
      },
      one: { $ref: "#/$defs/one" },
      other: { $ref: `#/$defs/${encodeURIComponent(pointerToken(`two${d}`))}` },
    },
    dependentRequired: { [`p${a}`]: ["given"] },
    patternProperties: { [`^${escaped(a)}-`]: { description: a, pattern: escaped(b) } },
    $defs: {
      one: {
        description: d,
        properties: { two: { $ref: `#/$defs/${encodeURIComponent(pointerToken(`two${d}`))}` } },
      },
      [`two${d}`]: { title: c, deprecated: true, default: b, properties: { up: { $ref: "#" } } },
    },
  };
}

/** A pattern that a text alone matches. */
function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function pointerToken(text: string): string {
  return text.replaceAll("~", "~0").replaceAll("/", "~1");
}
