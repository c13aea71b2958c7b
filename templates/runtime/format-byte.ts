const notInBase64 = /[^A-Za-z\d+/]/;
const base64Padding = /={1,2}$/;

/** Whether a text is padded base64 (RFC 4648 §4), the `byte` of OpenAPI 3.0. */
export function byteFormat(text: string): boolean {
  return text.length % 4 === 0 && !notInBase64.test(text.replace(base64Padding, ""));
}
