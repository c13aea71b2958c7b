import { byteFormat } from "./format-byte.ts";
import { holdsJson } from "./holds-json.ts";

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Whether base64 is that of a JSON document in UTF-8; a text that is no base64 holds none to judge. */
export function holdsBase64Json(text: string): boolean {
  if (!byteFormat(text)) return true;
  let escaped = "";
  let bits = 0;
  let count = 0;
  for (const digit of text.replaceAll("=", "")) {
    bits = ((bits << 6) | base64Digits.indexOf(digit)) & 0xfff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    escaped += `%${((bits >> count) & 0xff).toString(16).padStart(2, "0")}`;
  }
  try {
    return holdsJson(decodeURIComponent(escaped));
  } catch {
    return false;
  }
}
