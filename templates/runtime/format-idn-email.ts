import { isDomainName } from "./domain-name.ts";
import { isMailHost } from "./mail-host.ts";
import { isMailbox } from "./mailbox.ts";

const notInInternationalAtoms = /[^\w.!#$%&'*+/=?^`{|}~\x80-\uD7FF\uE000-\u{10FFFF}-]/u;
const notInInternationalQuotes = /[^ !#-[\]-~\x80-\uD7FF\uE000-\u{10FFFF}]/u;

/** Whether a text is a `Mailbox` that may have characters beyond ASCII (RFC 6531 §3.3). */
export function idnEmailFormat(text: string): boolean {
  return isMailbox(text, notInInternationalAtoms, notInInternationalQuotes, isInternationalHost);
}

/** A domain of U-labels counts in the Normalization Form C in which it is looked up. */
function isInternationalHost(text: string): boolean {
  return isMailHost(text) || isDomainName(text.normalize("NFC"));
}
