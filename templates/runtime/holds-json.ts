/** Whether a text is a JSON document (RFC 8259). */
export function holdsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
