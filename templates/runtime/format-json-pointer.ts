const bareTilde = /~(?![01])/;

/** Whether a text is a JSON Pointer (RFC 6901 §3). */
export function jsonPointerFormat(text: string): boolean {
  return (text === "" || text.startsWith("/")) && !bareTilde.test(text);
}
