/** Whether guards assert what strings hold (2020-12 validation §8): never, or always. */
export const contentModes = ["annotate", "assert"] as const;
export type ContentMode = (typeof contentModes)[number];

const base64 = /^base64$/i;
const json = /^application\/(?:[^;]*\+)?json *(?:;|$)/i;

/**
 * The export of the runtime that tells whether a text is encoded as `contentEncoding` says;
 * `undefined` for an encoding that is not known, which is an annotation alone.
 */
export function encodingPredicate(encoding: string): string | undefined {
  return base64.test(encoding) ? "byteFormat" : undefined;
}

/**
 * The export of the runtime that tells whether a text holds a document of a media type: JSON, by
 * itself or in base64. `undefined` where it cannot be told.
 *
 * @param encoding the `contentEncoding` beside; `undefined` for none
 */
export function mediaTypePredicate(
  mediaType: string,
  encoding: string | undefined,
): string | undefined {
  if (!json.test(mediaType)) return undefined;
  if (encoding === undefined) return "holdsJson";
  return base64.test(encoding) ? "holdsBase64Json" : undefined;
}
