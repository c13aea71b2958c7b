import { contentModes } from "../dialects/content.ts";
import { dialectNames } from "../dialects/dialect-name.ts";
import { discriminatorModes } from "../dialects/discriminator.ts";
import { formatModes } from "../dialects/formats.ts";
import { diagnose } from "../diagnostics/diagnose.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { appendTokens } from "../pointer/json-pointer.ts";
import { nearestNames } from "../text/nearest.ts";
import type { ConfigFile } from "./config-file.ts";
import {
  enumForms,
  formatForms,
  importExtensions,
  nameSources,
  openObjectForms,
  outputKinds,
} from "./config.ts";

/** What a value of a config may be. */
type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "switch" }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "list"; readonly items: Shape; readonly isFilled?: boolean }
  | { readonly kind: "map"; readonly values: Shape }
  | { readonly kind: "record"; readonly members: ReadonlyMap<string, Shape> };

const text: Shape = { kind: "text" };
const list: Shape = { kind: "list", items: text };

const configShape: Shape = record([
  ["inputs", list],
  ["out", text],
  ["outputs", { kind: "list", items: { kind: "choice", choices: outputKinds }, isFilled: true }],
  ["overlays", list],
  ["defaultDialect", { kind: "choice", choices: dialectNames }],
  [
    "names",
    record([
      ["by", { kind: "choice", choices: nameSources }],
      ["rename", { kind: "map", values: text }],
    ]),
  ],
  ["formats", { kind: "choice", choices: formatModes }],
  ["customFormats", { kind: "map", values: text }],
  ["content", { kind: "choice", choices: contentModes }],
  ["discriminator", { kind: "choice", choices: discriminatorModes }],
  [
    "types",
    record([
      ["enums", { kind: "choice", choices: enumForms }],
      ["readonly", { kind: "switch" }],
      ["openObjects", { kind: "choice", choices: openObjectForms }],
      ["itemCounts", { kind: "switch" }],
      ["formats", { kind: "choice", choices: formatForms }],
      ["tsType", { kind: "switch" }],
      ["variants", { kind: "switch" }],
    ]),
  ],
  ["assumeObject", { kind: "switch" }],
  ["map", { kind: "map", values: text }],
  ["templates", text],
  ["importExtension", { kind: "choice", choices: importExtensions }],
]);

function record(members: readonly (readonly [string, Shape])[]): Shape {
  return { kind: "record", members: new Map(members) };
}

/** A value of a config and where it stands. */
interface Place {
  readonly config: ConfigFile;
  readonly pointer: string;
}

/**
 * Checks a config against what a config may say. Returns all its faults (`config-invalid`), each
 * at its place; none where the value is a `Config`.
 */
export function validateConfig(config: ConfigFile): Diagnostic[] {
  return validate(config.value, configShape, { config, pointer: "" });
}

function validate(value: unknown, shape: Shape, place: Place): Diagnostic[] {
  switch (shape.kind) {
    case "text":
      return typeof value === "string" ? [] : [wrongValue(value, "a string", place)];
    case "switch":
      return typeof value === "boolean" ? [] : [wrongValue(value, "true or false", place)];
    case "choice":
      return shape.choices.some((choice) => choice === value)
        ? []
        : [wrongChoice(value, shape.choices, place)];
    case "list":
      if (!Array.isArray(value)) return [wrongValue(value, "an array of strings", place)];
      if (shape.isFilled === true && value.length === 0) return [emptyList(place)];
      return value.flatMap((item, index) => validate(item, shape.items, member(place, index)));
    case "map":
      if (!isObject(value)) return [wrongValue(value, "an object of strings", place)];
      return Object.entries(value).flatMap(([key, item]) =>
        validate(item, shape.values, member(place, key)),
      );
    case "record":
      if (!isObject(value)) return [wrongValue(value, "an object", place)];
      return Object.entries(value).flatMap(([key, item]) => {
        const known = shape.members.get(key);
        if (known === undefined) return [unknownKey(key, shape.members.keys(), member(place, key))];
        // A module may spell an option out as undefined; that is as good as leaving it out.
        return item === undefined ? [] : validate(item, known, member(place, key));
      });
  }
}

function member({ config, pointer }: Place, key: string | number): Place {
  return { config, pointer: appendTokens(pointer, key) };
}

function unknownKey(key: string, known: Iterable<string>, place: Place): Diagnostic {
  const names = [...known];
  const [nearest] = nearestNames(key, names, 1);
  const help =
    nearest === undefined
      ? `the options here are ${names.join(", ")}`
      : `did you mean "${nearest}"?`;
  return fault(`The config has no option "${key}"`, help, place);
}

function wrongChoice(value: unknown, choices: readonly string[], place: Place): Diagnostic {
  const [nearest] = typeof value === "string" ? nearestNames(value, choices, 1) : [];
  const expected = `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
  const hint = nearest ? `; did you mean ${JSON.stringify(nearest)}?` : "";
  return fault(
    `${optionName(place)} has a value that it cannot have`,
    `give ${expected}${hint}`,
    place,
  );
}

function emptyList(place: Place): Diagnostic {
  const help = "name at least one member, or leave the option out to have its default";
  return fault(`${optionName(place)} is an empty array`, help, place);
}

function wrongValue(value: unknown, expected: string, place: Place): Diagnostic {
  return fault(`${optionName(place)} is ${typeName(value)}`, `give ${expected}`, place);
}

function fault(message: string, help: string, { config, pointer }: Place): Diagnostic {
  return diagnose("config-invalid", message, { help, location: { file: config.file, pointer } });
}

function optionName({ pointer }: Place): string {
  return pointer === "" ? "The config" : `The option at ${pointer}`;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
