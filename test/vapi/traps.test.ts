import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { CreateTwilioPhoneNumberDTO } from "../../generated/vapi/index.ts";
import { makeProject, type Project, repository } from "../harness/project.ts";
import { rootName, seedFile } from "./closure.ts";
import { memberOf, moduleOf, pageOf } from "./emitted-member.ts";
import { failureOf, found, places } from "./findings.ts";
import { accepts, issues, makeVapi, sources } from "./twilio-guard.ts";

const withPages = new Set(["types", "guards", "docs"] as const);

let published: Project;
let repaired: Project;
beforeAll(async () => {
  published = await makeVapi(sources[0], "published", withPages);
  repaired = await makeVapi(sources[0], "repaired", withPages);
});

const typeOf = (project: Project, name: string, property: string) =>
  memberOf(project, name, property).text;

const readInput = (file: string) =>
  readFileSync(path.join(repository, "schemas/vapi", file), "utf8");

const backoffPlan = { type: "fixed", maxRetries: 1, baseDelaySeconds: 0 };
const endingFilter = {
  type: "oneOf",
  key: "call.endedReason",
  oneOf: ["assistant-request-failed"],
};
const twilio = { provider: "twilio", number: "+14155550100", twilioAccountSid: "AC0" };

describe("the traps of the Vapi schemas", () => {
  test("trap 1: contradictions are never, with a warning at their place", async () => {
    expect(typeOf(published, "TransferPlan", "sipVerb")).toBe("sipVerb?: never;");
    expect(typeOf(published, "BackoffPlan", "type")).toBe("type: never;");
    expect(typeOf(published, "PhoneNumberCallEndingHookFilter", "oneOf")).toBe("oneOf: never;");
    expect(typeOf(published, "BackoffPlan", "excludedStatusCodes")).toBe(
      "excludedStatusCodes?: Record<string, unknown>[];",
    );

    for (const type of ["fixed", {}, [], null]) {
      expect(await accepts(published, "BackoffPlan", { ...backoffPlan, type })).toBe(false);
    }
    for (const oneOf of [endingFilter.oneOf, [], "assistant-request-failed"]) {
      const value = { ...endingFilter, oneOf };
      expect(await accepts(published, "PhoneNumberCallEndingHookFilter", value)).toBe(false);
    }
    const plan = { mode: "blind-transfer", sipVerb: "refer" };
    expect(await accepts(published, "TransferPlan", plan)).toBe(false);
    expect(await issues(published, "TransferPlan", plan)).toMatchObject([{ keyword: "type" }]);
    expect(await issues(published, "TransferPlan", { ...plan, sipVerb: {} })).toMatchObject([
      { keyword: "enum" },
    ]);

    const warnings = found(published.diagnostics, "contradiction");
    expect(places(warnings)).toEqual([
      "BackoffPlan.json#/properties/type/enum",
      "PhoneNumberCallEndingHookFilter.json#/properties/oneOf/enum",
      "TransferPlan.json#/properties/sipVerb/enum",
    ]);
    for (const { severity, message } of warnings) {
      expect(severity).toBe("warning");
      expect(message).toMatch(/^type "\w+" and enum \[/);
    }
    expect(places(found(published.diagnostics, "unsatisfiable"))).toEqual([
      "BackoffPlan.json#",
      "PhoneNumberCallEndingHookFilter.json#",
    ]);
  });

  test("trap 1: the repairs are an overlay, and leave no contradiction", async () => {
    expect(typeOf(repaired, "TransferPlan", "sipVerb")).toBe('sipVerb?: "refer" | "bye" | "dial";');
    expect(typeOf(repaired, "BackoffPlan", "type")).toBe('type: "fixed" | "exponential";');
    expect(typeOf(repaired, "BackoffPlan", "excludedStatusCodes")).toBe(
      "excludedStatusCodes?: number[];",
    );
    expect(typeOf(repaired, "PhoneNumberCallEndingHookFilter", "oneOf")).toMatch(
      /^oneOf: \("assistant-request-failed" \| .*\)\[\];$/,
    );
    const plan = { ...backoffPlan, excludedStatusCodes: [400] };
    expect(await accepts(repaired, "BackoffPlan", plan)).toBe(true);
    expect(await accepts(repaired, "PhoneNumberCallEndingHookFilter", endingFilter)).toBe(true);
    expect(repaired.diagnostics.map(({ code }) => code)).toEqual(["fragment-id"]);
  });

  test("trap 2: maxLength on an array is ignored with a warning, and is no maxItems", async () => {
    const name = "PhoneNumberCallRingingHookFilter";
    const filter = { type: "startsWith", key: "number", startsWith: Array(21).fill("1") };
    expect(typeOf(published, name, "startsWith")).toBe("startsWith: string[];");
    expect(await accepts(published, name, filter)).toBe(true);
    expect(places(found(published.diagnostics, "keyword-without-effect"))).toEqual([
      `${name}.json#/properties/startsWith/maxLength`,
    ]);
    expect(pageOf(published, name)).not.toContain("20 items");
    expect(pageOf(repaired, name)).toContain("20 items");

    expect(await issues(repaired, name, filter)).toMatchObject([
      { keyword: "maxItems", instancePath: "/startsWith" },
    ]);
  });

  test("trap 3: an $id that is only a fragment names, with a warning, and is no base", async () => {
    expect(places(found(published.diagnostics, "fragment-id"))).toEqual([`${seedFile}#/$id`]);
    const entry = published.manifest.entries.find(({ source }) => source === `vapi/${seedFile}`);
    expect(entry).toMatchObject({ name: rootName, module: `vapi/${rootName}.ts` });

    const { importModule } = await makeProject({
      "a.json": {
        $id: "#/components/schemas/Pair",
        allOf: [{ $ref: "#/$defs/Text" }, { $ref: "b.json" }],
        $defs: { Text: { type: "string" } },
      },
      "b.json": { minLength: 2 },
    });
    const { isPair } = (await importModule("Pair.ts")) as { isPair: (value: unknown) => boolean };
    expect(["ab", "a", 12].map(isPair)).toEqual([true, false, false]);
  });

  test("trap 4: the seed's references find their targets among the other inputs", () => {
    expect(published.manifest.entries).toHaveLength(19);
    expect(typeOf(published, rootName, "server")).toBe("server?: Server;");
    for (const [file, text] of published.files) {
      if (file.endsWith(".ts")) expect(text, file).not.toMatch(/[:<|(]\s*any\b/);
    }
  });

  test("trap 4: the seed alone is one error that lists every dangling reference", async () => {
    const diagnostics = await failureOf({ [seedFile]: readInput(seedFile) });
    const dangling = found(diagnostics, "dangling-ref");
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(dangling);
    expect(places(dangling)).toEqual([
      `${seedFile}#/properties/fallbackDestination/oneOf/0/$ref`,
      `${seedFile}#/properties/fallbackDestination/oneOf/1/$ref`,
      `${seedFile}#/properties/hooks/items/oneOf/0/$ref`,
      `${seedFile}#/properties/hooks/items/oneOf/1/$ref`,
      `${seedFile}#/properties/server/allOf/0/$ref`,
    ]);
    const targets = [
      "TransferDestinationNumber",
      "TransferDestinationSip",
      "PhoneNumberHookCallRinging",
      "PhoneNumberHookCallEnding",
      "Server",
    ];
    const help = "add the file, folder or OpenAPI document that holds it to the inputs";
    expect(dangling).toMatchObject(
      targets.map((target) => ({
        message: `$ref "#/components/schemas/${target}" has no target`,
        help: expect.stringContaining(help) as string,
      })),
    );
  });

  test("trap 4: a dangling reference is told the nearest existing names", async () => {
    const diagnostics = await failureOf({
      "plan.json": { properties: { server: { $ref: "#/components/schemas/Server" } } },
      "Servers.json": { type: "array" },
    });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.help).toContain("Servers");
  });

  test("trap 5: a file without $schema has the configured dialect, others their own", async () => {
    const inputs = {
      "own.json": {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        type: "string",
        nullable: true,
      },
      "default.json": { type: "string", nullable: true, example: "a" },
    };
    const openapi = await makeProject(inputs, { defaultDialect: "openapi-3.0" });
    expect(await accepts(openapi, "Own", null)).toBe(false);
    expect(await accepts(openapi, "Default", null)).toBe(true);
    expect(pageOf(openapi, "Default")).toContain('## Example\n\n```json\n"a"\n```');
    expect(await accepts(await makeProject(inputs), "Default", null)).toBe(false);
  });

  test("trap 6: a title beside a reference is a label, never a name", () => {
    const names = published.manifest.entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["TextContent", "ContextEngineeringPlanNone"]));
    expect(typeOf(published, "TransferPlan", "contextEngineeringPlan")).toBe(
      "contextEngineeringPlan?: ContextEngineeringPlanLastNMessages | ContextEngineeringPlanNone | ContextEngineeringPlanAll;",
    );
    expect(typeOf(published, rootName, "fallbackDestination")).toBe(
      "fallbackDestination?: TransferDestinationNumber | TransferDestinationSip;",
    );
    const labels = ["Text", "None", "All", "LastNMessages", "NumberTransferDestination"];
    const declared = new RegExp(`\\b(?:type|interface) (?:${labels.join("|")})\\b`);
    for (const [file, text] of published.files) {
      if (file.endsWith(".ts")) expect(text, file).not.toMatch(declared);
    }
    expect(pageOf(published, "TransferPlan")).toContain("Last N Messages");
    expect(pageOf(published, rootName)).toContain("NumberTransferDestination");
  });

  test("trap 7: allOf of one reference is its target, described at the property", () => {
    const attached = [
      [rootName, "server", "Server"],
      ["TransferDestinationNumber", "transferPlan", "TransferPlan"],
      ["TransferDestinationSip", "transferPlan", "TransferPlan"],
      ["TransferPlan", "summaryPlan", "SummaryPlan"],
      ["TransferPlan", "fallbackPlan", "TransferFallbackPlan"],
      ["Server", "backoffPlan", "BackoffPlan"],
    ] as const;
    for (const [name, property, target] of attached) {
      const { text, description } = memberOf(published, name, property);
      expect(text).toBe(`${property}?: ${target};`);
      expect(description).not.toBe("");
      expect(moduleOf(published, target)).not.toContain(description.split("\n")[0]);
      expect(pageOf(published, target)).not.toContain(description.split("\n")[0]);
    }
  });

  test("trap 8: a tagged oneOf is a union that narrows, and a report keeps to its branch", async () => {
    type Destination = NonNullable<CreateTwilioPhoneNumberDTO["fallbackDestination"]>;
    const addressOf = (destination: Destination): string =>
      destination.type === "sip" ? destination.sipUri : destination.number;
    expect(addressOf({ type: "sip", sipUri: "sip:desk" })).toBe("sip:desk");

    const tagged = [
      [rootName, "fallbackDestination", { type: "sip" }, "sipUri", 1],
      ["TransferPhoneNumberHookAction", "destination", { type: "number" }, "number", 0],
      ["PhoneNumberHookCallEnding", "do", { type: "say" }, "exact", 1],
      ["TransferPlan", "contextEngineeringPlan", { type: "lastNMessages" }, "maxMessages", 0],
    ] as const;
    for (const [name, property, value, missingProperty, branch] of tagged) {
      const spoken = (await issues(published, name, { [property]: value })).filter(
        ({ instancePath }) => instancePath === `/${property}`,
      );
      expect(spoken).toMatchObject([{ keyword: "required", params: { missingProperty } }]);
      expect(spoken[0]?.schemaPath).toMatch(`#/properties/${property}/oneOf/${branch}/$ref/`);
    }
    expect(
      await issues(published, rootName, { ...twilio, hooks: [{ on: "call.ringing" }] }),
    ).toEqual([
      expect.objectContaining({ instancePath: "/hooks/0", params: { missingProperty: "do" } }),
    ]);
    expect(await issues(published, rootName, { ...twilio, hooks: [{ on: "?" }] })).toMatchObject([
      { instancePath: "/hooks/0/on", params: { allowedValues: ["call.ringing", "call.ending"] } },
    ]);
  });

  test("trap 9: a oneOf without a tag is a plain union, one of one branch that branch", async () => {
    for (const name of ["TransferDestinationNumber", "TransferDestinationSip", "TransferPlan"]) {
      expect(typeOf(published, name, "message")).toBe("message?: string | CustomMessage;");
    }
    expect(typeOf(published, "TransferFallbackPlan", "message")).toBe(
      "message: string | CustomMessage;",
    );
    expect(typeOf(published, "CustomMessage", "contents")).toBe("contents?: TextContent[];");

    for (const message of ["", { type: "custom-message" }]) {
      expect(await accepts(published, "TransferFallbackPlan", { message })).toBe(true);
    }
    expect(await accepts(published, "TransferFallbackPlan", { message: null })).toBe(false);
    const message = { type: "custom-message", contents: [{ type: "text", language: "en" }] };
    expect(await issues(published, "CustomMessage", message)).toMatchObject([
      { instancePath: "/contents/0", keyword: "required", params: { missingProperty: "text" } },
    ]);
  });
});
