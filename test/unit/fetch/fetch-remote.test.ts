import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { DiagnosticsError } from "../../../generator/diagnostics/diagnostic.ts";
import { type FetchOptions, fetchRemote } from "../../../generator/fetch/fetch-remote.ts";
import { fetchLimits } from "../../../generator/fetch/limits.ts";
import { machineNetwork, type Network } from "../../../generator/fetch/network.ts";
import { build } from "../../../generator/generate.ts";
import type { GenerateOptions } from "../../../generator/options.ts";
import { optionsFor, writeProject, writeText } from "../../harness/project.ts";
import { summary } from "../load/input-folder.ts";
import { serve, serveDocuments, type TestServer } from "./misbehaving-server.ts";

/** A project whose schemas may lead to documents of a server. */
function projectOf(server: TestServer, inputs: Readonly<Record<string, unknown>>): GenerateOptions {
  const folder = writeProject(inputs);
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return optionsFor(folder, {
    remote: { origins: [], privateOrigins: [server.origin], directory: folder },
  });
}

/** What a fetch did to each document, by the paths of their URIs. */
async function fetchAll(
  options: GenerateOptions,
  how: FetchOptions = {},
  network: Network = machineNetwork,
): Promise<readonly string[]> {
  const documents = await fetchRemote([options], how, network);
  return documents.map(({ uri, status }) => `${status} ${uri.replace(/^http:\/\/[^/]+/, "")}`);
}

async function faultsOf(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
    return [];
  } catch (fault) {
    if (!(fault instanceof DiagnosticsError)) throw fault;
    return fault.diagnostics.map(summary);
  }
}

/** The files beside the inputs and the output, with their texts. */
function lockedFiles({ remote: { directory } }: GenerateOptions): Readonly<Record<string, string>> {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((file) => /^schemaloom\.remote.*\.|^schemaloom\.lock/.test(file))
    .filter((file) => !/\.remote\/127\.0\.0\.1_\d+$/.test(file) && file !== "schemaloom.remote");
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(path.join(directory, file), "utf8")]),
  );
}

function copyOf(options: GenerateOptions, name: string): string {
  const copy = Object.keys(lockedFiles(options)).find((file) => file.includes(`/${name}.`));
  if (copy === undefined) throw new Error(`no copy of ${name}`);
  return path.join(options.remote.directory, copy);
}

const referring = (server: TestServer, ...paths: readonly string[]) => ({
  "a.json": { anyOf: paths.map((each) => ({ $ref: server.origin + each })) },
});

describe("a fetch", () => {
  test("follows references from document to document, and keeps each as the server sends it", async () => {
    const text = '{\r\n  "$ref": "deep/c.yaml#/$defs/C"\r\n}';
    const server = await serveDocuments({
      "/b.json": text,
      "/deep/c.yaml": "$defs:\n  C: { $ref: '../d' }\n",
      "/d": { type: "string" },
      "/unused.json": {},
    });
    const options = projectOf(server, referring(server, "/b.json"));
    expect(await fetchAll(options)).toEqual(["added /b.json", "added /d", "added /deep/c.yaml"]);
    expect(server.requests).toEqual(["GET /b.json", "GET /deep/c.yaml", "GET /d"]);
    expect(readFileSync(copyOf(options, "b"), "utf8")).toBe(text);
    expect(copyOf(options, "c")).toMatch(/c\.[0-9a-f]{16}\.yaml$/);
    expect(copyOf(options, "d")).toMatch(/d\.[0-9a-f]{16}\.json$/);
    const { manifest } = await build(options);
    const host = `127.0.0.1_${server.port}`;
    expect(manifest.entries.filter(({ root }) => root).map(({ module }) => module)).toEqual([
      `${host}/B.ts`,
      `${host}/D.ts`,
      `${host}/deep/C.ts`,
      "A.ts",
    ]);
    expect(server.requests).toHaveLength(3);
  });

  test("keeps copies from being changed by version control", async () => {
    const server = await serveDocuments({ "/b.json": {} });
    const options = projectOf(server, referring(server, "/b.json"));
    await fetchAll(options);
    expect(lockedFiles(options)["schemaloom.remote/.gitattributes"]).toBe("* -text\n");
  });

  test("of what is locked makes no request and changes nothing", async () => {
    const server = await serveDocuments({ "/b.json": {}, "/c.json": {} });
    const options = projectOf(server, referring(server, "/b.json", "/c.json"));
    await fetchAll(options);
    const before = lockedFiles(options);
    expect(await fetchAll(options)).toEqual(["unchanged /b.json", "unchanged /c.json"]);
    expect(server.requests).toHaveLength(2);
    expect(lockedFiles(options)).toEqual(before);
  });

  test("fetches only what is new", async () => {
    const server = await serveDocuments({ "/b.json": {}, "/c.json": {} });
    const options = projectOf(server, referring(server, "/b.json"));
    await fetchAll(options);
    writeText(
      path.join(options.cwd, "schemas/a.json"),
      JSON.stringify(referring(server, "/b.json", "/c.json")["a.json"]),
    );
    expect(await fetchAll(options)).toEqual(["unchanged /b.json", "added /c.json"]);
    expect(server.requests).toEqual(["GET /b.json", "GET /c.json"]);
  });

  test("takes away what nothing leads to any more, unless others may", async () => {
    const server = await serveDocuments({ "/b.json": {}, "/c.json": { type: "string" } });
    const options = projectOf(server, referring(server, "/b.json", "/c.json"));
    await fetchAll(options);
    const both = lockedFiles(options);
    const alone = JSON.stringify(referring(server, "/b.json")["a.json"]);
    writeText(path.join(options.cwd, "schemas/a.json"), alone);
    expect(await fetchAll(options, { keepOthers: true })).toEqual([
      "unchanged /b.json",
      "unchanged /c.json",
    ]);
    expect(lockedFiles(options)).toEqual(both);
    expect(await fetchAll(options)).toEqual(["unchanged /b.json", "removed /c.json"]);
    expect(Object.keys(lockedFiles(options)).filter((file) => file.includes("/c."))).toEqual([]);
    writeText(path.join(options.cwd, "schemas/a.json"), "{}");
    expect(await fetchAll(options)).toEqual(["removed /b.json"]);
    expect(lockedFiles(options)).toEqual({});
  });

  test("asks for a meta-schema, too", async () => {
    const vocabulary = "https://json-schema.org/draft/2020-12/vocab/";
    const server = await serveDocuments({
      "/meta.json": {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $vocabulary: { [`${vocabulary}core`]: true, [`${vocabulary}validation`]: true },
      },
    });
    const options = projectOf(server, {
      "a.json": { $schema: `${server.origin}/meta.json`, type: "string" },
    });
    expect(await faultsOf(build(options))).toEqual([
      `remote-not-locked 2:14 $schema "${server.origin}/meta.json" leads to a document that has not been fetched yet`,
    ]);
    expect(await fetchAll(options)).toEqual(["added /meta.json"]);
    expect(await faultsOf(build(options))).toEqual([]);
  });

  test("serves several runs by one lock", async () => {
    const server = await serveDocuments({ "/b.json": {}, "/c.json": {}, "/d.json": {} });
    const options = projectOf(server, referring(server, "/b.json", "/c.json"));
    writeText(
      path.join(options.cwd, "others/x.json"),
      JSON.stringify({ $ref: `${server.origin}/d.json`, not: { $ref: `${server.origin}/b.json` } }),
    );
    const other = { ...options, inputs: [path.join(options.cwd, "others")] };
    const documents = await fetchRemote([options, other]);
    expect(documents.map(({ status }) => status)).toEqual(["added", "added", "added"]);
    expect(server.requests.toSorted()).toEqual(["GET /b.json", "GET /c.json", "GET /d.json"]);
  });

  test("leaves origins alone that are not allowed, whatever leads there", async () => {
    const other = await serveDocuments({ "/c.json": {} });
    const server = await serveDocuments({ "/b.json": { $ref: `${other.origin}/c.json` } });
    const options = projectOf(server, referring(server, "/b.json"));
    expect(await fetchAll(options)).toEqual(["added /b.json"]);
    expect(other.requests).toEqual([]);
    expect(await faultsOf(build(options))).toEqual([
      `dangling-ref 1:9 $ref "${other.origin}/c.json" has no target`,
    ]);
  });

  test("tells documents of one path and several queries apart", async () => {
    const server = await serveDocuments({
      "/get?x=1": { type: "string" },
      "/get?x=2": { type: "number" },
    });
    const options = projectOf(server, referring(server, "/get?x=1", "/get?x=2"));
    expect(await fetchAll(options)).toEqual(["added /get?x=1", "added /get?x=2"]);
    const { manifest } = await build(options);
    expect(manifest.entries.map(({ module = "" }) => path.basename(module))).toEqual([
      "GetX1.ts",
      "GetX2.ts",
      "A.ts",
    ]);
  });
});

describe("where the server has another document than the one that is locked", () => {
  async function changedProject() {
    const documents: Record<string, unknown> = { "/b.json": { type: "string" } };
    const server = await serveDocuments(documents);
    const options = projectOf(server, referring(server, "/b.json"));
    await fetchAll(options);
    documents["/b.json"] = { type: "number" };
    return { server, options, before: lockedFiles(options) };
  }

  test("nobody is told, as nobody asks", async () => {
    const { options, before } = await changedProject();
    expect(await fetchAll(options)).toEqual(["unchanged /b.json"]);
    expect(lockedFiles(options)).toEqual(before);
  });

  test("an update locks that, and takes the former copy away", async () => {
    const { options, before } = await changedProject();
    expect(await fetchAll(options, { update: true })).toEqual(["changed /b.json"]);
    expect(readFileSync(copyOf(options, "b"), "utf8")).toBe('{"type":"number"}');
    expect(Object.keys(lockedFiles(options))).toHaveLength(Object.keys(before).length);
    expect(await fetchAll(options, { update: true })).toEqual(["unchanged /b.json"]);
  });

  test("a copy that is missing is not made of it", async () => {
    const { server, options } = await changedProject();
    rmSync(copyOf(options, "b"));
    const before = lockedFiles(options);
    expect(await faultsOf(fetchAll(options))).toEqual([
      `remote-refused 4:15 $ref "${server.origin}/b.json" leads to a document that is locked with another content than the server gives now`,
    ]);
    expect(lockedFiles(options)).toEqual(before);
  });
});

describe("a copy", () => {
  async function fetchedProject() {
    const server = await serveDocuments({ "/b.json": { type: "string" } });
    const options = projectOf(server, referring(server, "/b.json"));
    await fetchAll(options);
    return { server, options, before: lockedFiles(options), copy: copyOf(options, "b") };
  }

  test.each([
    [
      "changed",
      (file: string) => {
        writeFileSync(file, '{"type":"number"}');
      },
      /is not what is locked$/,
    ],
    [
      "emptied",
      (file: string) => {
        writeFileSync(file, "");
      },
      /is not what is locked$/,
    ],
    [
      "missing",
      (file: string) => {
        rmSync(file);
      },
      /cannot be read: /,
    ],
  ])("that is %s is an error, without a request, until it is put back", async (_, harm, fault) => {
    const { server, options, before, copy } = await fetchedProject();
    harm(copy);
    const faults = await faultsOf(build(options));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^remote-copy-invalid 4:15 /);
    expect(faults[0]).toMatch(fault);
    expect(server.requests).toHaveLength(1);
    expect(await fetchAll(options)).toEqual(["restored /b.json"]);
    expect(lockedFiles(options)).toEqual(before);
  });

  test("is not written through a link to elsewhere", async () => {
    const server = await serveDocuments({ "/b.json": {} });
    const options = projectOf(server, referring(server, "/b.json"));
    const elsewhere = path.join(options.cwd, "../elsewhere-of-test");
    writeText(path.join(elsewhere, "kept"), "");
    onTestFinished(() => {
      rmSync(elsewhere, { recursive: true });
    });
    symlinkSync(elsewhere, path.join(options.cwd, "schemaloom.remote"));
    expect(await faultsOf(fetchAll(options))).toEqual([
      expect.stringMatching(/^output-unwritable .* is a link to elsewhere$/),
    ]);
    expect(readdirSync(elsewhere)).toEqual(["kept"]);
    expect(existsSync(path.join(options.cwd, "schemaloom.lock.json"))).toBe(false);
  });

  test("that a run which was killed has left is taken away", async () => {
    const { options, before, copy } = await fetchedProject();
    const folder = path.dirname(copy);
    writeFileSync(path.join(folder, "c.0123456789abcdef.json"), "{}");
    writeFileSync(path.join(folder, ".c.0123456789abcdef.json.new"), "{");
    writeFileSync(path.join(folder, "mine.txt"), "");
    await fetchAll(options);
    rmSync(path.join(folder, "mine.txt"));
    expect(lockedFiles(options)).toEqual(before);
  });
});

describe("where something is not fetched", () => {
  test.each([
    ["is not there", "/none.json", /status 404$/],
    [
      "is a web page",
      "/page",
      /is no schema in JSON or YAML: .*; the server says that it is text\/html$/,
    ],
    [
      "is no schema",
      "/list",
      /is no schema in JSON or YAML: the file holds an array, not a schema at line 1, column 1$/,
    ],
    ["is cut off", "/cut", /is no schema in JSON or YAML: .* at line 1, column \d+$/],
    ["is no text", "/bytes", /is no UTF-8 text$/],
    ["is empty", "/empty", /is no schema in JSON or YAML/],
  ])(
    "because it %s, that is told at the reference, and nothing is written",
    async (_, file, fault) => {
      const server = await serve(({ url }, response) => {
        if (url === "/page") response.setHeader("content-type", "text/html; charset=utf-8");
        const bodies: Readonly<Record<string, string | Buffer>> = {
          "/b.json": "{}",
          "/page": "<!doctype html><title>Schemas</title>",
          "/list": "[]",
          "/cut": '{ "type": "str',
          "/bytes": Buffer.from([0x7b, 0xff, 0x7d]),
          "/empty": "",
        };
        const body = bodies[url ?? ""];
        response.statusCode = body === undefined ? 404 : 200;
        response.end(body);
      });
      const options = projectOf(server, referring(server, "/b.json", file));
      const faults = await faultsOf(fetchAll(options));
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(
        /^remote-failed 7:15 \$ref ".*" leads to a document (?:that|for which) /,
      );
      expect(faults[0]).toMatch(fault);
      expect(lockedFiles(options)).toEqual({});
    },
  );

  test("what was locked stays as it was", async () => {
    const documents: Record<string, unknown> = { "/b.json": {}, "/c.json": {} };
    const server = await serveDocuments(documents);
    const options = projectOf(server, referring(server, "/b.json", "/c.json"));
    await fetchAll(options);
    const before = lockedFiles(options);
    documents["/b.json"] = { type: "string" };
    delete documents["/c.json"];
    expect(await faultsOf(fetchAll(options, { update: true }))).toHaveLength(1);
    expect(lockedFiles(options)).toEqual(before);
  });

  test("credentials are never sent", async () => {
    const server = await serveDocuments({ "/b.json": {} });
    const reference = `http://user:secret@127.0.0.1:${server.port}/b.json`;
    const options = projectOf(server, { "a.json": { $ref: reference } });
    for (const work of [fetchAll(options), build(options)]) {
      expect(await faultsOf(work)).toEqual([
        `remote-refused 2:11 $ref "${reference}" leads to a URL with credentials in it, which would be kept beside the copy`,
      ]);
    }
    expect(server.requests).toEqual([]);
  });

  test("a chain of documents without end is refused", async () => {
    const server = await serve(({ url = "" }, response) => {
      response.end(JSON.stringify({ $ref: `${url}x` }));
    });
    const options = projectOf(server, referring(server, "/x"));
    const network = { ...machineNetwork, limits: { ...fetchLimits, documents: 20 } };
    expect(await faultsOf(fetchAll(options, {}, network))).toEqual([
      expect.stringMatching(/^remote-refused .* beyond what one run fetches: 20 documents/),
    ]);
    expect(server.requests).toHaveLength(20);
    expect(lockedFiles(options)).toEqual({});
  });

  test("documents that are large together are refused", async () => {
    const server = await serve(({ url = "" }, response) => {
      response.end(JSON.stringify({ $comment: "x".repeat(1_000), $ref: `${url}x` }));
    });
    const options = projectOf(server, referring(server, "/x"));
    const network = { ...machineNetwork, limits: { ...fetchLimits, total: 5_000 } };
    expect(await faultsOf(fetchAll(options, {}, network))).toHaveLength(1);
    expect(server.requests).toHaveLength(5);
  });

  test("faults of inputs are told, and nothing is asked for", async () => {
    const server = await serveDocuments({ "/b.json": {} });
    const options = projectOf(server, { ...referring(server, "/b.json"), "b.json": "{" });
    expect(await faultsOf(fetchAll(options))).toEqual([expect.stringMatching(/^invalid-json /)]);
    expect(server.requests).toEqual([]);
  });
});

test("a folder that a map gives goes before the web", async () => {
  const server = await serveDocuments({ "/b.json": {} });
  const options = projectOf(server, referring(server, "/b.json"));
  writeText(path.join(options.cwd, "own/b.json"), "{}");
  const maps = [{ prefix: `${server.origin}/`, directory: path.join(options.cwd, "own") }];
  expect(await fetchAll({ ...options, maps })).toEqual([]);
  expect(server.requests).toEqual([]);
});

test("an origin that is not allowed any more is not read from the lock", async () => {
  const server = await serveDocuments({ "/b.json": {} });
  const options = projectOf(server, referring(server, "/b.json"));
  await fetchAll(options);
  const remote = { ...options.remote, privateOrigins: ["https://example.com"] };
  expect(await faultsOf(build({ ...options, remote }))).toEqual([
    expect.stringMatching(/^dangling-ref /),
  ]);
});

test("at most eight documents are fetched at once", async () => {
  let [open, most] = [0, 0];
  const server = await serve((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end("{}");
    }, 20);
  });
  const paths = Array.from({ length: 30 }, (_, index) => `/${index}.json`);
  expect(await fetchAll(projectOf(server, referring(server, ...paths)))).toHaveLength(30);
  expect(most).toBe(8);
});
