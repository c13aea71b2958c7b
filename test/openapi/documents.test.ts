import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { DiscriminatorMode } from "../../generator/dialects/discriminator.ts";
import { defaultTypes, type GenerateOptions } from "../../generator/options.ts";
import type { Issue } from "../../templates/runtime/issue.ts";
import { makeProject, type Project } from "../harness/project.ts";
import { assignable, judgeClaims } from "../types/claims.ts";
import { guardOf } from "../vapi/twilio-guard.ts";

/** A value, whether a schema accepts it, and whether it does where the discriminator decides. */
type Verdict = readonly [value: unknown, accepted: boolean, asserted?: boolean];

function makeDocument(
  name: string,
  discriminator: DiscriminatorMode,
  options: Partial<GenerateOptions> = {},
): Promise<Project> {
  const text = readFileSync(path.join(import.meta.dirname, "documents", name), "utf8");
  return makeProject({ [name]: text }, { discriminator, ...options });
}

async function issuesOf(project: Project, name: string, value: unknown): Promise<readonly Issue[]> {
  const { validate } = await guardOf(project, name);
  const result = validate(value);
  return result.ok ? [] : result.issues;
}

const line = { product: "p", count: 1, price: 9.5 };
const card = { method: "card", number: "1234567812345678" };
const order = { id: null, payment: card, lines: [line] };

const shop: Readonly<Record<string, readonly Verdict[]>> = {
  Order: [
    [order, true],
    [{ ...order, id: "abc", note: null, state: "paid", parent: order, alias: line }, true],
    [{ ...order, id: "ab" }, false],
    [{ ...order, lines: [] }, false],
    [{ ...order, note: 1 }, false],
    [{ ...order, state: null }, false],
    [{ ...order, parent: null }, false],
    [{ ...order, alias: null }, false],
    [{ ...order, other: 1 }, false],
    [{ payment: card, lines: [line] }, false],
  ],
  Line: [
    [line, true],
    [{ ...line, count: 0 }, false],
    [{ ...line, count: 100 }, true],
    [{ ...line, count: 101 }, false],
    [{ ...line, price: 10 }, false],
    [{ ...line, price: 0, secret: "" }, true],
    [{ count: 1, price: 1 }, false],
  ],
  Payment: [
    [card, true],
    [{ method: "Invoice", address: "" }, true],
    [{ method: "card", address: "" }, true, false],
    [{ method: "CardPayment", number: card.number }, true, false],
    [{ ...card, address: "" }, false, true],
    [{ number: card.number }, false],
    [{ method: "card", number: "1" }, false],
    [null, false],
  ],
  LimitParameter: [
    [1, true],
    [0, false],
    [2 ** 31, false],
  ],
};

const book = { medium: "paper", title: "T" };
const disc = { medium: "disc", title: null };

const library: Readonly<Record<string, readonly Verdict[]>> = {
  Item: [
    [book, false, true],
    [disc, true],
    [{ title: "T", pages: 1 }, true, false],
    [{ medium: "Book", title: "T", pages: 2 }, false],
    [{ medium: "disc", title: "T", tracks: ["a", 1] }, true],
    [{ medium: "disc", title: "T", tracks: [1] }, false],
    [{ medium: "paper", title: "T", pages: 0 }, true, false],
    [{ ...book, sequel: { ...book, sequel: disc } }, true],
    [{ ...book, sequel: { ...book, sequel: 1 } }, false],
    [{ ...disc, medium: "paper" }, true, false],
    [[], false],
  ],
  Book: [
    [{ title: "T" }, true],
    [{ title: "T", other: 1 }, false],
    [{ title: "T", pages: 0 }, false],
  ],
  Shelf: [
    [{ label: "", older: ["a"] }, true],
    [{ label: null }, false],
    [{ older: ["a", 1] }, false],
    [{ items: [disc] }, true],
    [{ items: [{}] }, false],
  ],
};

describe.each([
  ["shop-3.0.yaml", shop],
  ["library-3.1.yaml", library],
] as const)("the guards of %s", (file, verdicts) => {
  test.each(["annotate", "assert"] as const)(
    "judge as hand does, where discriminators %s",
    async (mode) => {
      const project = await makeDocument(file, mode);
      for (const [name, values] of Object.entries(verdicts)) {
        const { is, validate } = await guardOf(project, name);
        for (const [value, accepted, asserted = accepted] of values) {
          const verdict = mode === "assert" ? asserted : accepted;
          const shown = `${name} ${JSON.stringify(value)}`;
          expect([shown, is(value), validate(value).ok]).toEqual([shown, verdict, verdict]);
        }
      }
    },
  );
});

describe("a document with discriminators", () => {
  let annotated: Project;
  let asserted: Project;
  beforeAll(async () => {
    annotated = await makeDocument("shop-3.0.yaml", "annotate");
    asserted = await makeDocument("shop-3.0.yaml", "assert");
  });

  test("is warned about what has no effect, each at its place", () => {
    expect(annotated.diagnostics.map(({ code, location }) => [code, location?.pointer])).toEqual([
      ["keyword-without-effect", "/components/schemas/Order/properties/state/nullable"],
      ["keyword-without-effect", "/components/schemas/Order/properties/parent/nullable"],
      ["ignored-beside-ref", "/components/schemas/Order/properties/alias/nullable"],
    ]);
  });

  test("lets the branch speak that the tag selects, however near the others are", async () => {
    const value = { method: "card", number: 1, address: 1 };
    for (const project of [annotated, asserted]) {
      const issues = await issuesOf(project, "Payment", value);
      expect(issues.map(({ instancePath, keyword }) => [instancePath, keyword])).toEqual([
        ["/number", "type"],
      ]);
    }
  });

  test("lets the nearest branch speak where the tag selects none", async () => {
    const issues = await issuesOf(annotated, "Payment", { method: "cash", number: 1, address: 1 });
    expect(issues).toHaveLength(1);
  });

  test("names the tag where it decides and is missing or unknown", async () => {
    const places = async (value: unknown) =>
      (await issuesOf(asserted, "Payment", value)).map(({ instancePath, schemaPath, message }) => [
        instancePath,
        schemaPath,
        message,
      ]);
    expect(await places({})).toEqual([
      ["", "#/oneOf/0/required", 'must have the property "method"'],
    ]);
    expect(await places({ method: "cash" })).toEqual([
      ["/method", "#/oneOf/0/properties/method/enum", 'must be one of "card", "Invoice"'],
    ]);
  });

  test("has types that narrow by a tag that decides", async () => {
    const preamble =
      'import type { CardPayment } from "./CardPayment.ts";\nimport type { Payment } from "./Payment.ts";';
    const narrowed = 'Extract<Payment, { method: "card" }>';
    const claims = [
      assignable("to the branch", narrowed, "CardPayment"),
      assignable("to its values", 'Payment["method"]', '"card" | "Invoice"'),
    ];
    const objections = await judgeClaims(path.join(asserted.folder, "generated"), preamble, claims);
    expect([...objections.values()]).toEqual([[], []]);
  });

  test("has the same tags in the variants of its schemas", async () => {
    const types = { ...defaultTypes, variants: true };
    const project = await makeDocument("shop-3.0.yaml", "assert", { types });
    const { isOrderInput } = await project.importModule("Order.ts");
    const accepts = isOrderInput as (value: unknown) => boolean;
    const lines = [{ count: 1, price: 1 }];
    expect(accepts({ ...order, lines })).toBe(true);
    expect(accepts({ ...order, lines, payment: { ...card, method: "cash" } })).toBe(false);
  });

  test("lets the branch of a variant speak that the tag selects", async () => {
    const owner = {
      type: "object",
      required: ["kind", "id"],
      properties: { kind: { type: "string" } },
    };
    const id = { type: "string", readOnly: true };
    const project = await makeProject(
      {
        "api.json": {
          openapi: "3.1.0",
          components: {
            schemas: {
              Owner: {
                oneOf: [
                  { $ref: "#/components/schemas/Person" },
                  { $ref: "#/components/schemas/Firm" },
                ],
                discriminator: { propertyName: "kind", mapping: { firm: "Firm" } },
              },
              Person: {
                ...owner,
                properties: { ...owner.properties, id, name: { type: "string" } },
              },
              Firm: {
                ...owner,
                properties: {
                  ...owner.properties,
                  id,
                  name: { type: "number" },
                  seat: { type: "number" },
                },
              },
            },
          },
        },
      },
      { types: { ...defaultTypes, variants: true } },
    );
    const { validateOwnerInput } = await project.importModule("Owner.ts");
    const validate = validateOwnerInput as (value: unknown) => {
      readonly issues: readonly Issue[];
    };
    const { issues } = validate({ kind: "firm", name: null, seat: "" });
    expect(issues.map(({ instancePath }) => instancePath)).toEqual(["/name", "/seat"]);
  });

  test("says in docs and comments which messages carry a property", () => {
    expect(annotated.files.get("docs/Line.md")).toContain(
      "| `product` | string | yes, in responses | **Read-only** |",
    );
    expect(annotated.files.get("docs/Line.md")).toMatch(/`secret` .* \| no \| \*\*Write-only/);
    expect(annotated.files.get("Line.ts")).toContain("/** Only responses carry it. */");
    expect(annotated.files.get("Line.ts")).toContain("Only requests carry it.");
    expect(annotated.files.get("docs/Order.md")).toContain('Example: `"Leave it at the door"`');
  });
});
