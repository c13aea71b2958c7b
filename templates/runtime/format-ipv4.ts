const dottedQuad = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?=\d)|$)){4}$/;

/** Whether a text is a `dotted-quad` IPv4 address (RFC 2673 §3.2), without leading zeros. */
export function ipv4Format(text: string): boolean {
  return dottedQuad.test(text);
}
