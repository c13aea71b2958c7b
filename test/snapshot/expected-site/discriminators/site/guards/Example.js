schemaloom.guards("Example", ["Cat", "Dog"], (runtime, from) => {
const { reportOneOf, selectedBranch, typeIsObject } = runtime;
const collectCat = (...given) => from("Cat").collectCat(...given);
const collectDog = (...given) => from("Dog").collectDog(...given);
const isCat = (...given) => from("Cat").isCat(...given);
const isDog = (...given) => from("Dog").isDog(...given);
const KIND_BRANCHES = /* @__PURE__ */ new Map([["cat", 0], ["lynx", 0], ["Dog", 1]]);
function isExample(value) {
  return isCat(value) !== isDog(value);
}
function collectExample(value, path, schemaPath, issues) {
  if (isCat(value) === isDog(value)) {
    const alternative0Issues: typeof issues = [];
    collectCat(value, path, `${schemaPath}/oneOf/0/$ref`, alternative0Issues);
    const alternative1Issues: typeof issues = [];
    collectDog(value, path, `${schemaPath}/oneOf/1/$ref`, alternative1Issues);
    reportOneOf(
      issues,
      path,
      schemaPath,
      [alternative0Issues, alternative1Issues],
      selectedBranch(value, "kind", KIND_BRANCHES),
    );
  }
}
return { isExample, collectExample, declared: { "": [isExample, collectExample] } };
});
