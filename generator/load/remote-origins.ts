/** What the config says of documents on the web. */
export interface RemoteOptions {
  /** Origins whose documents references may lead to, where they stand at public addresses. */
  readonly origins: readonly string[];
  /** Those whose documents may stand at any address. */
  readonly privateOrigins: readonly string[];
  /** The absolute path of the folder that holds the lock and the copies. */
  readonly directory: string;
}

/** Where a document on the web may be fetched from. */
export type OriginKind = "public" | "private";

/**
 * How a URI's origin is allowed; `undefined` where it is not, or where the URI is none of the web.
 */
export function allowedOrigin(
  { origins, privateOrigins }: RemoteOptions,
  uri: string,
): OriginKind | undefined {
  if (!/^https?:/i.test(uri) || !URL.canParse(uri)) return undefined;
  const { origin } = new URL(uri);
  const isOrigin = (written: string) => URL.canParse(written) && new URL(written).origin === origin;
  if (privateOrigins.some(isOrigin)) return "private";
  return origins.some(isOrigin) ? "public" : undefined;
}

/** Whether a config allows any origin. */
export function allowsOrigins({ origins, privateOrigins }: RemoteOptions): boolean {
  return origins.length + privateOrigins.length > 0;
}
