import { createServer, type RequestListener } from "node:http";
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Server,
  type Socket,
} from "node:net";
import { onTestFinished } from "vitest";

/** A server of this machine, for the duration of the current test. */
export interface TestServer {
  /** As a config allows it. */
  readonly origin: string;
  readonly port: number;
  /** What was asked for, in order. */
  readonly requests: readonly string[];
}

/** Starts a server that answers as it is told. */
export async function serve(answer: RequestListener): Promise<TestServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    answer(request, response);
  });
  onTestFinished(() => {
    server.closeAllConnections();
  });
  return listen(server, requests);
}

/** Starts a server that answers each connection with bytes of its own. */
export async function serveSocket(answer: (socket: Socket) => void): Promise<TestServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    // The other side goes away as it likes.
    socket.on("error", () => undefined);
    socket.once("data", (head) => {
      requests.push(head.toString("latin1").split(" HTTP/", 1)[0] ?? "");
      answer(socket);
    });
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listen(server, requests);
}

async function listen(server: Server, requests: readonly string[]): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, requests };
}

/** Starts a server of documents by their paths; objects are written as JSON, and may change meanwhile. */
export async function serveDocuments(
  documents: Readonly<Record<string, unknown>>,
): Promise<TestServer> {
  return serve(({ url = "" }, response) => {
    const document = documents[url];
    response.statusCode = document === undefined ? 404 : 200;
    response.end(typeof document === "string" ? document : JSON.stringify(document));
  });
}
