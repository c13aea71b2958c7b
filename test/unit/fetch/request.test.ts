import { setTimeout } from "node:timers/promises";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { FetchFault } from "../../../generator/fetch/fetch-fault.ts";
import { fetchLimits } from "../../../generator/fetch/limits.ts";
import { machineNetwork, type Network } from "../../../generator/fetch/network.ts";
import { getDocument } from "../../../generator/fetch/request.ts";
import { serve, serveSocket, type TestServer } from "./misbehaving-server.ts";

const limits = { ...fetchLimits, duration: 1_000, size: 1_000 };

/** A network on which names have the addresses that are given. */
function networkOf(...addresses: readonly string[]): Network {
  return {
    limits,
    addressesOf: () =>
      Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      ),
  };
}

async function get({ origin }: TestServer, network: Network = networkOf()) {
  return getDocument(new URL("/a.json", origin), "private", network);
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "no fault";
  } catch (fault) {
    if (!(fault instanceof FetchFault)) throw fault;
    return `${fault.code} ${fault.message}`;
  }
}

describe("a document", () => {
  test("is got by one request that says nothing of who asks", async () => {
    let headers: unknown;
    const server = await serve((request, response) => {
      headers = request.headers;
      response.setHeader("content-type", "application/schema+json; charset=utf-8");
      response.end('{ "type": "string" }');
    });
    const { bytes, mediaType } = await get(server);
    expect(Buffer.from(bytes).toString()).toBe('{ "type": "string" }');
    expect(mediaType).toBe("application/schema+json");
    expect(server.requests).toEqual(["GET /a.json"]);
    expect(headers).toEqual({
      accept: "application/schema+json, application/json, application/yaml, */*;q=0.1",
      "accept-encoding": "gzip, br",
      connection: "close",
      host: new URL(server.origin).host,
      "user-agent": "schemaloom",
    });
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("is decoded from %s", async (encoding, encode) => {
    const server = await serve((_, response) => {
      response.setHeader("content-encoding", encoding);
      response.end(encode("true"));
    });
    expect(Buffer.from((await get(server)).bytes).toString()).toBe("true");
  });

  test("may be just as large as the limit", async () => {
    const server = await serve((_, response) => response.end("x".repeat(1_000)));
    expect((await get(server)).bytes).toHaveLength(1_000);
  });

  test("has no media type where the server gives none that is one", async () => {
    const server = await serveSocket((socket) => {
      socket.end("HTTP/1.1 200 OK\r\ncontent-type: text\x9b31m\r\n\r\ntrue");
    });
    expect((await get(server)).mediaType).toBe("");
  });
});

describe("a server that", () => {
  test.each([301, 302, 303, 307, 308])("redirects by %d is refused", async (status) => {
    const other = await serve((_, response) => response.end("true"));
    const server = await serve((_, response) => {
      response.writeHead(status, { location: `${other.origin}/elsewhere.json` }).end();
    });
    expect(await faultOf(get(server))).toBe(
      `remote-refused for which the server redirects to ${other.origin}/elsewhere.json`,
    );
    expect(other.requests).toEqual([]);
  });

  test("redirects to nowhere is refused", async () => {
    const server = await serve((_, response) => response.writeHead(302).end());
    expect(await faultOf(get(server))).toBe("remote-refused for which the server redirects");
  });

  test.each([201, 204, 206, 401, 404, 500])("answers with status %d has none", async (status) => {
    const server = await serve((_, response) => response.writeHead(status).end());
    expect(await faultOf(get(server))).toMatch(/^remote-failed .*status \d+$/);
  });

  test("never answers is left", async () => {
    const server = await serve(() => undefined);
    expect(await faultOf(get(server))).toBe("remote-failed that did not come within 1 s");
  });

  test("sends its head byte by byte is left", async () => {
    const server = await serveSocket((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nx-slow: ");
      const timer = setInterval(() => socket.write("x"), 50);
      socket.on("close", () => {
        clearInterval(timer);
      });
    });
    expect(await faultOf(get(server))).toBe("remote-failed that did not come within 1 s");
  });

  test("sends its body byte by byte is left", async () => {
    const server = await serve((_, response) => {
      const timer = setInterval(() => response.write(" "), 50);
      response.on("close", () => {
        clearInterval(timer);
      });
    });
    expect(await faultOf(get(server))).toBe("remote-failed that did not come within 1 s");
  });

  test("says that it sends too much is refused before it does", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-length": "1001" });
      response.write(" ");
    });
    expect(await faultOf(get(server))).toBe("remote-refused that is larger than 0.001 MB");
  });

  test("sends too much without saying so is refused", async () => {
    const server = await serve((_, response) => {
      response.write("x".repeat(600));
      response.end("x".repeat(600));
    });
    expect(await faultOf(get(server))).toMatch(/^remote-refused that is larger/);
  });

  test("sends without end is refused, and its connection is closed", async () => {
    let isClosed = false;
    const server = await serve((_, response) => {
      const send = () => {
        if (!response.destroyed) response.write(" ".repeat(500), () => setImmediate(send));
      };
      response.on("close", () => {
        isClosed = true;
      });
      send();
    });
    expect(await faultOf(get(server))).toMatch(/^remote-refused that is larger/);
    await setTimeout(100);
    expect(isClosed).toBe(true);
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("sends a bomb of %s is refused", async (encoding, encode) => {
    const bomb = encode(Buffer.alloc(50_000_000));
    const server = await serve((_, response) => {
      response.setHeader("content-encoding", encoding);
      response.end(bomb);
    });
    const network = { ...networkOf(), limits: { ...limits, size: 1_000_000 } };
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await faultOf(get(server, network))).toBe("remote-refused that is larger than 1 MB");
  });

  test("sends much that is decoded to nothing is refused", async () => {
    const empty = gzipSync("");
    const server = await serve((_, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(Buffer.concat(Array.from({ length: 100 }, () => empty)));
    });
    expect(await faultOf(get(server))).toMatch(/^remote-refused that is larger/);
  });

  test.each(["deflate", "gzip, gzip", "zstd", "nonsense"])(
    "sends the encoding %s, which was not asked for, has none",
    async (encoding) => {
      const server = await serve((_, response) => {
        response.setHeader("content-encoding", encoding);
        response.end(deflateSync("true"));
      });
      expect(await faultOf(get(server))).toBe(
        `remote-failed that comes in the encoding ${JSON.stringify(encoding)}`,
      );
    },
  );

  test.each([
    ["a body shorter than it says", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\ntrue"],
    ["chunks without the last", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\ntrue"],
    ["no HTTP", "SSH-2.0-OpenSSH\r\n"],
    ["nothing", ""],
  ])("sends %s has none", async (_, text) => {
    const server = await serveSocket((socket) => socket.end(text));
    expect(await faultOf(get(server))).toMatch(/^remote-failed that cannot be fetched: ./);
  });

  test("sends half of what it compressed has none", async () => {
    const server = await serve((_, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync("x".repeat(500)).subarray(0, 15));
    });
    expect(await faultOf(get(server))).toMatch(/^remote-failed that cannot be fetched: ./);
  });

  test("resets the connection has none", async () => {
    const server = await serveSocket((socket) => socket.resetAndDestroy());
    expect(await faultOf(get(server))).toMatch(/^remote-failed that cannot be fetched: ./);
  });

  test("resets it in the middle of the body has none", async () => {
    const server = await serveSocket((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\ntrue", () => {
        socket.resetAndDestroy();
      });
    });
    expect(await faultOf(get(server))).toMatch(/^remote-failed that cannot be fetched: ./);
  });

  test("is not there has none", async () => {
    const server = { origin: "http://127.0.0.1:9", port: 9, requests: [] };
    expect(await faultOf(get(server))).toMatch(/^remote-failed that cannot be fetched: ./);
  });
});

describe("of an origin that is not said to be private", () => {
  const url = (server: TestServer, host: string) => new URL(`http://${host}:${server.port}/a.json`);
  const hello = () => serve((_, response) => response.end("true"));

  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254"])(
    "a name that stands for %s is refused, and nothing is asked there",
    async (address) => {
      const server = await hello();
      const work = getDocument(url(server, "schemas.example"), "public", networkOf(address));
      expect(await faultOf(work)).toBe(
        `remote-refused whose address ${address} is none of the internet`,
      );
      expect(server.requests).toEqual([]);
    },
  );

  test("a name that stands for one address of the internet and one of this machine is refused", async () => {
    const server = await hello();
    const network = networkOf("8.8.8.8", "127.0.0.1");
    const work = getDocument(url(server, "schemas.example"), "public", network);
    expect(await faultOf(work)).toMatch(/^remote-refused whose address 127\.0\.0\.1 /);
  });

  test.each([
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "0",
    "１２７.0.0.1",
  ])("the address %s is refused however it is written", async (host) => {
    const server = await hello();
    const work = getDocument(url(server, host), "public", machineNetwork);
    expect(await faultOf(work)).toMatch(
      /^remote-refused whose address .* is none of the internet$/,
    );
    expect(server.requests).toEqual([]);
  });

  test("the real resolver finds this machine by its name", async () => {
    const server = await hello();
    const work = getDocument(url(server, "localhost"), "public", machineNetwork);
    expect(await faultOf(work)).toMatch(/^remote-refused whose address /);
  });

  test("the fault says how the origin is allowed", async () => {
    const server = await hello();
    const work = getDocument(url(server, "schemas.example"), "public", networkOf("127.0.0.1"));
    await expect(work).rejects.toMatchObject({
      mend: expect.stringContaining(
        `"privateOrigins": ["http://schemas.example:${server.port}"]`,
      ) as unknown,
    });
  });
});

test("the connection goes to the address that was judged, and the name is asked for once", async () => {
  let host: string | undefined;
  const server = await serve((request, response) => {
    host = request.headers.host;
    response.end("true");
  });
  let asked = 0;
  // A name that stands for another address each time, as one does that is rebound.
  const network: Network = {
    limits,
    addressesOf: () => {
      asked += 1;
      return Promise.resolve([{ address: asked === 1 ? "127.0.0.1" : "192.0.2.1", family: 4 }]);
    },
  };
  const url = new URL(`http://schemas.example:${server.port}/a.json`);
  await getDocument(url, "private", network);
  expect(asked).toBe(1);
  expect(host).toBe(`schemas.example:${server.port}`);
});

test("a resolver that never answers is left", async () => {
  const network: Network = { limits, addressesOf: () => new Promise(() => undefined) };
  const work = getDocument(new URL("http://schemas.example/"), "public", network);
  expect(await faultOf(work)).toBe("remote-failed that did not come within 1 s");
});

test("a name that stands for nothing has no document", async () => {
  const work = getDocument(new URL("http://schemas.example/"), "public", networkOf());
  expect(await faultOf(work)).toMatch(/^remote-failed that cannot be fetched: /);
});
