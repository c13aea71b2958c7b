import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { createLogger, createServer, type ViteDevServer } from "vite";
import { schemaloom } from "../../generator/bundlers/vite.ts";
import { writeProject, writeText } from "../harness/project.ts";

let server: ViteDevServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Payload {
  readonly type: string;
  readonly err?: { readonly message: string };
}

interface Served {
  readonly folder: string;
  readonly server: ViteDevServer;
  /** What was sent to the browser. */
  readonly sent: () => readonly Payload[];
  /** What the server wrote to its log. */
  readonly log: string[];
}

async function serve(schema: string): Promise<Served> {
  const folder = writeProject({ "pet.json": schema });
  writeText(
    path.join(folder, "src/main.ts"),
    'import { isPet } from "./generated/Pet.ts";\nconsole.log(isPet(1));\n',
  );
  const log: string[] = [];
  const write = (message: string) => {
    log.push(message);
  };
  server = await createServer({
    root: folder,
    configFile: false,
    customLogger: { ...createLogger("silent"), info: write, warn: write, error: write },
    server: { port: 0 },
    plugins: [
      schemaloom({
        cwd: folder,
        config: { inputs: ["schemas"], out: "src/generated", outputs: ["guards"] },
      }),
    ],
  });
  await server.listen();
  const send = vi.spyOn(server.ws, "send");
  const sent = () => send.mock.calls.map(([payload]) => payload as unknown as Payload);
  return { folder, server, sent, log };
}

async function servedModule({ server }: Served): Promise<string> {
  return (await server.transformRequest("/src/generated/Pet.ts"))?.code ?? "";
}

function until(condition: () => boolean | Promise<boolean>): Promise<unknown> {
  return vi.waitUntil(condition, { timeout: 20_000, interval: 30 });
}

const writeSchema = ({ folder }: Served, text: string) => {
  writeText(path.join(folder, "schemas/pet.json"), text);
};

test("a server serves what is generated as it starts, and anew once a schema changes", async () => {
  const served = await serve('{ "const": "first" }');
  expect(await servedModule(served)).toContain('"first"');
  await wait(200);
  writeSchema(served, '{ "const": "second" }');
  await until(async () => (await servedModule(served)).includes('"second"'));
  await until(() => served.sent().some(({ type }) => type === "full-reload" || type === "update"));
  expect(served.log.join("\n")).toContain("schemaloom: 2 files generated");
});

test("a server tells an error in its log and to the browser, serves on, and takes it back", async () => {
  const served = await serve('{ "const": "first" }');
  await servedModule(served);
  writeSchema(served, "{ broken");
  await until(() => served.sent().some(({ type }) => type === "error"));
  const [error] = served.sent().filter(({ type }) => type === "error");
  expect(error?.err?.message).toContain("error invalid-json");
  expect(error?.err?.message).toContain("pet.json:1:3");
  expect(served.log.join("\n")).toContain("error invalid-json");
  expect(await servedModule(served)).toContain('"first"');
  expect(served.sent().some(({ type }) => type === "full-reload")).toBe(false);
  writeSchema(served, '{ "const": "first" }');
  await until(() => served.sent().some(({ type }) => type === "full-reload"));
});

test("a server starts with schemas at fault, and has the output once they are mended", async () => {
  const served = await serve("{ broken");
  expect(served.log.join("\n")).toContain("error invalid-json");
  const file = path.join(served.folder, "src/generated/Pet.ts");
  expect(existsSync(file)).toBe(false);
  writeSchema(served, '{ "const": "first" }');
  await until(() => existsSync(file) && readFileSync(file, "utf8").includes('"first"'));
  await until(async () => (await servedModule(served).catch(() => "")).includes('"first"'));
});

test("a server runs no second time for what it has written itself", async () => {
  const served = await serve('{ "const": "first" }');
  writeSchema(served, '{ "const": "second" }');
  const generated = () => served.log.filter((line) => line.startsWith("schemaloom:")).length;
  await until(() => generated() === 1);
  await wait(800);
  expect(generated()).toBe(1);
});
