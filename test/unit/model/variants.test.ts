import { beforeAll, describe, expect, test } from "vitest";
import { defaultTypes } from "../../../generator/options.ts";
import { makeProject, type Project } from "../../harness/project.ts";

type Guard = (value: unknown) => boolean;

const user = {
  type: "object",
  required: ["id", "name", "password"],
  properties: {
    id: { type: "string", readOnly: true },
    name: { type: "string" },
    password: { $ref: "#/$defs/Secret" },
    role: { type: "string", default: "reader" },
    friends: { type: "array", items: { $ref: "#" } },
    address: { $ref: "#/$defs/Address" },
  },
  $defs: {
    Secret: { type: "string", writeOnly: true },
    Address: { type: "object", properties: { street: { type: "string" } } },
  },
};

describe("the variants of a schema", () => {
  let project: Project;
  let guards: Record<string, Guard>;

  beforeAll(async () => {
    const types = { ...defaultTypes, variants: true };
    const team = { type: "object", properties: { members: { items: { $ref: "user.json" } } } };
    project = await makeProject({ "user.json": user, "team.json": team }, { types });
    guards = (await project.importModule("index.ts")) as Record<string, Guard>;
  });

  test("are those of the schemas that differ, and of those that refer to them", () => {
    const names = Object.keys(guards).filter((name) => name.startsWith("is"));
    expect(names).toEqual([
      "isTeam",
      "isTeamInput",
      "isTeamOutput",
      "isUser",
      "isUserInput",
      "isUserOutput",
    ]);
    expect(project.files.get("User.ts")).not.toContain("AddressInput");
  });

  test("as input have no property that is read only", () => {
    expect(guards["isUserInput"]?.({ name: "", password: "" })).toBe(true);
    expect(guards["isUserInput"]?.({ name: "" })).toBe(false);
    expect(guards["isUser"]?.({ name: "", password: "" })).toBe(false);
    expect(project.files.get("User.ts")).toContain(`export interface UserInput {
  name: string;
  password: Secret;
  /** @default "reader" */
  role?: string;
  friends?: UserInput[];
  address?: Address;
}`);
  });

  test("as output have every default, and no property that is write only", () => {
    const value = { id: "", name: "", role: "" };
    expect(guards["isUserOutput"]?.(value)).toBe(true);
    expect(guards["isUserOutput"]?.({ ...value, role: undefined })).toBe(false);
    expect(guards["isTeamOutput"]?.({ members: [value] })).toBe(true);
    expect(guards["isTeam"]?.({ members: [value] })).toBe(false);
  });
});

test("a schema has no variants unless they are asked for", async () => {
  const { files } = await makeProject({ "user.json": user });
  expect(files.get("User.ts")).not.toContain("UserInput");
});
