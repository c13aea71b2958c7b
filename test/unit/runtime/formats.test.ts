import { describe, expect, test } from "vitest";
import { formatPredicates } from "../../../generator/dialects/formats.ts";
import { runtimeParts } from "../../../generator/render/runtime-parts.ts";
import { byteFormat } from "../../../templates/runtime/format-byte.ts";
import { dateFormat } from "../../../templates/runtime/format-date.ts";
import { dateTimeFormat } from "../../../templates/runtime/format-date-time.ts";
import { doubleFormat } from "../../../templates/runtime/format-double.ts";
import { durationFormat } from "../../../templates/runtime/format-duration.ts";
import { emailFormat } from "../../../templates/runtime/format-email.ts";
import { floatFormat } from "../../../templates/runtime/format-float.ts";
import { hostnameFormat } from "../../../templates/runtime/format-hostname.ts";
import { idnEmailFormat } from "../../../templates/runtime/format-idn-email.ts";
import { idnHostnameFormat } from "../../../templates/runtime/format-idn-hostname.ts";
import { int32Format } from "../../../templates/runtime/format-int32.ts";
import { int64Format } from "../../../templates/runtime/format-int64.ts";
import { ipv4Format } from "../../../templates/runtime/format-ipv4.ts";
import { ipv6Format } from "../../../templates/runtime/format-ipv6.ts";
import { iriFormat } from "../../../templates/runtime/format-iri.ts";
import { iriReferenceFormat } from "../../../templates/runtime/format-iri-reference.ts";
import { jsonPointerFormat } from "../../../templates/runtime/format-json-pointer.ts";
import { regexFormat } from "../../../templates/runtime/format-regex.ts";
import { relativeJsonPointerFormat } from "../../../templates/runtime/format-relative-json-pointer.ts";
import { timeFormat } from "../../../templates/runtime/format-time.ts";
import { uriFormat } from "../../../templates/runtime/format-uri.ts";
import { uriReferenceFormat } from "../../../templates/runtime/format-uri-reference.ts";
import { uriTemplateFormat } from "../../../templates/runtime/format-uri-template.ts";
import { uuidFormat } from "../../../templates/runtime/format-uuid.ts";

type Predicate = (text: string) => boolean;

/** A name, the predicate, texts that have the format and texts that have it not. */
type Behaviour = readonly [string, Predicate, readonly string[], readonly string[]];

const behaviours: readonly Behaviour[] = [
  ["a date has the days of its month", dateFormat, ["2000-02-29"], ["1900-02-29", "2024-06-31"]],
  [
    "a leap second stands at the end of a month of UTC",
    dateTimeFormat,
    ["2016-12-31T23:59:60Z", "2017-01-01T00:59:60.5+01:00", "2015-06-30t16:59:60-07:00"],
    ["2016-12-30T23:59:60Z", "2016-12-31T00:59:60+01:00", "2015-07-01T16:59:60-07:00"],
  ],
  ["the second 60 needs no fraction", timeFormat, ["23:59:60.9Z"], ["23:59:60.Z", "23:59:61Z"]],
  ["an hour of the offset ends at 23", timeFormat, ["00:00:00+23:59"], ["00:00:00+24:00"]],
  ["a duration's letters stand in either case", durationFormat, ["p1dt2h", "P3w"], ["p", "pt"]],
  [
    "a mailbox's host is a domain or an address literal",
    emailFormat,
    ["a@b", "a@[IPv6:::1]", "a@[tag:x@y]", '"a@[b"@c', '"\\""@c'],
    ["a@-b", "a@b-.c", "a@b..c", "a@b.", "a@[IPv6:x]", "a@[::1]", 'a"b@c', '"@c', '"\\"@c', "a@é"],
  ],
  [
    "an internationalized mailbox may have more in both parts",
    idnEmailFormat,
    ["é@é.com", '"é\\""@b', "a@[127.0.0.1]", "a@b"],
    ["\ud800@b", '"\\é"@b', "a@é_b", "a@É", "a@é.-b"],
  ],
  [
    "an A-label of a host name stands for a U-label, in either case",
    hostnameFormat,
    ["xn--bcher-kva.example", "XN--BCHER-KVA", "a--b"],
    ["xn--", "xn--a", "xn--bcher-kv", "xn--99999999", "xn--80ak6aa92e-"],
  ],
  [
    "an internationalized host name has letters, marks and digits in their normal form",
    idnHostnameFormat,
    ["bücher", "faß", "例え.テスト", "हिन्दी"],
    ["Bücher", "bu\u0308cher", "ⅷ", "ａ", "a b.é", "☃", "é_", "éa--b", "ab--é", "\u{10ffff}"],
  ],
  [
    "a zero width joiner needs a virama and not just any mark",
    idnHostnameFormat,
    ["क्‍ष"],
    ["か\u3099\u200d", "א\u05b0\u200dא", "é\u200d"],
  ],
  [
    "a zero width non-joiner joins through transparent marks",
    idnHostnameFormat,
    ["ب\u064b\u200c\u064bب"],
    ["ا\u200cب", "ب\u200cء"],
  ],
  [
    "the Bidi rule binds every label of a name with a right-to-left one",
    idnHostnameFormat,
    ["a.א", "א1.b", "1.a"],
    ["1.א", "a-1-.א", "א\u0660\u06f0", "xn--4dbc.1"],
  ],
  ["a quad has no leading zero", ipv4Format, ["0.0.0.0"], ["1.2.3", "1.2.3.4.5", "01.2.3.4"]],
  [
    "two colons stand for a group or more",
    ipv6Format,
    ["1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "::1.2.3.4", "1:2:3:4:5:6:1.2.3.4"],
    ["1::2:3:4:5:6:7:8", "1.2.3.4::", "::1.2.3.4:1", ":::", "", ":", "::fff1.2.3.4", "::%1"],
  ],
  [
    "an authority has one user part, one host and one port",
    uriFormat,
    ["a:", "a://u:p@h:80/?#", "a://:", "a://[v7.a:b]", "a:b//c"],
    ["a://u@v@h", "a://h:8a", "a://[v7.]", "a://[::1]a", "a:#b#c", "a:[b]", "a:\n", ""],
  ],
  [
    "a relative reference has no colon in its first segment",
    uriReferenceFormat,
    ["a/b:c", "?a:b", "#a:b", "//a:1"],
    ["é", "a b:c", ":a", "1a:b", "%:"],
  ],
  [
    "characters beyond ASCII stand where percent encoding could",
    iriFormat,
    ["a:é", "a://é@é/é?é#é", "a:?\ue000"],
    ["é:a", "a://h:é", "a://[v1.é]", "a:\ue000", "a:#\ue000", "a:%é", "a:\u202e", "a:\ufffe"],
  ],
  ["an IRI reference needs no scheme", iriReferenceFormat, ["é/é:é", "?\ue000"], ["é:é", "\ud800"]],
  ["a tilde escapes itself or a slash", jsonPointerFormat, ["/~0~1", "/é"], ["~0", "/~", "/~01~2"]],
  [
    "a relative pointer may step along an array",
    relativeJsonPointerFormat,
    ["0", "0-1#", "1+2/a"],
    ["#", "0+", "0+01", "0-1##", "0+-1"],
  ],
  [
    "a regular expression is read in Unicode mode",
    regexFormat,
    ["\\p{L}", "^$"],
    ["\\-", "{", "["],
  ],
  [
    "an expression of a template has variables between commas",
    uriTemplateFormat,
    ["{a%20,b.c*}", "{=a}", "é\ue000", "{a}%41"],
    ["{a.}", "{.}", "{a:0}", "{a**}", "{a", "a}", "{{a}}", "%4{a}1", "{é}", "\ufffe", "{a b}"],
  ],
  [
    "a UUID has five groups",
    uuidFormat,
    ["a".repeat(8) + "-aaaa".repeat(3) + "-" + "a".repeat(12)],
    [""],
  ],
  [
    "base64 is padded to fours",
    byteFormat,
    ["", "YQ==", "YWI=", "YWJj"],
    ["YQ", "Y===", "YQ==YQ==", "Y-_="],
  ],
];

test.each(behaviours)("%s", (_name, predicate, valid, invalid) => {
  expect(valid.filter((text) => !predicate(text))).toEqual([]);
  expect(invalid.filter((text) => predicate(text))).toEqual([]);
});

describe("the formats of numbers", () => {
  test("an int32 is a whole number within 32 bits", () => {
    expect([-(2 ** 31), 2 ** 31 - 1, 1.0].filter((value) => !int32Format(value))).toEqual([]);
    expect([2 ** 31, -(2 ** 31) - 1, 0.5].filter(int32Format)).toEqual([]);
  });

  test("an int64 may be the largest, which JSON parsers round up", () => {
    const ends = ["9223372036854775807", "-9223372036854775808"].map(Number);
    expect(ends.filter((value) => !int64Format(value))).toEqual([]);
    expect([2 ** 63 + 2048, 0.5].filter(int64Format)).toEqual([]);
  });

  test("a float is within single precision, a double within double precision", () => {
    expect([3.4028234663852886e38, 0.1, 1e-50].filter((value) => !floatFormat(value))).toEqual([]);
    expect([1e39, -1e39].filter(floatFormat)).toEqual([]);
    expect([1e39, 1e400].map(doubleFormat)).toEqual([true, false]);
  });
});

describe("the predicates together", () => {
  const hostile = [
    "a",
    "1",
    ".",
    "-",
    "é",
    "%41",
    "~0",
    "{a,",
    "a.",
    "\\",
    '"\\',
    ":",
    "1:",
    "\u200c",
  ];
  const prefixes = ["", "xn--", "P", '"', "a@", "a://", "a://[", "0", "{"];

  test("they give a verdict on long texts in linear time", () => {
    for (const predicate of new Set(behaviours.map(([, each]) => each))) {
      for (const prefix of prefixes) {
        for (const text of hostile) predicate(`${prefix}${text.repeat(100_000)}\n`);
      }
    }
  }, 20_000);

  test("each is an export of the runtime", () => {
    const names = Array.from(formatPredicates.values(), ({ name }) => name);
    const text = runtimeParts(names).join("\n");
    expect(names.filter((name) => !text.includes(`export function ${name}(`))).toEqual([]);
  });

  test("no name is declared twice in a runtime that has them all", () => {
    const names = Array.from(formatPredicates.values(), ({ name }) => name);
    const declared = runtimeParts(names)
      .flatMap((part) => [...part.matchAll(/^(?:export )?(?:function|const) (\w+)/gm)])
      .map((match) => match[1]);
    expect(declared.filter((name, index) => declared.indexOf(name) !== index)).toEqual([]);
  });
});
