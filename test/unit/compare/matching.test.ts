import { describe, expect, test } from "vitest";
import { compareManifests } from "../../../generator/compare/compare-manifests.ts";
import type { Comparison } from "../../../generator/compare/comparison.ts";
import { stepOf } from "../../../generator/compare/version-step.ts";
import { compareFiles } from "./compared.ts";

const person = { type: "object", properties: { name: { type: "string" } } };
const pet = { type: "object", properties: { kind: { enum: ["cat", "dog"] } } };

const statusesOf = ({ schemas }: Comparison) =>
  schemas.map(({ status, old, new: later }) => [status, old?.name, later?.name]);

describe("named schemas of two sets", () => {
  test("are added and removed", () => {
    const comparison = compareFiles({ "person.json": person }, { "pet.json": pet });
    expect(statusesOf(comparison)).toEqual([
      ["removed", "Person", undefined],
      ["added", undefined, "Pet"],
    ]);
    expect(comparison.schemas.map(({ producers, consumers }) => [producers, consumers])).toEqual([
      ["breaking", "breaking"],
      ["safe", "safe"],
    ]);
  });

  test("are renamed where the structure is the same", () => {
    const comparison = compareFiles(
      { "person.json": person, "pet.json": pet },
      { "human.json": person, "pet.json": pet },
    );
    expect(statusesOf(comparison)).toEqual([["renamed", "Person", "Human"]]);
    expect(comparison.schemas[0]).toMatchObject({
      changes: [{ words: "`Person` is now called `Human`" }],
      producers: "breaking",
      consumers: "breaking",
    });
    expect(comparison.unchanged).toBe(1);
  });

  test("are renamed as definitions, and what refers to them is as it was", () => {
    const holder = (name: string) => ({
      properties: { pet: { $ref: `#/$defs/${name}` } },
      $defs: { [name]: pet },
    });
    const comparison = compareFiles({ "a.json": holder("Pet") }, { "a.json": holder("Animal") });
    expect(statusesOf(comparison)).toEqual([["renamed", "Pet", "Animal"]]);
  });

  test("move to another folder", () => {
    const comparison = compareFiles({ "person.json": person }, { "people/person.json": person });
    expect(comparison.schemas[0]?.changes).toMatchObject([
      { aspect: "export", words: "moved from Person.ts to people/Person.ts" },
    ]);
  });

  test("are the same in another file of the same name", () => {
    const comparison = compareFiles({ "person.json": person }, { "person.yaml": person });
    expect(comparison).toMatchObject({ schemas: [], unchanged: 1 });
  });

  test("break by what they refer to, which is told there", () => {
    const holder = { properties: { pet: { $ref: "pet.json" } } };
    const comparison = compareFiles(
      { "a.json": holder, "pet.json": pet },
      { "a.json": holder, "pet.json": { ...pet, required: ["kind"] } },
    );
    expect(comparison.schemas).toMatchObject([
      {
        status: "reached",
        changes: [],
        through: ["Pet"],
        producers: "breaking",
        consumers: "safe",
      },
      { status: "changed", producers: "breaking", consumers: "safe" },
    ]);
  });
});

describe("the step of the version", () => {
  const both = ["producers", "consumers"] as const;
  const step = (old: object, later: object, heeded: readonly (typeof both)[number][] = both) =>
    stepOf(compareFiles(old as Record<string, unknown>, later as Record<string, unknown>), heeded);

  test("is none where nothing changed, patch where wording did, minor where schemas were added", () => {
    const files = { "pet.json": pet };
    expect(step(files, files).step).toBe("none");
    expect(step(files, { "pet.json": { ...pet, description: "A pet." } }).step).toBe("patch");
    expect(step(files, { ...files, "person.json": person })).toMatchObject({
      step: "minor",
      reason: "1 schema new",
    });
  });

  test("is major where it breaks those whom the version is for, and minor where only others", () => {
    const [old, later] = [{ "pet.json": pet }, { "pet.json": { ...pet, required: ["kind"] } }];
    expect(step(old, later)).toMatchObject({ step: "major", reason: "1 schema breaks producers" });
    expect(step(old, later, ["consumers"])).toMatchObject({
      step: "minor",
      reason: "1 schema changed without breaking consumers",
    });
    expect(step(later, old, ["producers"]).step).toBe("minor");
  });
});

describe("manifests", () => {
  const entry = (name: string, hash: string) => ({
    source: `${name.toLowerCase()}.json`,
    pointer: "",
    name,
    root: true,
    module: `${name}.ts`,
    hash,
  });

  test("tell what was added, removed, renamed and written otherwise", () => {
    const comparison = compareManifests(
      { entries: [entry("A", "1"), entry("B", "2"), entry("C", "3"), entry("D", "4")] },
      { entries: [entry("A", "1"), entry("B", "5"), entry("E", "3"), entry("F", "6")] },
    );
    expect(comparison).toMatchObject({ detail: "names", unchanged: 1 });
    expect(statusesOf(comparison)).toEqual([
      ["changed", "B", "B"],
      ["removed", "D", undefined],
      ["renamed", "C", "E"],
      ["added", undefined, "F"],
    ]);
    expect(comparison.schemas[0]).toMatchObject({ producers: "may-break", consumers: "may-break" });
  });
});
