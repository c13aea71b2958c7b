import { execFile, execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { repository, writeProject, writeText } from "../harness/project.ts";
import { serveDocuments, type TestServer } from "../unit/fetch/misbehaving-server.ts";

const bin = path.join(repository, "dist/cli/bin.js");

/** Runs the built command line, beside the server of this process. */
async function run(cwd: string, ...words: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, NO_COLOR: "1" };
    const child = execFile(process.execPath, [bin, ...words], { cwd, env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** A project whose schemas lead to documents of a server, and what its config says of it. */
function projectOf(server: TestServer, remote: unknown, ...paths: readonly string[]): string {
  const folder = writeProject({
    "a.json": { anyOf: paths.map((each) => ({ $ref: server.origin + each })) },
  });
  writeText(path.join(folder, "node_modules/.keep"), "");
  const config = JSON.stringify({ inputs: ["schemas"], remote }, null, 2);
  writeText(path.join(folder, "schemaloom.config.json"), config);
  return folder;
}

describe("schemaloom fetch", () => {
  test("fetches once what generate then takes from its copies, without a request", async () => {
    const documents: Record<string, unknown> = {
      "/b.json": { type: "object", properties: { c: { $ref: "c.json" } } },
      "/c.json": { type: "string" },
    };
    const server = await serveDocuments(documents);
    const folder = projectOf(server, { privateOrigins: [server.origin] }, "/b.json");

    const early = await run(folder, "generate");
    expect(early.code).toBe(1);
    expect(early.stderr).toContain("error remote-not-locked schemas/a.json:4:15");
    expect(early.stderr).toContain("schemaloom fetch fetches it once");
    expect(server.requests).toEqual([]);

    expect(await run(folder, "fetch")).toEqual({
      code: 0,
      stdout: `added    ${server.origin}/b.json\nadded    ${server.origin}/c.json\nschemaloom.lock.json: 2 documents locked, 2 added\n`,
      stderr: "",
    });
    expect(server.requests).toEqual(["GET /b.json", "GET /c.json"]);

    for (const command of ["generate", "generate", "check", "lint", "fetch"]) {
      expect(await run(folder, command)).toMatchObject({ code: 0, stderr: "" });
    }
    expect(await run(folder, "explain", "schemas/a.json")).toMatchObject({ code: 0 });
    expect(server.requests).toHaveLength(2);

    documents["/c.json"] = { type: "number" };
    expect(await run(folder, "check")).toMatchObject({ code: 0 });
    const update = await run(folder, "fetch", "--update", "--json");
    expect(JSON.parse(update.stdout)).toMatchObject({
      version: 1,
      documents: [
        { uri: `${server.origin}/b.json`, status: "unchanged" },
        { uri: `${server.origin}/c.json`, status: "changed" },
      ],
    });
    const stale = await run(folder, "check");
    expect(stale.code).toBe(1);
    expect(stale.stdout).toContain("C.ts");
  });

  test("tells what is refused where the reference stands, and writes nothing", async () => {
    const server = await serveDocuments({ "/b.json": {} });
    const folder = projectOf(server, { origins: [server.origin] }, "/b.json");
    const { code, stderr } = await run(folder, "fetch");
    expect(code).toBe(1);
    expect(stderr).toContain("error remote-refused schemas/a.json:4:15");
    expect(stderr).toContain("a document whose address 127.0.0.1 is none of the internet");
    expect(stderr).toContain(`"privateOrigins": ["${server.origin}"]`);
    expect(server.requests).toEqual([]);
    expect(existsSync(path.join(folder, "schemaloom.lock.json"))).toBe(false);
  });

  test("is wrong usage where no origin is allowed, and generate says how one is", async () => {
    const server = await serveDocuments({ "/b.json": {} });
    const folder = projectOf(server, {}, "/b.json");
    expect(await run(folder, "fetch")).toMatchObject({ code: 2 });
    const { stderr } = await run(folder, "generate");
    expect(stderr).toContain(
      `nothing is fetched unless the config allows the origin: "remote": { "origins": ["${server.origin}"] }`,
    );
    expect(server.requests).toEqual([]);
  });

  test("keeps what other targets need where one is named", async () => {
    const server = await serveDocuments({ "/b.json": {}, "/c.json": {} });
    const folder = projectOf(server, {}, "/b.json");
    writeText(
      path.join(folder, "more/x.json"),
      JSON.stringify({ $ref: `${server.origin}/c.json` }),
    );
    writeText(
      path.join(folder, "schemaloom.config.json"),
      JSON.stringify({
        remote: { privateOrigins: [server.origin] },
        targets: { one: { inputs: ["schemas"] }, two: { inputs: ["more"] } },
      }),
    );
    const first = await run(folder, "fetch", "--target", "one");
    expect(first.stdout).toContain("1 document locked, 1 added");
    const second = await run(folder, "fetch", "--target", "two");
    expect(second.stdout).toContain("2 documents locked, 1 added, 1 unchanged");
    expect((await run(folder, "fetch")).stdout).toContain("2 documents locked, 2 unchanged");
  });
});

describe("the copies of remote documents", () => {
  async function fetchedProject() {
    const documents: Record<string, unknown> = { "/b.json": { type: "string" } };
    const server = await serveDocuments(documents);
    const folder = projectOf(server, { privateOrigins: [server.origin] }, "/b.json");
    await run(folder, "fetch");
    const copies = path.join(folder, "schemaloom.remote", `127.0.0.1_${server.port}`);
    const [copy = ""] = readdirSync(copies);
    return { documents, server, folder, copy: path.join(copies, copy) };
  }

  test("are known to the cache: a run that finds one changed is none without news", async () => {
    const { folder, copy } = await fetchedProject();
    // A run while which a file was written is not recorded.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await run(folder, "generate");
    expect((await run(folder, "generate")).stdout).toMatch(/: 2 schemas, \d+ files unchanged\n$/);
    const text = readFileSync(copy, "utf8");
    writeText(copy, text.replace("string", "number"));
    const { code, stderr } = await run(folder, "generate");
    expect(code).toBe(1);
    expect(stderr).toContain("error remote-copy-invalid schemas/a.json:4:15");
    writeText(copy, text);
    expect(await run(folder, "generate")).toMatchObject({ code: 0, stderr: "" });
    rmSync(path.join(folder, "schemaloom.lock.json"));
    const unlocked = await run(folder, "generate");
    expect(unlocked.code).toBe(1);
    expect(unlocked.stderr).toContain("error remote-not-locked");
  });

  test("are those of the revision where diff reads one", async () => {
    const { documents, folder } = await fetchedProject();
    const git = (...words: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...words], {
        cwd: folder,
      });
    git("init", "--quiet");
    git("add", "schemas", "schemaloom.config.json", "schemaloom.lock.json", "schemaloom.remote");
    git("commit", "--quiet", "--message", "Lock");
    documents["/b.json"] = { type: "number" };
    expect(await run(folder, "fetch", "--update")).toMatchObject({ code: 0 });
    const { code, stdout } = await run(folder, "diff", "HEAD");
    expect(code).toBe(0);
    expect(stdout).toContain("type number was string");
  });
});

test.each([
  ["https://example.com/", "a path"],
  ["https://user:secret@example.com", "credentials"],
  ["example.com", "no scheme"],
  ["ftp://example.com", "another scheme"],
  ["https://*.example.com", "a wildcard"],
  ["*", "anything"],
])("the origin %s is refused in a config, for it has %s", async (origin) => {
  const folder = writeProject({ "a.json": {} });
  const config = JSON.stringify({ inputs: ["schemas"], remote: { origins: [origin] } });
  writeText(path.join(folder, "schemaloom.config.json"), config);
  const { code, stderr } = await run(folder, "generate");
  expect(code).toBe(1);
  expect(stderr).toContain("config-invalid");
  expect(stderr).toContain("give an origin such as https://example.com");
});
