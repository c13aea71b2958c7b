import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askAnswers, askOverwrite } from "../../../generator/init/ask.ts";
import type { InitAnswers } from "../../../generator/init/project-files.ts";
import { splitInputs } from "../../../generator/init/split-inputs.ts";

const enter = "\r";
const down = "\u001B[B";
const eraseLine = "\u0015";
const giveUp = "\u0003";

const defaults: InitAnswers = {
  form: "json",
  inputs: ["api/open api.yaml", "schemas"],
  out: "generated",
  outputs: ["types", "guards", "docs"],
};
const files = new Set(["api/open api.yaml", "my schemas", "a", "b.json"]);
const exists = (file: string) => files.has(file);

/** Streams on which keys are pressed, each once the question before has been shown. */
function pressing(...keys: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const left = [...keys];
  let shown = "";
  const press = setInterval(() => {
    const key = left.shift();
    if (key === undefined) clearInterval(press);
    else input.write(key);
  }, 30);
  output.on("data", (chunk: Buffer) => (shown += chunk.toString("utf8")));
  return { streams: { input, output }, shown: () => shown };
}

test("what is proposed is taken by Enter alone, paths with spaces as they are", async () => {
  const { streams, shown } = pressing(enter, enter, enter);
  expect(await askAnswers(defaults, { streams, exists })).toEqual(defaults);
  expect(shown()).toContain("Where are the schemas?");
  expect(shown()).toContain("Which folder shall hold");
  expect(shown()).toContain("What shall be made?");
});

test("answers that are typed go before what is proposed", async () => {
  const { streams } = pressing(
    ...[eraseLine, "my schemas, b.json", enter],
    ...[eraseLine, "src/made//", enter],
    ...[" ", down, down, " ", enter],
  );
  expect(await askAnswers(defaults, { streams, exists })).toEqual({
    form: "json",
    inputs: ["my schemas", "b.json"],
    out: "src/made",
    outputs: ["guards"],
  });
});

test.each([
  ["the first", [giveUp]],
  ["the second", [enter, giveUp]],
  ["the last", [enter, enter, giveUp]],
])("who gives up at %s question is asked no more", async (_, keys) => {
  const { streams } = pressing(...keys);
  expect(await askAnswers(defaults, { streams, exists })).toBeUndefined();
});

test("a config is overwritten only where the user says so", async () => {
  expect(await askOverwrite("c.json", { streams: pressing(enter).streams })).toBe(false);
  expect(await askOverwrite("c.json", { streams: pressing("y").streams })).toBe(true);
  expect(await askOverwrite("c.json", { streams: pressing(giveUp).streams })).toBe(false);
});

test.each([
  ["a, b.json", ["a", "b.json"]],
  ["a b.json", ["a", "b.json"]],
  ["a lib/*.json", ["a", "lib/*.json"]],
  ["my schemas", ["my schemas"]],
  ["my schemas, a,", ["my schemas", "a"]],
  ["not there", ["not there"]],
])("%s is split into inputs, and no path at its spaces", (text, inputs) => {
  expect(splitInputs(text, exists)).toEqual(inputs);
});
