import { beforeAll, describe, expect, test } from "vitest";
import { makeProject, type Project } from "../harness/project.ts";
import { rootName } from "./closure.ts";
import { memberOf, membersOf, pageOf } from "./emitted-member.ts";
import { dataAbsent, needingData, readVapiJson } from "./payloads.ts";
import { accepts, issues, makeVapi, sources } from "./twilio-guard.ts";

let published: Project;
beforeAll(async () => {
  published = await makeVapi(sources[0], "published");
});

const typeOf = (name: string, property: string) => memberOf(published, name, property).text;

const twilio = { provider: "twilio", number: "+14155550100", twilioAccountSid: "AC0" };
const say = { type: "say", exact: "Hello" };

describe("the traps of the Vapi schemas", () => {
  test("trap 10: one property has different shapes in two schemas", async () => {
    const actions = "TransferPhoneNumberHookAction | SayPhoneNumberHookAction";
    expect(typeOf("PhoneNumberHookCallRinging", "do")).toBe(`do: (${actions})[];`);
    expect(typeOf("PhoneNumberHookCallEnding", "do")).toBe(`do?: ${actions};`);

    const ringing = { on: "call.ringing" };
    expect(await accepts(published, "PhoneNumberHookCallRinging", { ...ringing, do: [say] })).toBe(
      true,
    );
    expect(await accepts(published, "PhoneNumberHookCallRinging", { ...ringing, do: say })).toBe(
      false,
    );
    const ending = { on: "call.ending" };
    expect(await accepts(published, "PhoneNumberHookCallEnding", { ...ending, do: say })).toBe(
      true,
    );
    expect(await accepts(published, "PhoneNumberHookCallEnding", { ...ending, do: [say] })).toBe(
      false,
    );
  });

  test("trap 11: properties named like keywords are ordinary properties", async () => {
    expect([...membersOf(published, "PhoneNumberCallEndingHookFilter").keys()]).toEqual([
      "type",
      "key",
      "oneOf",
    ]);
    expect(typeOf("TransferDestinationNumber", "description")).toBe("description?: string;");
    expect(typeOf("TransferDestinationNumber", "number")).toBe("number: string;");
    expect(typeOf("PhoneNumberHookCallRinging", "on")).toBe('on: "call.ringing";');

    const destination = { type: "number", number: "123", description: 4 };
    expect(await issues(published, "TransferDestinationNumber", destination)).toMatchObject([
      { instancePath: "/description", keyword: "type" },
    ]);
    const filter = { type: "oneOf", key: "call.endedReason" };
    expect(await issues(published, "PhoneNumberCallEndingHookFilter", filter)).toMatchObject([
      { keyword: "required", params: { missingProperty: "oneOf" } },
    ]);
  });

  test("trap 12: prose cannot break out of a comment, a table or a page", async () => {
    const description =
      "Ends */ here, {@link x} a | b\n@deprecated <Say>{{name}}</Say> @default: `1`";
    const project = await makeProject({
      "a.json": {
        properties: { value: { type: "string", description, default: "a */ b" } },
        type: "object",
      },
    });
    const member = memberOf(project, "A", "value");
    expect(member.text).toBe("value?: string;");
    expect(member.tags).toEqual(["default"]);
    expect(member.description).toContain("@deprecated");
    const page = withoutCode(pageOf(project, "A"));
    expect(page).not.toMatch(/(?<!\\)<Say>/);
    expect(page).not.toMatch(/(?<!\\)\{\{name/);
    const row = /^\| `value` .*$/m.exec(pageOf(project, "A"))?.[0] ?? "";
    expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
  });

  test("trap 13: a free-form object is a record, with any key and no array", async () => {
    expect(typeOf("Server", "headers")).toBe("headers?: Record<string, unknown>;");
    expect(typeOf("TransferDestinationSip", "sipHeaders")).toBe(
      "sipHeaders?: Record<string, unknown>;",
    );
    expect(typeOf("SummaryPlan", "messages")).toBe("messages?: Record<string, unknown>[];");

    const headers: unknown = JSON.parse('{ "__proto__": [], "constructor": null, "a": {} }');
    expect(await accepts(published, "Server", { headers })).toBe(true);
    for (const other of [[], "X-Env: prod", 1, null]) {
      expect(await accepts(published, "Server", { headers: other })).toBe(false);
    }
  });

  test("trap 14: objects are open, to keys of other branches too", async () => {
    const sip = { type: "sip", sipUri: "sip:desk", number: 1, extension: "" };
    const value = { ...twilio, extra: 1, server: { note: null }, fallbackDestination: sip };
    expect(await accepts(published, rootName, value)).toBe(true);
  });

  test("trap 15: maxLength counts code points, beside an enum too", async () => {
    const phone = "\u{1F4DE}";
    expect(await accepts(published, rootName, { ...twilio, name: phone.repeat(40) })).toBe(true);
    expect(await accepts(published, rootName, { ...twilio, name: phone.repeat(41) })).toBe(false);

    expect(await accepts(published, "PhoneNumberHookCallEnding", { on: "call.ending" })).toBe(true);
    const limited = await makeProject({
      "tag.json": { enum: ["number", "sip", phone], maxLength: 3 },
    });
    expect(await accepts(limited, "Tag", "sip")).toBe(true);
    expect(await accepts(limited, "Tag", phone)).toBe(true);
    expect(await accepts(limited, "Tag", "number")).toBe(false);
  });

  test("trap 16: a number may have a fraction, and optional is not nullable", async () => {
    expect(await accepts(published, "Server", { timeoutSeconds: 7.5 })).toBe(true);
    const plan = { type: "lastNMessages", maxMessages: 0.5 };
    expect(await accepts(published, "ContextEngineeringPlanLastNMessages", plan)).toBe(true);
    expect(await accepts(published, "Server", { timeoutSeconds: null })).toBe(false);
    expect(typeOf("Server", "timeoutSeconds")).toBe("timeoutSeconds?: number;");
  });

  test("trap 17: rules that only the prose holds are not enforced", async () => {
    const destination = { type: "number", number: "abc", numberE164CheckEnabled: true };
    expect(await accepts(published, "TransferDestinationNumber", destination)).toBe(true);
    const hook = { on: "call.ringing", do: [say, say] };
    expect(await accepts(published, "PhoneNumberHookCallRinging", hook)).toBe(true);
    const plan = { mode: "blind-transfer", twiml: "<Say>Hello</Say>" };
    expect(await accepts(published, "TransferPlan", plan)).toBe(true);
  });
});

/** A page without its code blocks and code spans. */
function withoutCode(page: string): string {
  return page.replaceAll(/^(`{3,})[^]*?^\1$/gm, "").replaceAll(/(`+)[^]*?\1/g, "");
}

describe.skipIf(dataAbsent)(needingData("the traps of the published Vapi prose"), () => {
  let original: Project;
  beforeAll(async () => {
    const names = [rootName, ...Object.keys(readVapiJson("facts.json") as object)];
    const document = readVapiJson("openapi.json") as {
      readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
    };
    const schemas = Object.fromEntries(
      names.map((name) => [name, document.components.schemas[name]]),
    );
    original = await makeProject({
      "vapi.json": { ...document, paths: {}, components: { schemas } },
    });
  });

  test("trap 12: a default is told once, from the keyword and never from the prose", () => {
    const both = [
      [rootName, "smsEnabled", "true"],
      ["TransferDestinationNumber", "numberE164CheckEnabled", "true"],
      ["TransferPlan", "timeout", "60"],
      ["TransferPlan", "dialTimeout", "60"],
      ["TransferFallbackPlan", "endCallEnabled", "true"],
      ["TransferPlan", "sipVerb", '"refer"'],
    ] as const;
    for (const [name, property, value] of both) {
      expect(memberOf(original, name, property).defaults, property).toEqual([value]);
    }
    const members = original.manifest.entries.flatMap(({ name }) => [
      ...membersOf(original, name).values(),
    ]);
    expect(members.filter(({ defaults }) => defaults.length > 0)).toHaveLength(both.length);
  });

  test("trap 12: prose with JSON, templates and markup stays prose", () => {
    expect(memberOf(original, "SummaryPlan", "messages").description).toContain("{{transcript}}");
    expect(memberOf(original, "TransferPlan", "twiml").description).toContain("<Say");
    const page = withoutCode(pageOf(original, "TransferPlan"));
    expect(page).not.toMatch(/(?<!\\)<Say/);
  });
});
