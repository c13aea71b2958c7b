import { isMailHost } from "./mail-host.ts";
import { isMailbox } from "./mailbox.ts";

const notInMailAtoms = /[^\w.!#$%&'*+/=?^`{|}~-]/;
const notInMailQuotes = /[^ !#-[\]-~]/;

/** Whether a text is a `Mailbox` (RFC 5321 §4.1.2). */
export function emailFormat(text: string): boolean {
  return isMailbox(text, notInMailAtoms, notInMailQuotes, isMailHost);
}
