import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { stringLiteral } from "../../../generator/text/string-literal.ts";

test("a string literal is read back as the text that it was made of", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const file = ts.createSourceFile("a.ts", stringLiteral(text), ts.ScriptTarget.Latest);
      const [statement, ...others] = file.statements;
      expect(others).toEqual([]);
      if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error(text);
      expect(ts.isStringLiteral(statement.expression) && statement.expression.text).toBe(text);
    }),
  );
});

test("a string literal is one line, whatever line separators its text holds", () => {
  expect(stringLiteral("a\n\r\u2028\u2029b")).toBe('"a\\n\\r\\u2028\\u2029b"');
});
