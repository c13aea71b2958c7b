const text = "another branch has the structure, and refuses the value by a limit on its text";
const duplicates = "another branch has the structure, and refuses the value by uniqueItems";

/**
 * Published instances whose first fault is one of structure, and which their types admit all the same;
 * each with what the type cannot say.
 */
export const unsaidByTypes: ReadonlyMap<string, string> = new Map([
  ["accelerator accelerator-invalid-include-ant-pattern.yaml", text],
  ["ava invalid_timeout_fails.json", text],
  ["clangd external-file-and-server.yml", "two branches of a oneOf match"],
  ["dependabot-2.0 commit-message.prefix-development-max-length-exceeded.json", text],
  ["dependabot-2.0 ignore.update-types-duplicate-values.json", duplicates],
  ["dependabot-2.0 ignore.versions-duplicate-values.json", duplicates],
  ["dependabot-2.0 milestone-wrong-type-float.json", "TypeScript has no integers"],
  ["dependabot-2.0 package-ecosystem-value-min-length-exceeded-betas-enabled.json", text],
  ["maestro-flow invalid-multi-key-command.yaml", "another branch refuses it by maxProperties"],
  ["package exports-test.json", "a name of a property matches no pattern"],
  ["package imports-no-char-test.json", "a name of a property matches no pattern"],
  ["web-manifest-share-target file_share_invalid_accept.json", text],
]);
