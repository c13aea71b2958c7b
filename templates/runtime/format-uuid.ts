const uuid = /^[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/;

/** Whether a text is a UUID (RFC 4122 §3), of any version and variant. */
export function uuidFormat(text: string): boolean {
  return uuid.test(text);
}
