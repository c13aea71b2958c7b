const punycodeDigits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A text in Punycode (RFC 3492 §6.3). */
export function punycodeEncode(text: string): string {
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const basic = codePoints.filter((codePoint) => codePoint < 128);
  let encoded = String.fromCodePoint(...basic) + (basic.length > 0 ? "-" : "");
  let handled = basic.length;
  let codePoint = 128;
  let delta = 0;
  let bias = 72;
  while (handled < codePoints.length) {
    const next = Math.min(...codePoints.filter((other) => other >= codePoint));
    delta += (next - codePoint) * (handled + 1);
    for (const other of codePoints) {
      if (other < next) delta += 1;
      if (other !== next) continue;
      encoded += punycodeInteger(delta, bias);
      bias = punycodeBias(delta, handled + 1, handled === basic.length);
      handled += 1;
      delta = 0;
    }
    codePoint = next + 1;
    delta += 1;
  }
  return encoded;
}

/** The text that a Punycode stands for (RFC 3492 §6.2); `undefined` where it stands for none. */
export function punycodeDecode(encoded: string): string | undefined {
  const delimiter = encoded.lastIndexOf("-");
  const characters = delimiter > 0 ? Array.from(encoded.slice(0, delimiter)) : [];
  let position = delimiter > 0 ? delimiter + 1 : 0;
  let codePoint = 128;
  let index = 0;
  let bias = 72;
  for (let first = true; position < encoded.length; first = false) {
    let delta = 0;
    let weight = 1;
    for (let place = 36; ; place += 36) {
      const digit =
        position < encoded.length ? punycodeDigits.indexOf(encoded.charAt(position)) : -1;
      if (digit === -1) return undefined;
      position += 1;
      delta += digit * weight;
      const threshold = punycodeThreshold(place, bias);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const length = characters.length + 1;
    bias = punycodeBias(delta, length, first);
    codePoint += Math.floor((index + delta) / length);
    index = (index + delta) % length;
    if (codePoint > 0x10ffff) return undefined;
    characters.splice(index, 0, String.fromCodePoint(codePoint));
    index += 1;
  }
  return characters.join("");
}

/** A delta as an integer of variable length (RFC 3492 §3.3). */
function punycodeInteger(delta: number, bias: number): string {
  let digits = "";
  let rest = delta;
  for (let place = 36; ; place += 36) {
    const threshold = punycodeThreshold(place, bias);
    if (rest < threshold) return digits + punycodeDigits.charAt(rest);
    digits += punycodeDigits.charAt(threshold + ((rest - threshold) % (36 - threshold)));
    rest = Math.floor((rest - threshold) / (36 - threshold));
  }
}

function punycodeThreshold(place: number, bias: number): number {
  return Math.min(Math.max(place - bias, 1), 26);
}

/** The bias that follows a delta (RFC 3492 §3.4). */
function punycodeBias(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
