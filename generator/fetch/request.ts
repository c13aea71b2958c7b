import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { faultReason } from "../diagnostics/fault-reason.ts";
import type { OriginKind } from "../load/remote-origins.ts";
import { FetchFault, failed, refused } from "./fetch-fault.ts";
import type { FetchLimits } from "./limits.ts";
import type { HostAddress, Network } from "./network.ts";
import { isPublicAddress } from "./public-address.ts";

/** What a server answered. */
export interface Received {
  /** The body as it is kept, without the encoding of the way. */
  readonly bytes: Uint8Array;
  /** The media type that the server gives it, without parameters; "" where it gives none. */
  readonly mediaType: string;
}

/**
 * Gets a document by one request: no redirect is followed, and the connection goes to one of the
 * addresses that were judged, whatever the host's name stands for a moment later. No proxy is asked, and
 * nothing is sent but the path.
 *
 * @param kind whether the document may stand at an address that is none of the internet
 * @throws FetchFault
 */
export async function getDocument(
  url: URL,
  kind: OriginKind,
  { addressesOf, limits }: Network,
): Promise<Received> {
  const deadline = AbortSignal.timeout(limits.duration);
  try {
    const addresses = await untilDeadline(hostAddresses(url, addressesOf), deadline);
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (kind === "public" && hidden !== undefined) throw privateAddress(url, hidden.address);
    const response = await respond(url, addresses, deadline);
    try {
      refuseStatus(url, response);
      const bytes = await receiveBody(response, limits, deadline);
      return { bytes, mediaType: mediaTypeOf(response) };
    } finally {
      response.destroy();
    }
  } catch (fault) {
    if (fault instanceof FetchFault) throw fault;
    if (deadline.aborted) throw tooSlow(limits);
    throw failed(`that cannot be fetched: ${networkReason(fault)}`, "try again");
  }
}

async function hostAddresses(
  { hostname }: URL,
  addressesOf: Network["addressesOf"],
): Promise<readonly HostAddress[]> {
  // However an address is written, as one number or in hexadecimal, a URL has it in its usual form.
  const host = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  return family === 0 ? addressesOf(host) : [{ address: host, family }];
}

async function untilDeadline<Result>(
  work: Promise<Result>,
  deadline: AbortSignal,
): Promise<Result> {
  let stop: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    stop = () => {
      reject(deadline.reason as Error);
    };
    deadline.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    if (stop !== undefined) deadline.removeEventListener("abort", stop);
  }
}

/** Sends the request to one of some addresses, and waits for the head of the answer. */
async function respond(
  url: URL,
  addresses: readonly HostAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options: RequestOptions & { readonly rejectUnauthorized: true } = {
    method: "GET",
    headers: {
      accept: "application/schema+json, application/json, application/yaml, */*;q=0.1",
      "accept-encoding": "gzip, br",
      "user-agent": "schemaloom",
    },
    // A connection of its own, closed behind it, which no earlier one and no proxy stands in for.
    agent: false,
    lookup: lookUpAmong(addresses),
    rejectUnauthorized: true,
    signal,
  };
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    send(url, options, resolve).on("error", reject).end();
  });
}

/** Gives a connection the addresses that are known, whatever name it asks for. */
function lookUpAmong(addresses: readonly HostAddress[]): LookupFunction {
  return (_host, { all = false }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else if (first === undefined) callback(new Error("the host has no address"), "", 0);
    else callback(null, first.address, first.family);
  };
}

function refuseStatus(url: URL, { statusCode = 0, headers }: IncomingMessage): void {
  if (statusCode === 200) return;
  if (statusCode >= 300 && statusCode < 400) {
    const { location } = headers;
    const target =
      location !== undefined && URL.canParse(location, url.href)
        ? ` to ${new URL(location, url).href}`
        : "";
    const mend = "refer to where it stands, and allow that origin";
    throw refused(`for which the server redirects${target}`, mend);
  }
  throw failed(`for which the server answers with status ${statusCode}`, "correct the reference");
}

function mediaTypeOf({ headers }: IncomingMessage): string {
  const [written = ""] = (headers["content-type"] ?? "").split(";");
  const type = written.trim().toLowerCase();
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : "";
}

/** Receives a body whole, or not at all. */
async function receiveBody(
  response: IncomingMessage,
  { size }: FetchLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { "content-length": length, "content-encoding": encoding } = response.headers;
  if (Number(length) > size) throw tooLarge(size);
  const chunks: Uint8Array[] = [];
  const collect = async (body: AsyncIterable<Uint8Array>) => {
    for await (const chunk of body) chunks.push(chunk);
  };
  const decoder = decoderOf(encoding);
  // Counted before it is decoded as well as behind: much can be sent that comes to nothing.
  await (decoder === undefined
    ? pipeline(response, atMost(size), collect, { signal })
    : pipeline(response, atMost(size), decoder, atMost(size), collect, { signal }));
  return Buffer.concat(chunks);
}

function decoderOf(encoding = "identity"): Transform | undefined {
  switch (encoding.toLowerCase()) {
    case "identity":
      return undefined;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    default:
      throw failed(`that comes in the encoding ${JSON.stringify(encoding)}`, "try again");
  }
}

function atMost(size: number) {
  return async function* (body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let received = 0;
    for await (const chunk of body) {
      received += chunk.length;
      if (received > size) throw tooLarge(size);
      yield chunk;
    }
  };
}

function privateAddress(url: URL, address: string): FetchFault {
  const reason = `whose address ${address} is none of the internet`;
  const mend = `if it is to be reached, allow it by "remote": { "privateOrigins": [${JSON.stringify(url.origin)}] }`;
  return refused(reason, mend);
}

function tooLarge(size: number): FetchFault {
  return refused(`that is larger than ${size / 1_000_000} MB`, "refer to a smaller document");
}

function tooSlow({ duration }: FetchLimits): FetchFault {
  return failed(`that did not come within ${duration / 1000} s`, "try again");
}

function networkReason(fault: unknown): string {
  // Of several addresses that were tried, each has a fault of its own.
  const first: unknown = fault instanceof AggregateError ? fault.errors[0] : fault;
  return faultReason(first);
}
