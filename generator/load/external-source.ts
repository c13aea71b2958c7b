import path from "node:path";

/** Where an external document stands among the inputs: below its host, in the folders of its path. */
export function externalSource(uri: string, file: string): string {
  const { host, pathname } = new URL(uri);
  const segments = [host, ...decodePath(pathname).split("/")];
  const safe = segments
    .map((segment) => segment.replaceAll(/[:\\]/g, "_"))
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  const extension = path.extname(file);
  const joined = safe.join("/");
  return joined.endsWith(extension) ? joined : joined + extension;
}

/** A path without percent-encoding; as it is where that is malformed. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
