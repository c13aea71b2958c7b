import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "node_modules/",
      "test/mutation/.stryker/",
      "coverage/",
      "**/generated/",
      "**/fixtures/",
      "**/expected/",
      "**/expected-site/",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export by name." },
      ],
    },
  },
  {
    files: ["*.config.js", "*.config.ts", "test/mutation/stryker.config.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // Scripts that run as they stand, which no project of TypeScript has.
    files: ["test/**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    // The runtime is emitted as it stands, so it takes what is fastest.
    files: ["templates/runtime/*.ts"],
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
  {
    // What ends a collector is its list of issues: an Error would gather a stack that nobody reads.
    files: ["templates/runtime/rejected.ts"],
    rules: { "@typescript-eslint/only-throw-error": "off" },
  },
  {
    // Scripts of pages, which share what they have by its name.
    files: ["templates/docs/site/assets/*.js"],
    languageOptions: { sourceType: "script" },
    rules: { "@typescript-eslint/no-unused-vars": ["error", { vars: "local" }] },
  },
  prettier,
);
