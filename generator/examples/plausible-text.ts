import { kebabCase } from "scule";

/** A text for each known format. */
const formatTexts: ReadonlyMap<string, string> = new Map([
  ["byte", "SGVsbG8="],
  ["date", "2025-05-17"],
  ["date-time", "2025-05-17T09:30:00Z"],
  ["duration", "PT30M"],
  ["email", "ada@example.com"],
  ["hostname", "example.com"],
  ["idn-email", "ada@example.com"],
  ["idn-hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["iri", "https://example.com/"],
  ["iri-reference", "/items/1"],
  ["json-pointer", "/items/0"],
  ["regex", "^[a-z]+$"],
  ["relative-json-pointer", "1/name"],
  ["time", "09:30:00Z"],
  ["uri", "https://example.com/"],
  ["uri-reference", "/items/1"],
  ["uri-template", "/items/{id}"],
  ["uuid", "123e4567-e89b-42d3-a456-426614174000"],
]);

/** Texts by the name of the property that holds them, as words; the first that fits is taken. */
const namedTexts: readonly (readonly [name: RegExp, text: string])[] = [
  [/\b(?:uuid|guid)$/, "123e4567-e89b-42d3-a456-426614174000"],
  [/\be?mail(?: address)?$/, "ada@example.com"],
  [/\b(?:phone|mobile|fax)(?: number)?$|^(?:number|caller|callee)$/, "+14155550100"],
  [
    /\b(?:created|updated|deleted|started|ended|expires|modified)(?: at| on)?$/,
    "2025-05-17T09:30:00Z",
  ],
  [/\b(?:at|timestamp|date time)$/, "2025-05-17T09:30:00Z"],
  [/\b(?:date|day|birthday|since|until)$/, "2025-05-17"],
  [/\btime$/, "09:30"],
  [/\b(?:time zone|timezone|tz)$/, "Europe/Lisbon"],
  [/\b(?:first|given) name$/, "Ada"],
  [/\b(?:last|family|sur) ?name$/, "Lovelace"],
  [/\b(?:full name|author|owner|customer)$/, "Ada Lovelace"],
  [/\b(?:user ?name|login|nick ?name)$/, "ada"],
  [/\b(?:company|organi[sz]ation|org|vendor)(?: name)?$/, "Example Ltd"],
  [/\b(?:file ?name|file)$/, "example.txt"],
  [/\b(?:path|directory|folder|dir)$/, "path/to/example"],
  [/\bdescription$/, "A short description."],
  [/\b(?:title|subject|headline)$/, "An example"],
  [/\b(?:message|text|content|body|comment|greeting|prompt)$/, "Hello, world."],
  [/\b(?:locale|language|lang)(?: code)?$/, "en"],
  [/\bcountry code$/, "PT"],
  [/\bcountry$/, "Portugal"],
  [/\bcity$/, "Lisbon"],
  [/\b(?:street|address|address line ?1?|line ?1)$/, "1 Main Street"],
  [/\b(?:zip|postal|post)(?: ?code)?$/, "12345"],
  [/\bcurrency(?: code)?$/, "EUR"],
  [/\b(?:colou?r|background|foreground)$/, "#336699"],
  [/\bversion$/, "1.0.0"],
  [/\b(?:mime type|content type|media type)$/, "text/plain"],
  [/\b(?:host|hostname|domain)$/, "example.com"],
  [/\b(?:ip|ip address)$/, "192.0.2.1"],
  [/\S key$|\b(?:token|secret|password|credential)$/, "not-a-real-secret"],
  [/\b(?:hash|checksum|digest)$/, "d2a84f4b8b650937"],
  [/\bstatus$/, "active"],
];

const address = /\b(?:url|uri|link|href|website|webhook|endpoint)$/;

/**
 * Texts that a reader would expect, the likeliest first.
 *
 * @param name what holds the text: the name of the nearest property around it
 * @param format as the schema has it
 */
export function plausibleTexts(name: string, format = ""): readonly string[] {
  const key = `${format} ${name}`;
  const known = knownTexts.get(key) ?? findTexts(name, format);
  knownTexts.set(key, known);
  return known;
}

/** Most names stand in many schemas. */
const knownTexts = new Map<string, readonly string[]>();

function findTexts(name: string, format: string): readonly string[] {
  const words = kebabCase(name.replaceAll(/[^\p{L}\p{N}]+/gu, "-"))
    .replaceAll(/-+/g, " ")
    .trim();
  const known = formatTexts.get(format);
  const addresses = address.test(words) || /^(?:uri|iri|url)$/.test(format);
  return [
    ...(addresses ? [`https://example.com/${slugOf(words.replace(address, ""))}`] : []),
    ...(known === undefined ? [] : [known]),
    ...namedTexts.filter(([pattern]) => pattern.test(words)).map(([, text]) => text),
    ...(/\bs?ids?$/.test(words) ? [`${slugOf(words.replace(/ ?\bs?ids?$/, "")) || "item"}-1`] : []),
    ...(/\bname$/.test(words) ? [`Example ${words.replace(/ ?\bname$/, "")}`.trim()] : []),
    ...(words === "" ? [] : [words]),
    "example",
  ];
}

function slugOf(words: string): string {
  return words.trim().replaceAll(" ", "-");
}

/** Numbers by the name of the property that holds them, as words; the first that fits is taken. */
const namedNumbers: readonly (readonly [name: RegExp, value: number])[] = [
  [/\bage$/, 36],
  [/\byears?$/, 2025],
  [/\bmonths?$/, 5],
  [/\bdays?$/, 17],
  [/\bhours?$/, 9],
  [/\bport$/, 8080],
  [/\b(?:lat|latitude)$/, 38.72],
  [/\b(?:lon|lng|long|longitude)$/, -9.14],
  [/\b(?:price|amount|cost|fee|balance)$/, 9.99],
  [/\b(?:percent|percentage)$/, 50],
  [/\b(?:temperature|probability|confidence|score|threshold|ratio)$/, 0.7],
  [/\b(?:count|total|quantity|retries|attempts)$/, 3],
  [/\b(?:limit|size|length)$/, 10],
  [/\b(?:seconds|timeout|duration|interval|delay)$/, 30],
  [/\bwidth$/, 640],
  [/\bheight$/, 480],
  [/\b(?:index|offset)$/, 0],
];

/**
 * Numbers that a reader would expect, the likeliest first.
 *
 * @param name as of {@link plausibleTexts}
 */
export function plausibleNumbers(name: string): readonly number[] {
  const words = kebabCase(name).replaceAll("-", " ");
  return [
    ...namedNumbers.filter(([pattern]) => pattern.test(words)).map(([, value]) => value),
    1,
    0,
  ];
}
