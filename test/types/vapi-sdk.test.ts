import { symlinkSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { type Project, repository } from "../harness/project.ts";
import { makeVapi } from "../vapi/twilio-guard.ts";
import { assignable, judgeClaims, type Objection } from "./claims.ts";
import { contradictions, exceptedKeys, furtherProperties, tags } from "./vapi-sdk-exceptions.ts";

const schemas = [
  "BackoffPlan",
  "ContextEngineeringPlanAll",
  "ContextEngineeringPlanLastNMessages",
  "ContextEngineeringPlanNone",
  "CreateTwilioPhoneNumberDTO",
  "CustomMessage",
  "PhoneNumberCallEndingHookFilter",
  "PhoneNumberCallRingingHookFilter",
  "PhoneNumberHookCallEnding",
  "PhoneNumberHookCallRinging",
  "SayPhoneNumberHookAction",
  "Server",
  "SummaryPlan",
  "TextContent",
  "TransferDestinationNumber",
  "TransferDestinationSip",
  "TransferFallbackPlan",
  "TransferPhoneNumberHookAction",
  "TransferPlan",
];

const preamble = `
import type { Vapi } from "@vapi-ai/server-sdk";
import type * as Ours from "./generated/vapi/index.ts";

type IsNever<T> = [Exclude<T, undefined>] extends [never] ? true : false;

/** A type whose properties that are never take anything, so that the others can be compared. */
type Unblocked<T> = T extends object
  ? { [K in keyof T]: IsNever<T[K]> extends true ? unknown : Unblocked<T[K]> }
  : T;

/** The properties that are never. */
type Blocked<T> = { [K in keyof T]-?: IsNever<T[K]> extends true ? K : never }[keyof T];

/** The paths at which a type is any. */
type AnyPlaces<T, Path extends string> = 0 extends 1 & T
  ? Path
  : T extends readonly (infer Item)[]
    ? AnyPlaces<Item, \`\${Path}[]\`>
    : T extends object
      ? { [K in keyof T & string]-?: AnyPlaces<T[K], \`\${Path}.\${K}\`> }[keyof T & string]
      : never;

type Twilio = Extract<Vapi.CreatePhoneNumbersRequest, { provider: "twilio" }>;
type Wrong = Omit<Ours.Server, "url" | "headers"> & { url?: number; paths?: { of: any }[] };
`;

/** The SDK does not compile by itself without Node's types, nor tell absent from undefined. */
const options = { skipLibCheck: true, exactOptionalPropertyTypes: false };

function sdkType(schema: string): string {
  return `Vapi.${schema.replace(/DTO$/, "Dto")}`;
}

/** The SDK's type of a schema as it stands in a request, its tag included. */
function taggedSdkType(schema: string): string {
  if (schema === "CreateTwilioPhoneNumberDTO") return "Twilio";
  const tag = tags.find((candidate) => candidate.schema === schema);
  const type = sdkType(schema);
  return tag === undefined ? type : `${type} & { ${tag.property}: ${JSON.stringify(tag.value)} }`;
}

function keysOnlyInOurs(schema: string): string {
  return `Exclude<keyof Ours.${schema}, keyof ${sdkType(schema)}>`;
}

function keysOnlyInSdk(schema: string): string {
  return `Exclude<keyof ${sdkType(schema)}, keyof Ours.${schema}>`;
}

function blockedKeys(schema: string): string {
  return `Blocked<Ours.${schema}>`;
}

/** What is claimed of each schema. */
const rules = schemas.flatMap((schema) => {
  const [ours, sdk] = [`Ours.${schema}`, taggedSdkType(schema)];
  const claim = (name: string, from: string, to: string) =>
    assignable(`${schema}: ${name}`, from, to);
  return [
    claim("ours is assignable to the SDK's", ours, sdk),
    claim("the SDK's is assignable to ours", sdk, `Unblocked<${ours}>`),
    claim("ours has no further key", keysOnlyInOurs(schema), exceptedKeys(tags, schema)),
    claim(
      "the SDK's has no further key",
      keysOnlyInSdk(schema),
      exceptedKeys(furtherProperties, schema),
    ),
    claim("no property is never", blockedKeys(schema), exceptedKeys(contradictions, schema)),
    claim("nothing is any", `AnyPlaces<${ours}, "${schema}">`, "never"),
  ];
});

/** That each exception from a rule is one. */
const exceptions = [
  { places: tags, keys: keysOnlyInOurs },
  { places: furtherProperties, keys: keysOnlyInSdk },
  { places: contradictions, keys: blockedKeys },
].flatMap(({ places, keys }) =>
  places.map(({ schema, property, reason }) =>
    assignable(
      `${schema}.${property} is an exception: ${reason}`,
      JSON.stringify(property),
      keys(schema),
    ),
  ),
);

const claims = [
  ...rules,
  ...exceptions,
  assignable("nothing is any in the SDK's request", 'AnyPlaces<Twilio, "Twilio">', "never"),
];

/** Claims that do not hold, with what the judge must say of them. */
const controls = [
  {
    claim: assignable("a wrong type of ours to the SDK's", "Wrong", "Vapi.Server"),
    objection: /'url' are incompatible/,
  },
  {
    claim: assignable("the SDK's to a wrong type of ours", "Vapi.Server", "Unblocked<Wrong>"),
    objection: /'url' are incompatible/,
  },
  {
    claim: assignable("a key too many", "Exclude<keyof Wrong, keyof Vapi.Server>", "never"),
    objection: /"paths"/,
  },
  {
    claim: assignable("a key too few", "Exclude<keyof Vapi.Server, keyof Wrong>", "never"),
    objection: /"headers"/,
  },
  {
    claim: assignable("any, deep inside", 'AnyPlaces<Wrong, "Wrong">', "never"),
    objection: /"Wrong\.paths\[\]\.of"/,
  },
  {
    claim: assignable("a contradiction", "Vapi.BackoffPlan", "Ours.BackoffPlan"),
    objection: /'type' are incompatible/,
  },
];

describe("the types as published, with the SDK as their judge", () => {
  let project: Project;
  let objections: ReadonlyMap<string, readonly Objection[]>;

  beforeAll(async () => {
    project = await makeVapi("the folder of single files", "published");
    symlinkSync(path.join(repository, "node_modules"), path.join(project.folder, "node_modules"));
    const all = [...claims, ...controls.map(({ claim }) => claim)];
    objections = await judgeClaims(project.folder, preamble, all, options);
  });

  test("every schema is judged", () => {
    const roots = project.manifest.entries.filter(({ root }) => root);
    expect(roots.map(({ name }) => name).sort()).toEqual(schemas);
  });

  test.each(claims.map(({ name }) => name))("%s", (name) => {
    expect(objections.get(name)).toEqual([]);
  });

  test.each(controls.map(({ claim, objection }) => [claim.name, objection] as const))(
    "the judge objects to %s",
    (name, objection) => {
      expect(objections.get(name)?.map(({ message }) => message)).toEqual([
        expect.stringMatching(objection),
      ]);
    },
  );

  test("no module is written with any", () => {
    const modules = [...project.files].filter(([file]) => file.endsWith(".ts"));
    expect(modules.filter(([, text]) => isWrittenWithAny(text)).map(([file]) => file)).toEqual([]);
    expect(isWrittenWithAny("export type Items = Record<string, any>[];")).toBe(true);
  });
});

function isWrittenWithAny(text: string): boolean {
  const holdsAny = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, holdsAny) === true;
  return holdsAny(ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022));
}
